// The child takes a lock that a thread may have held at the fork (tsan-cannot-see processes).
#include <pthread.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int generation;

static void *writer(void *unused)
{
    for (int i = 0; i < 100; i++) {
        pthread_mutex_lock(&lock);
        generation++;
        pthread_mutex_unlock(&lock);
    }
    return unused;
}

int main(void)
{
    pthread_t t;
    pid_t pid;

    pthread_create(&t, NULL, writer, NULL);
    pid = fork(); // BUG: process-unsafe-entry
    if (pid == 0) {
        int seen;
        pthread_mutex_lock(&lock);
        seen = generation;
        pthread_mutex_unlock(&lock);
        _exit(seen & 1);
    }
    waitpid(pid, NULL, 0);
    pthread_join(t, NULL);
    return 0;
}
