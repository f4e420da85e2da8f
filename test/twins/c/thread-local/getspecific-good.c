// The context is fetched by pthread_getspecific, so every thread has its own.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct context { int depth, max_depth; };

static pthread_key_t context_key;

static struct context *context(void)
{
    struct context *c = pthread_getspecific(context_key);
    if (!c) {
        c = calloc(1, sizeof *c);
        pthread_setspecific(context_key, c);
    }
    return c;
}

static void nest(int n)
{
    struct context *c = context();

    c->depth++;
    if (c->depth > c->max_depth)
        c->max_depth = c->depth;
    if (n > 0)
        nest(n - 1);
    c->depth--;
}

static void *parser(void *arg)
{
    nest(*(int *)arg);
    printf("%d\n", context()->max_depth);
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int x = 3, y = 6;

    pthread_key_create(&context_key, free);
    pthread_create(&a, NULL, parser, &x);
    pthread_create(&b, NULL, parser, &y);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
