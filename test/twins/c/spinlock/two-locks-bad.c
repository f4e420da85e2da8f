// The readers' spin lock is another one than the writers'.
#include <pthread.h>
#include <stdio.h>

static pthread_spinlock_t read_spin, write_spin;
static int level[4];

static void level_set(int i, int v)
{
    pthread_spin_lock(&write_spin);
    level[i & 3] = v; // BUG: unlocked-global
    pthread_spin_unlock(&write_spin);
}

static int level_get(int i)
{
    int v;
    pthread_spin_lock(&read_spin);
    v = level[i & 3]; // BUG: unlocked-global
    pthread_spin_unlock(&read_spin);
    return v;
}

static void *setter(void *arg)
{
    for (int i = 0; i < 100; i++)
        level_set(i, i);
    return arg;
}

int main(void)
{
    pthread_t t;
    int sum = 0;

    pthread_spin_init(&read_spin, 0);
    pthread_spin_init(&write_spin, 0);
    pthread_create(&t, NULL, setter, NULL);
    for (int i = 0; i < 100; i++)
        sum += level_get(i);
    pthread_join(t, NULL);
    printf("%d\n", sum >= 0);
    return 0;
}
