// The default names are a const table of string literals that both threads only read.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static const char *const names[] = {"low", "mid", "high"};

static size_t longest(void)
{
    size_t max = 0;
    for (int i = 0; i < 3; i++) {
        size_t n = strlen(names[i]);
        if (n > max)
            max = n;
    }
    return max;
}

static void *layout(void *width)
{
    *(size_t *)width = longest();
    return NULL;
}

static void *rename_levels(void *width)
{
    *(size_t *)width = longest();
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    size_t wa = 0, wb = 0;

    pthread_create(&a, NULL, layout, &wa);
    pthread_create(&b, NULL, rename_levels, &wb);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%zu %zu\n", wa, wb);
    return 0;
}
