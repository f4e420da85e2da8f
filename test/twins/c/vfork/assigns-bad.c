// The child of vfork assigns to a variable of its parent (tsan-cannot-see processes).
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int tried = 0;
    pid_t pid = vfork();

    if (pid == 0) {
        tried = 1; // BUG: process-unsafe-entry
        execl("/bin/true", "true", (char *)NULL);
        _exit(127);
    }
    waitpid(pid, NULL, 0);
    printf("%d\n", tried);
    return 0;
}
