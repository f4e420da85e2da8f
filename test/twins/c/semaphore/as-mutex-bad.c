// The semaphore used as a mutex starts at two, so two threads get in at once.
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <unistd.h>

static sem_t gate;
static int inside_total;

static void enter_and_count(void)
{
    sem_wait(&gate);
    usleep(10);
    inside_total++; // BUG: unlocked-global
    sem_post(&gate);
}

static void *visitor(void *arg)
{
    (void)arg;
    for (int i = 0; i < 40; i++)
        enter_and_count();
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    sem_init(&gate, 0, 2);
    pthread_create(&a, NULL, visitor, NULL);
    pthread_create(&b, NULL, visitor, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    sem_destroy(&gate);
    printf("%d\n", inside_total);
    return 0;
}
