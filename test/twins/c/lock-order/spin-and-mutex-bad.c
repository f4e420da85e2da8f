// A spin lock and a mutex are taken in opposite orders by two threads.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_spinlock_t irq_lock;
static pthread_mutex_t dev_lock = PTHREAD_MUTEX_INITIALIZER;
static int events, opens;

static void *open_device(void *arg)
{
    pthread_mutex_lock(&dev_lock);
    opens++;
    pthread_spin_lock(&irq_lock); // BUG: lock-order-inversion
    events = 0;
    pthread_spin_unlock(&irq_lock);
    pthread_mutex_unlock(&dev_lock);
    return arg;
}

static void *interrupt(void *arg)
{
    usleep(3000);
    pthread_spin_lock(&irq_lock);
    events++;
    pthread_mutex_lock(&dev_lock); // BUG: lock-order-inversion
    events += opens;
    pthread_mutex_unlock(&dev_lock);
    pthread_spin_unlock(&irq_lock);
    return arg;
}

int main(void)
{
    pthread_t o, i;
    pthread_spin_init(&irq_lock, PTHREAD_PROCESS_PRIVATE);
    pthread_create(&o, NULL, open_device, NULL);
    pthread_create(&i, NULL, interrupt, NULL);
    pthread_join(o, NULL);
    pthread_join(i, NULL);
    printf("%d %d\n", events, opens);
    return 0;
}
