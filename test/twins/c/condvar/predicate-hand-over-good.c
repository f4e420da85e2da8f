// The consumer waits for the flag on the condition variable under the mutex.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cv = PTHREAD_COND_INITIALIZER;
static int have_order;
static int order_no;

static void *waiter(void *arg)
{
    (void)arg;
    pthread_mutex_lock(&mu);
    order_no = 17;
    have_order = 1;
    pthread_cond_signal(&cv);
    pthread_mutex_unlock(&mu);
    return NULL;
}

static void *cook(void *arg)
{
    (void)arg;
    pthread_mutex_lock(&mu);
    while (!have_order)
        pthread_cond_wait(&cv, &mu);
    pthread_mutex_unlock(&mu);
    printf("order %d\n", order_no);
    return NULL;
}

int main(void)
{
    pthread_t w, c;
    pthread_create(&c, NULL, cook, NULL);
    pthread_create(&w, NULL, waiter, NULL);
    pthread_join(w, NULL);
    pthread_join(c, NULL);
    usleep(1);
    return 0;
}
