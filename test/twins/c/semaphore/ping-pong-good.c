// Both sides wait for the ball before they touch the rally counter.
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t ping_turn, pong_turn;
static int rally;

static void *ping(void *arg)
{
    (void)arg;
    for (int i = 0; i < 20; i++) {
        sem_wait(&ping_turn);
        rally++;
        sem_post(&pong_turn);
    }
    return NULL;
}

static void *pong(void *arg)
{
    (void)arg;
    for (int i = 0; i < 20; i++) {
        sem_wait(&pong_turn);
        rally++;
        sem_post(&ping_turn);
    }
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    sem_init(&ping_turn, 0, 1);
    sem_init(&pong_turn, 0, 0);
    pthread_create(&a, NULL, ping, NULL);
    pthread_create(&b, NULL, pong, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", rally);
    return 0;
}
