// Main takes the two locks in the opposite order before it starts the worker. (tsan-cannot-see: it ignores the order given by pthread_create)
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static struct {
    pthread_mutex_t cfg, log;
    int level, lines;
} app = {.cfg = PTHREAD_MUTEX_INITIALIZER, .log = PTHREAD_MUTEX_INITIALIZER};

static void load(void)
{
    pthread_mutex_lock(&app.log);
    pthread_mutex_lock(&app.cfg);
    app.level = 2;
    app.lines++;
    pthread_mutex_unlock(&app.cfg);
    pthread_mutex_unlock(&app.log);
}

static void *worker(void *arg)
{
    pthread_mutex_lock(&app.cfg);
    pthread_mutex_lock(&app.log);
    app.lines += app.level;
    pthread_mutex_unlock(&app.log);
    pthread_mutex_unlock(&app.cfg);
    return arg;
}

int main(void)
{
    pthread_t t;

    load();
    if (pthread_create(&t, NULL, worker, NULL) != 0)
        return 1;
    usleep(3000);
    pthread_join(t, NULL);
    printf("%d\n", app.lines);
    return 0;
}
