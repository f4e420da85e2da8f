// A constructor function forks, and both processes run main (tsan-cannot-see processes).
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t helper;

__attribute__((constructor)) static void start(void)
{
    helper = fork(); // BUG: process-unsafe-entry
    if (helper == 0)
        setsid();
}

int main(void)
{
    if (helper > 0)
        waitpid(helper, NULL, 0);
    printf("%d\n", (int)helper);
    return 0;
}
