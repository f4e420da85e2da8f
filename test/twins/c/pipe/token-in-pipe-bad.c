// missed-alarm-today: The token in the pipe is given back before the counter is updated.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int token[2];
static int credits;

static void take(void)
{
    char c;
    if (read(token[0], &c, 1) != 1)
        abort();
}

static void give(void)
{
    if (write(token[1], "t", 1) != 1)
        abort();
}

static void *earn(void *arg)
{
    (void)arg;
    for (int i = 0; i < 50; i++) {
        take();
        give();
        credits += i; // BUG: unlocked-global
    }
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    if (pipe(token) < 0)
        return EXIT_FAILURE;
    give();
    pthread_create(&a, NULL, earn, NULL);
    pthread_create(&b, NULL, earn, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", credits);
    return 0;
}
