// Two threads take two locks in opposite orders, and only one does so under the gate lock.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t west = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t east = PTHREAD_MUTEX_INITIALIZER;
static int trains;

static void *eastbound(void *arg)
{
    pthread_mutex_lock(&gate);
    pthread_mutex_lock(&west);
    pthread_mutex_lock(&east); // BUG: lock-order-inversion
    trains++;
    pthread_mutex_unlock(&east);
    pthread_mutex_unlock(&west);
    pthread_mutex_unlock(&gate);
    return arg;
}

static void *westbound(void *arg)
{
    usleep(3000);
    pthread_mutex_lock(&east);
    pthread_mutex_lock(&west); // BUG: lock-order-inversion
    trains++;
    pthread_mutex_unlock(&west);
    pthread_mutex_unlock(&east);
    return arg;
}

int main(void)
{
    pthread_t e, w;
    pthread_create(&e, NULL, eastbound, NULL);
    pthread_create(&w, NULL, westbound, NULL);
    pthread_join(e, NULL);
    pthread_join(w, NULL);
    printf("%d\n", trains);
    return 0;
}
