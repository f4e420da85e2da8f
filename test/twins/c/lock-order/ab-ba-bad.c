// One thread takes accounts then audit, the other audit then accounts.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t accounts = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t audit = PTHREAD_MUTEX_INITIALIZER;
static int money, entries;

static void *teller(void *arg)
{
    (void)arg;
    pthread_mutex_lock(&accounts);
    pthread_mutex_lock(&audit); // BUG: lock-order-inversion
    money += 10;
    entries++;
    pthread_mutex_unlock(&audit);
    pthread_mutex_unlock(&accounts);
    return NULL;
}

static void *auditor(void *arg)
{
    (void)arg;
    usleep(3000);
    pthread_mutex_lock(&audit);
    pthread_mutex_lock(&accounts); // BUG: lock-order-inversion
    printf("%d in %d entries\n", money, entries);
    pthread_mutex_unlock(&accounts);
    pthread_mutex_unlock(&audit);
    return NULL;
}

int main(void)
{
    pthread_t t, a;
    pthread_create(&t, NULL, teller, NULL);
    pthread_create(&a, NULL, auditor, NULL);
    pthread_join(t, NULL);
    pthread_join(a, NULL);
    return 0;
}
