// The context is a global struct that every thread fills.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct context { int depth, max_depth; };

static struct context shared_context;

static struct context *context(void)
{
    return &shared_context;
}

static void nest(int n)
{
    struct context *c = context();

    c->depth++; // BUG: unlocked-global
    if (c->depth > c->max_depth) // BUG: unlocked-global
        c->max_depth = c->depth; // BUG: unlocked-global
    if (n > 0)
        nest(n - 1);
    c->depth--; // BUG: unlocked-global
}

static void *parser(void *arg)
{
    nest(*(int *)arg);
    printf("%d\n", context()->max_depth); // BUG: unlocked-global
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int x = 3, y = 6;

    pthread_create(&a, NULL, parser, &x);
    pthread_create(&b, NULL, parser, &y);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
