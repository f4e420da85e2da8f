// Parent and child each lock their own copy of a mutex (tsan-cannot-see processes).
#include <pthread.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static void add_line(const char *text)
{
    pthread_mutex_lock(&turn); // BUG: process-unsafe-entry
    printf("%s\n", text);
    fflush(stdout);
    pthread_mutex_unlock(&turn);
}

int main(void)
{
    pid_t pid;
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
