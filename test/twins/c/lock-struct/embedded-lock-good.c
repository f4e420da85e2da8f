// The setter of the struct takes the lock that is embedded in the struct.
#include <pthread.h>
#include <stdio.h>

struct meter {
    pthread_mutex_t lock;
    int level;
    int alarm;
};

static struct meter tank = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void meter_set(struct meter *m, int v)
{
    pthread_mutex_lock(&m->lock);
    m->level = v;
    pthread_mutex_unlock(&m->lock);
}

static int meter_get(struct meter *m)
{
    int v;
    pthread_mutex_lock(&m->lock);
    v = m->level;
    if (v > 90)
        m->alarm = 1;
    pthread_mutex_unlock(&m->lock);
    return v;
}

static void *sensor(void *arg)
{
    (void)arg;
    for (int i = 0; i < 100; i++)
        meter_set(&tank, i);
    return NULL;
}

int main(void)
{
    pthread_t s;
    int last = 0;

    pthread_create(&s, NULL, sensor, NULL);
    for (int i = 0; i < 10; i++)
        last = meter_get(&tank);
    pthread_join(s, NULL);
    printf("%d alarm %d\n", last, tank.alarm);
    return 0;
}
