// The second lock of the opposite order is only tried, and the first is released when it is busy.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t inbox = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t outbox = PTHREAD_MUTEX_INITIALIZER;
static int in_mails = 5, out_mails;

static void *forward(void *arg)
{
    pthread_mutex_lock(&inbox);
    pthread_mutex_lock(&outbox);
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
        if (pthread_mutex_trylock(&inbox) == 0)
            break;
        pthread_mutex_unlock(&outbox);
        usleep(10);
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
