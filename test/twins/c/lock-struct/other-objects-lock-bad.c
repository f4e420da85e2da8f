// The field of one account is changed under the lock of the other account.
#include <pthread.h>
#include <stdio.h>

struct account {
    pthread_mutex_t mu;
    long cents;
};

static struct account savings = {PTHREAD_MUTEX_INITIALIZER, 1000};
static struct account current = {PTHREAD_MUTEX_INITIALIZER, 500};

static void *interest(void *arg)
{
    (void)arg;
    for (int i = 0; i < 12; i++) {
        pthread_mutex_lock(&savings.mu);
        savings.cents += savings.cents / 100; // BUG: unlocked-global
        pthread_mutex_unlock(&savings.mu);
    }
    return NULL;
}

static void *fees(void *arg)
{
    (void)arg;
    for (int i = 0; i < 12; i++) {
        pthread_mutex_lock(&current.mu);
        savings.cents -= 5; // BUG: unlocked-global
        pthread_mutex_unlock(&current.mu);
    }
    return NULL;
}

int main(void)
{
    pthread_t i, f;

    pthread_create(&i, NULL, interest, NULL);
    pthread_create(&f, NULL, fees, NULL);
    pthread_join(i, NULL);
    pthread_join(f, NULL);
    printf("%ld %ld\n", savings.cents, current.cents);
    return 0;
}
