// A transfer locks its two accounts in argument order and is called with swapped arguments.
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

struct account {
    pthread_mutex_t lock;
    long balance;
};

static struct account alice = {PTHREAD_MUTEX_INITIALIZER, 100};
static struct account bob = {PTHREAD_MUTEX_INITIALIZER, 100};

static void transfer(struct account *from, struct account *to, long amount)
{

    pthread_mutex_lock(&from->lock);
    pthread_mutex_lock(&to->lock); // BUG: lock-order-inversion
    from->balance -= amount;
    to->balance += amount;
    pthread_mutex_unlock(&to->lock);
    pthread_mutex_unlock(&from->lock);
}

static void *rent(void *arg)
{
    transfer(&alice, &bob, 30); // BUG: lock-order-inversion
    return arg;
}

static void *refund(void *arg)
{
    usleep(3000);
    transfer(&bob, &alice, 5); // BUG: lock-order-inversion
    return arg;
}

int main(void)
{
    pthread_t a, b;
    pthread_create(&a, NULL, rent, NULL);
    pthread_create(&b, NULL, refund, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%ld %ld\n", alice.balance, bob.balance);
    return 0;
}
