// The trylock loop goes on until it has the lock.
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t ledger_lock = PTHREAD_MUTEX_INITIALIZER;
static long ledger;

static void book(long amount)
{
    int tries = 0;

    while (pthread_mutex_trylock(&ledger_lock) != 0) {
        if (++tries == 3) {
            usleep(5);
            tries = 0;
        }
        sched_yield();
    }
    ledger += amount;
    usleep(20);
    pthread_mutex_unlock(&ledger_lock);
}

static void *clerk(void *arg)
{
    for (int i = 0; i < 30; i++)
        book(*(int *)arg);
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int x = 5, y = -3;

    pthread_create(&a, NULL, clerk, &x);
    pthread_create(&b, NULL, clerk, &y);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%ld\n", ledger);
    return 0;
}
