// Three threads take three locks pairwise in a circle.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t disk = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t net = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t ui = PTHREAD_MUTEX_INITIALIZER;
static int done;

static void *backup(void *arg)
{
    pthread_mutex_lock(&disk);
    pthread_mutex_lock(&net); // BUG: lock-order-inversion
    done |= 1;
    pthread_mutex_unlock(&net);
    pthread_mutex_unlock(&disk);
    return arg;
}

static void *chat(void *arg)
{
    usleep(2000);
    pthread_mutex_lock(&net);
    pthread_mutex_lock(&ui); // BUG: lock-order-inversion
    puts("chat");
    pthread_mutex_unlock(&ui);
    pthread_mutex_unlock(&net);
    return arg;
}

static void *save(void *arg)
{
    usleep(4000);
    pthread_mutex_lock(&ui);
    pthread_mutex_lock(&disk); // BUG: lock-order-inversion
    done |= 2;
    pthread_mutex_unlock(&disk);
    pthread_mutex_unlock(&ui);
    return arg;
}

int main(void)
{
    static void *(*const entry[])(void *) = {backup, chat, save};
    pthread_t t[3];

    for (int i = 0; i < 3; i++)
        pthread_create(&t[i], NULL, entry[i], NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(t[i], NULL);
    printf("%d\n", done);
    return 0;
}
