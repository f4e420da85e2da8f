// The ternary picks one of two globals to bump and the lock covers both.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t vote_lock = PTHREAD_MUTEX_INITIALIZER;
static int yes, no;

static void vote(int v)
{
    pthread_mutex_lock(&vote_lock);
    v ? yes++ : no++;
    pthread_mutex_unlock(&vote_lock);
}

static void *voter(void *arg)
{
    int bias = *(int *)arg;
    for (int i = 0; i < 60; i++)
        vote(i % bias == 0);
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int two = 2, three = 3;

    pthread_create(&a, NULL, voter, &two);
    pthread_create(&b, NULL, voter, &three);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    pthread_mutex_lock(&vote_lock);
    printf("%d:%d\n", yes, no);
    pthread_mutex_unlock(&vote_lock);
    return 0;
}
