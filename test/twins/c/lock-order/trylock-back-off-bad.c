// The second lock of the opposite order is taken by a blocking call.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t inbox = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t outbox = PTHREAD_MUTEX_INITIALIZER;
static int in_mails = 5, out_mails;

static void *forward(void *arg)
{
    pthread_mutex_lock(&inbox);
    pthread_mutex_lock(&outbox); // BUG: lock-order-inversion
    in_mails--;
    out_mails++;
    pthread_mutex_unlock(&outbox);
    pthread_mutex_unlock(&inbox);
    return arg;
}

static void *bounce(void *arg)
{
    usleep(3000);
    for (;;) {
        pthread_mutex_lock(&outbox);
        pthread_mutex_lock(&inbox); // BUG: lock-order-inversion
        break;
    }
    out_mails--;
    in_mails++;
    pthread_mutex_unlock(&inbox);
    pthread_mutex_unlock(&outbox);
    return arg;
}

int main(void)
{
    pthread_t f, b;
    pthread_create(&f, NULL, forward, NULL);
    pthread_create(&b, NULL, bounce, NULL);
    pthread_join(f, NULL);
    pthread_join(b, NULL);
    printf("%d %d\n", in_mails, out_mails);
    return 0;
}
