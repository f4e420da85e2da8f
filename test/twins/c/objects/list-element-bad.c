// The elements of the global list are updated while only the walk for the sum is locked.
#include <pthread.h>
#include <stdio.h>

struct sensor {
    const char *name;
    int reading;
    struct sensor *next;
};

static struct sensor wind = {"wind", 0, NULL};
static struct sensor rain = {"rain", 0, &wind};
static struct sensor *sensors = &rain;
static pthread_mutex_t sensor_lock = PTHREAD_MUTEX_INITIALIZER;

static void *poll_sensors(void *arg)
{
    (void)arg;
    for (int r = 1; r <= 20; r++) {
        for (struct sensor *s = sensors; s; s = s->next)
            s->reading += r; // BUG: unlocked-global
    }
    return NULL;
}

static int sum_readings(void)
{
    int sum = 0;
    pthread_mutex_lock(&sensor_lock);
    for (const struct sensor *s = sensors; s != NULL; s = s->next)
        sum += s->reading;
    pthread_mutex_unlock(&sensor_lock);
    return sum;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, poll_sensors, NULL);
    printf("%d\n", sum_readings());
    pthread_join(t, NULL);
    printf("%s %d\n", rain.name, sum_readings());
    return 0;
}
