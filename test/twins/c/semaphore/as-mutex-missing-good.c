// The reporter waits for the semaphore that the other thread uses as a mutex.
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t guard;
static struct { int sent, lost; } radio;

static void acquire(sem_t *s)
{
    while (sem_wait(s) == -1 && errno == EINTR)
        ;
}

static void *transmit(void *arg)
{
    (void)arg;
    for (int i = 0; i < 60; i++) {
        acquire(&guard);
        radio.sent++;
        radio.lost += i % 7 == 0;
        sem_post(&guard);
    }
    return NULL;
}

static int loss_rate(void)
{
    int r;
    acquire(&guard);
    r = radio.sent ? 100 * radio.lost / radio.sent : 0;
    sem_post(&guard);
    return r;
}

int main(void)
{
    pthread_t t;
    int worst = 0;

    if (sem_init(&guard, 0, 1) == -1)
        return 1;
    pthread_create(&t, NULL, transmit, NULL);
    for (int i = 0; i < 10; i++) {
        int r = loss_rate();
        worst = r > worst ? r : worst;
    }
    pthread_join(t, NULL);
    printf("%d%%\n", worst);
    return 0;
}
