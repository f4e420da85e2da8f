// Parent and child lock a mutex in shared memory.
#include <pthread.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t *turn;

static void add_line(const char *text)
{
    pthread_mutex_lock(turn);
    printf("%s\n", text);
    fflush(stdout);
    pthread_mutex_unlock(turn);
}

int main(void)
{
    pid_t pid;
    pthread_mutexattr_t attr;

    turn = mmap(NULL, sizeof *turn, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_mutexattr_init(&attr);
    pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED);
    pthread_mutex_init(turn, &attr);
    pid = fork();
    if (pid < 0)
        return 1;
    if (pid == 0) {
        add_line("child");
        _exit(0);
    }
    add_line("parent");
    waitpid(pid, NULL, 0);
    return 0;
}
