// A thread forks, and the child prints before it execs (tsan-cannot-see processes).
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void run(const char *command, int out)
{
    switch (fork()) {
    case -1:
        perror("fork");
        break;
    case 0:
        printf("running %s\n", command); // BUG: process-unsafe-entry
        dup2(out, STDOUT_FILENO);
        execlp(command, command, (char *)NULL);
        _exit(127);
    default:
        wait(NULL);
    }
}

static void *job(void *out)
{
    run("true", *(int *)out);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    int out = 1;

    pthread_create(&thread, NULL, job, &out);
    pthread_join(thread, NULL);
    return 0;
}
