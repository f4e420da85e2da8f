// Children count in a global, of which each has its own (tsan-cannot-see processes).
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int finished;

int main(void)
{
    for (int i = 0; i < 4; i++) {
        if (fork() == 0) {
            finished++; // BUG: process-unsafe-entry
            _exit(0);
        }
    }
    while (wait(NULL) > 0)
        ;
    printf("%d finished\n", finished); // BUG: process-unsafe-entry
    return 0;
}
