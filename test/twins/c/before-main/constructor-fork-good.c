// A constructor function forks, and the child only execs.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t helper;

__attribute__((constructor)) static void start(void)
{
    helper = fork();
    if (helper == 0) {
        execl("/bin/true", "true", (char *)NULL);
        _exit(127);
    }
}

int main(void)
{
    if (helper > 0)
        waitpid(helper, NULL, 0);
    printf("%d\n", (int)helper);
    return 0;
}
