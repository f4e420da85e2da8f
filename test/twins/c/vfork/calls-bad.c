// The child of vfork reports a failed exec with perror (tsan-cannot-see processes).
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void launch(char *const argv[])
{
    int status;
    pid_t pid;

    if ((pid = vfork()) == 0) {
        execvp(argv[0], argv);
        perror(argv[0]); // BUG: process-unsafe-entry
        _exit(127);
    }
    if (pid > 0 && waitpid(pid, &status, 0) == pid && WEXITSTATUS(status) == 127)
        fprintf(stderr, "%s did not start\n", argv[0]);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        launch(argv + 1);
    return EXIT_SUCCESS;
}
