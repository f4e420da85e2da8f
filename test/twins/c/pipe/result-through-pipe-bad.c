// Main reads the answer before it has received the byte that says it is there.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static int pipefd[2];
static long answer;

static void *compute(void *arg)
{
    long n = *(long *)arg, a = 1;
    char done = '!';

    while (n > 1)
        a *= n--;
    answer = a; // BUG: unlocked-global
    if (write(pipefd[1], &done, 1) != 1)
        perror("write");
    return NULL;
}

int main(void)
{
    pthread_t t;
    long n = 10, got;
    char c;

    if (pipe(pipefd) != 0)
        return 1;
    pthread_create(&t, NULL, compute, &n);
    pthread_detach(t);
    got = answer; // BUG: unlocked-global
    if (read(pipefd[0], &c, 1) != 1)
        return 1;
    printf("%ld\n", got);
    return 0;
}
