// Two threads that take two locks in opposite orders run at the same time.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t shelf = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t cart = PTHREAD_MUTEX_INITIALIZER;
static int on_shelf = 9, in_cart;

static void *shop(void *arg)
{
    pthread_mutex_lock(&shelf);
    pthread_mutex_lock(&cart); // BUG: lock-order-inversion
    on_shelf--;
    in_cart++;
    pthread_mutex_unlock(&cart);
    pthread_mutex_unlock(&shelf);
    return arg;
}

static void *put_back(void *arg)
{
    usleep(3000);
    pthread_mutex_lock(&cart);
    pthread_mutex_lock(&shelf); // BUG: lock-order-inversion
    in_cart--;
    on_shelf++;
    pthread_mutex_unlock(&shelf);
    pthread_mutex_unlock(&cart);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, shop, NULL);
    pthread_create(&b, NULL, put_back, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d %d\n", on_shelf, in_cart);
    return 0;
}
