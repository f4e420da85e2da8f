// The child of a process with threads ends with _exit.
#include <pthread.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int probe(void)
{
    int status = 0;
    pid_t pid = fork();

    if (pid == 0)
        _exit(access("/etc/passwd", R_OK) == 0 ? 0 : 1);
    waitpid(pid, &status, 0);
    return WEXITSTATUS(status);
}

static void *background(void *arg)
{
    pause();
    return arg;
}

int main(void)
{
    pthread_t tid;

    pthread_create(&tid, NULL, background, NULL);
    pthread_detach(tid);
    return probe();
}
