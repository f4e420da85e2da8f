// The producer posts the semaphore before it has filled the message.
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t full;
static struct message {
    int kind;
    long value;
} msg;

static void *producer(void *arg)
{
    (void)arg;
    msg.kind = 1;
    sem_post(&full);
    msg.value = 99; // BUG: unlocked-global
    return NULL;
}

static void *consumer(void *arg)
{
    (void)arg;
    sem_wait(&full);
    if (msg.kind == 1)
        printf("%ld\n", msg.value); // BUG: unlocked-global
    return NULL;
}

int main(void)
{
    pthread_t p, c;

    sem_init(&full, 0, 0);
    pthread_create(&c, NULL, consumer, NULL);
    pthread_create(&p, NULL, producer, NULL);
    pthread_join(p, NULL);
    pthread_join(c, NULL);
    return 0;
}
