// The global array is sorted by qsort while another thread sums it under the lock.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t scores_lock = PTHREAD_MUTEX_INITIALIZER;
static int scores[16] = {9, 3, 7, 1, 8, 2};

static int descending(const void *a, const void *b)
{
    return *(const int *)b - *(const int *)a; // BUG: unlocked-global
}

static void *rank(void *arg)
{
    qsort(scores, 16, sizeof *scores, descending); // BUG: unlocked-global
    return arg;
}

static void *add_up(void *arg)
{
    pthread_mutex_lock(&scores_lock);
    for (int i = 0; i < 16; i++)
        *(int *)arg += scores[i]++;
    pthread_mutex_unlock(&scores_lock);
    return NULL;
}

int main(void)
{
    pthread_t r, s;
    int sum = 0;

    pthread_create(&s, NULL, add_up, &sum);
    pthread_create(&r, NULL, rank, NULL);
    pthread_join(r, NULL);
    pthread_join(s, NULL);
    printf("%d %d\n", sum, scores[0]);
    return 0;
}
