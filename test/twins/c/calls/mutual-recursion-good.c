// Two functions that call each other keep the lock that the entry took.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t expr_lock = PTHREAD_MUTEX_INITIALIZER;
static int tokens;

static void term(int n);

static void expr(int n)
{
    tokens++;
    if (n > 0)
        term(n - 1);
}

static void term(int n)
{
    tokens += 2;
    if (n > 0)
        expr(n - 1);
}

static void *parse(void *arg)
{
    int n = *(int *)arg;

    for (int i = 0; i < 500; i++) {
        pthread_mutex_lock(&expr_lock);
        expr(n);
        pthread_mutex_unlock(&expr_lock);
    }
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int x = 6, y = 7;

    pthread_create(&a, NULL, parse, &x);
    pthread_create(&b, NULL, parse, &y);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", tokens);
    return 0;
}
