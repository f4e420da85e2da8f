// The busy branch of pthread_spin_trylock counts the drop in the caller's counter.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_spinlock_t tx_lock;
static int transmitted, dropped;

static void transmit(int *my_drops)
{
    if (pthread_spin_trylock(&tx_lock) == 0) {
        transmitted++;
        usleep(10);
        pthread_spin_unlock(&tx_lock);
    } else {
        ++*my_drops;
    }
}

static void *sender(void *arg)
{
    int mine = 0;
    for (int i = 0; i < 60; i++)
        transmit(&mine);
    pthread_spin_lock(&tx_lock);
    dropped += mine;
    pthread_spin_unlock(&tx_lock);
    return arg;
}

int main(void)
{
    pthread_t t[3];

    pthread_spin_init(&tx_lock, PTHREAD_PROCESS_PRIVATE);
    for (int i = 0; i < 3; i++)
        pthread_create(&t[i], NULL, sender, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(t[i], NULL);
    printf("%d sent, %d dropped\n", transmitted, dropped);
    return 0;
}
