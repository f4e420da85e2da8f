// The spin lock made of an atomic_flag is cleared after the list length is updated.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_flag busy = ATOMIC_FLAG_INIT;
static int length;

static void grab(void)
{
    while (atomic_flag_test_and_set_explicit(&busy, memory_order_acquire))
        ;
}

static void drop(void)
{
    atomic_flag_clear_explicit(&busy, memory_order_release);
}

static void *append(void *arg)
{
    (void)arg;
    for (int i = 0; i < 300; i++) {
        grab();
        length++;
        drop();
    }
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, append, NULL);
    pthread_create(&b, NULL, append, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", length);
    return 0;
}
