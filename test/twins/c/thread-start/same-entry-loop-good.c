// A thread entry that advances a global cursor is started in a loop that joins each thread at once.
#include <pthread.h>
#include <stdio.h>

#define RUNS 3

static char out[64];
static size_t cursor;

static void emit(char c)
{
    if (cursor < sizeof out - 1)
        out[cursor++] = c;
}

static void *writer(void *arg)
{
    const char *s = arg;
    while (*s)
        emit(*s++);
    return NULL;
}

int main(void)
{
    static char *const words[RUNS] = {"red", "green", "blue"};
    pthread_t t[RUNS];

    for (int i = 0; i < RUNS; i++) {
        pthread_create(&t[i], NULL, writer, words[i]);
        pthread_join(t[i], NULL);
    }
    puts(out);
    return 0;
}
