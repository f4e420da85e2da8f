// The child stores its result in a global structure (tsan-cannot-see processes).
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
    long sum;
    int valid;
} result;

static long compute(void)
{
    long sum = 0;

    for (long i = 0; i < 1000; i++)
        sum += i * getpid();
    return sum;
}

int main(void)
{
    pid_t pid;
    pid = fork();
    if (pid == 0) {
        result.sum = compute(); // BUG: process-unsafe-entry
        result.valid = 1;
        exit(0);
    }
    waitpid(pid, NULL, 0);
    printf("%ld\n", result.sum); // BUG: process-unsafe-entry
    return 0;
}
