// A trampoline calls the start routine stored in a heap struct, and that routine writes under the lock.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct task {
    void (*start)(void *);
    void *arg;
};

static pthread_mutex_t balance_lock = PTHREAD_MUTEX_INITIALIZER;
static long balance;

static void deposit(void *arg)
{
    pthread_mutex_lock(&balance_lock);
    balance += *(int *)arg;
    pthread_mutex_unlock(&balance_lock);
}

static void *trampoline(void *p)
{
    struct task *t = p;
    t->start(t->arg);
    free(t);
    return NULL;
}

static int run_task(pthread_t *tid, void (*fn)(void *), void *arg)
{
    struct task *t = malloc(sizeof *t);
    if (!t)
        return -1;
    t->start = fn;
    t->arg = arg;
    return pthread_create(tid, NULL, trampoline, t);
}

int main(void)
{
    pthread_t tid;
    int amount = 25;

    if (run_task(&tid, deposit, &amount) != 0)
        return 1;
    pthread_mutex_lock(&balance_lock);
    balance += 10;
    pthread_mutex_unlock(&balance_lock);
    pthread_join(tid, NULL);
    printf("%ld\n", balance);
    return 0;
}
