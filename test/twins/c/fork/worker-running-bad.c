// The child of a process with a thread does the work itself (tsan-cannot-see processes).
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void *warm_up(void *arg)
{
    free(malloc(1000));
    return arg;
}

int main(void)
{
    pthread_t helper;
    pid_t pid;

    if (pthread_create(&helper, NULL, warm_up, NULL) != 0)
        return 1;
    pid = fork(); // BUG: process-unsafe-entry
    if (pid == -1) {
        perror("fork");
        return 1;
    }
    if (pid == 0) {
        char *buffer = malloc(4096);

        snprintf(buffer, 4096, "child %d", (int)getpid());
        puts(buffer);
        free(buffer);
        exit(0);
    }
    waitpid(pid, NULL, 0);
    pthread_join(helper, NULL);
    return 0;
}
