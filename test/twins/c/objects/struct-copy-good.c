// The whole struct is copied under the lock under which a thread changes one field.
#include <pthread.h>
#include <stdio.h>

struct point { double x, y; };
struct shape { struct point at; double scale; int id; };

static pthread_mutex_t shape_lock = PTHREAD_MUTEX_INITIALIZER;
static struct shape cursor = {{0, 0}, 1.0, 1};

static void *mover(void *arg)
{
    (void)arg;
    for (int i = 0; i < 40; i++) {
        pthread_mutex_lock(&shape_lock);
        cursor.at.x += 0.5;
        pthread_mutex_unlock(&shape_lock);
    }
    return NULL;
}

static struct shape get_cursor(void)
{
    struct shape copy;

    pthread_mutex_lock(&shape_lock);
    copy = cursor;
    pthread_mutex_unlock(&shape_lock);
    return copy;
}

int main(void)
{
    pthread_t m;

    pthread_create(&m, NULL, mover, NULL);
    for (int i = 0; i < 5; i++)
        printf("%.1f\n", get_cursor().at.x);
    pthread_join(m, NULL);
    return 0;
}
