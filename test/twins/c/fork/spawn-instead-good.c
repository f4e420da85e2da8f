// posix_spawn does the whole of it.
#include <pthread.h>
#include <pwd.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static void *poll_files(void *arg)
{
    (void)arg;
    for (int i = 0; i < 10; i++)
        usleep(100);
    return NULL;
}

static int run(char **argv)
{
    pid_t pid;
    if (posix_spawn(&pid, argv[0], NULL, NULL, argv, environ) != 0)
        return -1;
    return pid > 0 ? waitpid(pid, NULL, 0) : -1;
}

int main(void)
{
    char *argv[] = {"/bin/true", NULL};
    pthread_t poller;
    int status;

    pthread_create(&poller, NULL, poll_files, NULL);
    status = run(argv);
    pthread_join(poller, NULL);
    return status < 0;
}
