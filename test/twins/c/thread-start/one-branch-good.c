// The inline work is done only in the branch that starts no thread.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static int compressed;

static void compress_blocks(int n)
{
    for (int i = 0; i < n; i++)
        compressed += i % 3;
}

static void *background(void *arg)
{
    compress_blocks(*(int *)arg);
    return NULL;
}

int main(int argc, char **argv)
{
    pthread_t t;
    int n = 50, use_thread = argc < 2 || strcmp(argv[1], "-1") != 0;

    if (use_thread) {
        if (pthread_create(&t, NULL, background, &n) != 0)
            return 1;
    } else {
        compress_blocks(n);
    }
    if (use_thread)
        pthread_join(t, NULL);
    printf("%d\n", compressed);
    return 0;
}
