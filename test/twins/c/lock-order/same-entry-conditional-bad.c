// One entry started twice picks its lock order from its argument.
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t src = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t dst = PTHREAD_MUTEX_INITIALIZER;
static int copied;

static void *copier(void *arg)
{
    bool backwards = *(bool *)arg;

    if (backwards) {
        usleep(3000);
        pthread_mutex_lock(&dst);
        pthread_mutex_lock(&src); // BUG: lock-order-inversion
        copied--;
    } else {
        pthread_mutex_lock(&src);
        pthread_mutex_lock(&dst); // BUG: lock-order-inversion
        copied++;
    }
    pthread_mutex_unlock(&dst);
    pthread_mutex_unlock(&src);
    return NULL;
}

int main(void)
{
    pthread_t t[2];
    bool backwards[2] = {false, true};

    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, copier, &backwards[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    printf("%d\n", copied);
    return 0;
}
