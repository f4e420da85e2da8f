// fork is wrapped, and the child of a process with threads opens a stream before exec (tsan-cannot-see processes).
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t must_fork(void)
{
    pid_t p = fork();

    if (p < 0) {
        perror("fork");
        exit(EXIT_FAILURE);
    }
    return p;
}

static void redirect(const char *path)
{
    if (freopen(path, "w", stdout) == NULL) // BUG: process-unsafe-entry
        _exit(126);
}

static void *idle(void *arg)
{
    sleep(1);
    return arg;
}

int main(int argc, char *argv[])
{
    pthread_t other;

    pthread_create(&other, NULL, idle, NULL);
    if (!must_fork()) {
        redirect("/dev/null");
        execvp(argc > 1 ? argv[1] : "true", argv);
        _exit(127);
    }
    wait(NULL);
    pthread_join(other, NULL);
    return 0;
}
