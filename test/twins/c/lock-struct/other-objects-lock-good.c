// The field of each account is changed under its own lock.
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
        savings.cents += savings.cents / 100;
        pthread_mutex_unlock(&savings.mu);
    }
    return NULL;
}

static void *fees(void *arg)
{
    (void)arg;
    for (int i = 0; i < 12; i++) {
        pthread_mutex_lock(&current.mu);
        current.cents -= 5;
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
