// The nested begin and end calls are unbalanced, so the last update is not covered.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t doc = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static int edits, undo_steps;

static void begin(void)
{
    pthread_mutex_lock(&doc);
}

static void end(void)
{
    pthread_mutex_unlock(&doc);
}

static void edit(int n)
{
    begin();
    edits += n;
    end();
}

static void replace_all(void)
{
    begin();
    for (int i = 0; i < 3; i++)
        edit(1);
    end();
    undo_steps++; // BUG: unlocked-global
}

static void *user(void *arg)
{
    for (int i = 0; i < 1000; i++)
        replace_all();
    return arg;
}

int main(void)
{
    pthread_t a, b;
    pthread_create(&a, NULL, user, NULL);
    pthread_create(&b, NULL, user, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d %d\n", edits, undo_steps);
    return 0;
}
