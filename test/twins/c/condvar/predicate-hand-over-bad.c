// The consumer waits for a flag by polling it without the mutex instead of waiting on the condition.
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
    while (!have_order) // BUG: unlocked-global
        usleep(10);
    printf("order %d\n", order_no); // BUG: unlocked-global
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
