// The lock is released one statement before the last use of the shared variable.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t seq_mutex = PTHREAD_MUTEX_INITIALIZER;
static unsigned next_seq = 1;
static unsigned issued;

static unsigned take_ticket(void)
{
    unsigned t;

    pthread_mutex_lock(&seq_mutex);
    t = next_seq++;
    pthread_mutex_unlock(&seq_mutex);
    issued++; // BUG: unlocked-global
    return t;
}

static void *customer(void *best)
{
    unsigned *b = best;
    for (int i = 0; i < 25; i++) {
        unsigned t = take_ticket();
        if (t > *b)
            *b = t;
    }
    return NULL;
}

int main(void)
{
    pthread_t t[3];
    unsigned best[3] = {0};

    for (int i = 0; i < 3; i++)
        pthread_create(&t[i], NULL, customer, &best[i]);
    for (int i = 0; i < 3; i++)
        pthread_join(t[i], NULL);
    printf("issued %u\n", issued);
    return 0;
}
