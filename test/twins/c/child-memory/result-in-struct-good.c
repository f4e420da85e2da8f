// The child sends its result through a pipe.
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
    int ends[2];

    if (pipe(ends) != 0)
        return 1;
    pid = fork();
    if (pid == 0) {
        result.sum = compute();
        if (write(ends[1], &result, sizeof result) < 0)
            _exit(1);
        exit(0);
    }
    waitpid(pid, NULL, 0);
    if (read(ends[0], &result, sizeof result) < 0)
        return 1;
    printf("%ld\n", result.sum);
    return 0;
}
