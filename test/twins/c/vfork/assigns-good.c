// The child of vfork does nothing but exec.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int tried = 0;
    pid_t pid = vfork();

    if (pid == 0) {
        execl("/bin/true", "true", (char *)NULL);
        _exit(127);
    }
    tried = pid > 0;
    waitpid(pid, NULL, 0);
    printf("%d\n", tried);
    return 0;
}
