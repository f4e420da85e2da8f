// The process forks with its lock held, and the child waits for that lock (tsan-cannot-see processes).
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int level;

static void show(void)
{
    pthread_mutex_lock(&lock); // BUG: process-unsafe-entry, lock-order-inversion
    dprintf(1, "%d\n", level);
    pthread_mutex_unlock(&lock);
}

int main(void)
{
    pid_t pid;

    pthread_mutex_lock(&lock);
    level = 3;
    pid = fork(); // BUG: process-unsafe-entry
    if (pid > 0)
        pthread_mutex_unlock(&lock);
    if (pid == 0) {
        show();
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    return 0;
}
