// The id generator keeps its counter in a static local and locks around it.
#include <pthread.h>
#include <stdio.h>

static int next_id(void)
{
    static int id = 100;
    static pthread_mutex_t id_lock = PTHREAD_MUTEX_INITIALIZER;
    int mine;

    pthread_mutex_lock(&id_lock);
    mine = id++;
    pthread_mutex_unlock(&id_lock);
    return mine;
}

static void *allocate(void *arg)
{
    int *last = arg;
    for (int i = 0; i < 30; i++)
        *last = next_id();
    return NULL;
}

int main(void)
{
    pthread_t t[2];
    int last[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, allocate, &last[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    printf("%d %d\n", last[0], last[1]);
    return 0;
}
