// The loop breaks with the lock held, and the write after the loop comes before the unlock.
#include <pthread.h>
#include <stdio.h>

#define SLOTS 8

static pthread_mutex_t slot_mutex = PTHREAD_MUTEX_INITIALIZER;
static int owner[SLOTS];
static int used;

static int claim(int id)
{
    int i;

    pthread_mutex_lock(&slot_mutex);
    for (i = 0; i < SLOTS; i++) {
        if (owner[i] == 0) {
            owner[i] = id;
            break;
        }
    }
    if (i == SLOTS) {
        pthread_mutex_unlock(&slot_mutex);
        return -1;
    }
    used++;
    pthread_mutex_unlock(&slot_mutex);
    return i;
}

static void *claimer(void *arg)
{
    int id = *(int *)arg;
    for (int i = 0; i < 3; i++)
        if (claim(id) < 0)
            break;
    return NULL;
}

int main(void)
{
    pthread_t t[2];
    int ids[2] = {11, 22};
    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, claimer, &ids[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    printf("%d used\n", used);
    return 0;
}
