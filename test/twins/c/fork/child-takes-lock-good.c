// The forking thread takes the lock before the fork, so that nobody else has it in the child.
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
    pthread_mutex_lock(&lock);
    pid = fork();
    if (pid == 0) {
        int seen;
        seen = generation;
        _exit(seen & 1);
    }
    pthread_mutex_unlock(&lock);
    waitpid(pid, NULL, 0);
    pthread_join(t, NULL);
    return 0;
}
