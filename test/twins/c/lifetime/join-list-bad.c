// missed-alarm-today: Each worker's share is added up as soon as that worker is joined, from a total the others still change.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct worker {
    pthread_t tid;
    int share;
    struct worker *next;
};

static pthread_mutex_t total_lock = PTHREAD_MUTEX_INITIALIZER;
static int total;

static void *work(void *arg)
{
    struct worker *w = arg;
    for (int i = 0; i < w->share; i++) {
        pthread_mutex_lock(&total_lock);
        total++;
        pthread_mutex_unlock(&total_lock);
    }
    return NULL;
}

int main(void)
{
    struct worker *all = NULL;
    int last = 0;

    for (int i = 1; i <= 3; i++) {
        struct worker *w = calloc(1, sizeof *w);
        if (!w)
            return 1;
        w->share = 100 * i;
        w->next = all;
        all = w;
        pthread_create(&w->tid, NULL, work, w);
    }
    while (all) {
        struct worker *w = all;
        all = w->next;
        pthread_join(w->tid, NULL);
        last = total; // BUG: unlocked-global
        free(w);
    }
    printf("%d\n", last);
    return 0;
}
