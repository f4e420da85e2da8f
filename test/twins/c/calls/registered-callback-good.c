// The registered callback that the worker calls updates the score under the lock.
#include <pthread.h>
#include <stdio.h>

typedef void event_cb(int event, void *user);

static event_cb *on_event;
static void *on_event_user;
static pthread_mutex_t score_lock = PTHREAD_MUTEX_INITIALIZER;
static int score;

static void register_callback(event_cb *cb, void *user)
{
    on_event = cb;
    on_event_user = user;
}

static void count_event(int event, void *user)
{
    int *weights = user;
    pthread_mutex_lock(&score_lock);
    score += weights[event & 1];
    pthread_mutex_unlock(&score_lock);
}

static void *event_loop(void *arg)
{
    int n = *(int *)arg;
    for (int e = 0; e < n; e++)
        if (on_event)
            on_event(e, on_event_user);
    return NULL;
}

int main(void)
{
    pthread_t t;
    int weights[2] = {1, 5}, n = 20;

    register_callback(count_event, weights);
    if (pthread_create(&t, NULL, event_loop, &n) != 0)
        return 1;
    pthread_mutex_lock(&score_lock);
    score += 100;
    pthread_mutex_unlock(&score_lock);
    pthread_join(t, NULL);
    printf("%d\n", score);
    return 0;
}
