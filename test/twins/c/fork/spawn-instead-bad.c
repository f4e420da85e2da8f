// The child looks its user up before exec (tsan-cannot-see processes).
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
    pid = fork();
    if (pid == 0) {
        struct passwd *user = getpwnam("nobody"); // BUG: process-unsafe-entry

        if (user && setuid(user->pw_uid) == 0)
            execv(argv[0], argv);
        _exit(127);
    }
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
