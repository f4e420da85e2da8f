// A helper locks the mutex it is handed, and the two threads hand it different ones.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t mu_a = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t mu_b = PTHREAD_MUTEX_INITIALIZER;
static int red_score, blue_score;

static void score(pthread_mutex_t *mu, int points)
{
    pthread_mutex_lock(mu);
    red_score += points; // BUG: unlocked-global
    pthread_mutex_unlock(mu);
}

static void *referee1(void *arg)
{
    (void)arg;
    for (int i = 0; i < 40; i++)
        score(&mu_a, 2);
    return NULL;
}

static void *referee2(void *arg)
{
    (void)arg;
    for (int i = 0; i < 40; i++)
        score(&mu_b, 3);
    pthread_mutex_lock(&mu_b);
    blue_score = 1;
    pthread_mutex_unlock(&mu_b);
    return NULL;
}

int main(void)
{
    pthread_t r1, r2;
    pthread_create(&r1, NULL, referee1, NULL);
    pthread_create(&r2, NULL, referee2, NULL);
    pthread_join(r1, NULL);
    pthread_join(r2, NULL);
    printf("%d:%d\n", red_score, blue_score);
    return 0;
}
