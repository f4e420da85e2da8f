// The lazily set default is tested without the lock and set with it.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t cfg_lock = PTHREAD_MUTEX_INITIALIZER;
static int timeout_ms;

static int get_timeout(void)
{
    int t;

    if (timeout_ms != 0) // BUG: unlocked-global
        return timeout_ms; // BUG: unlocked-global
    pthread_mutex_lock(&cfg_lock);
    if (timeout_ms == 0) {
        const char *e = getenv("TIMEOUT_MS");
        timeout_ms = e ? atoi(e) : 250;
    }
    t = timeout_ms;
    pthread_mutex_unlock(&cfg_lock);
    return t;
}

static void *request(void *sum)
{
    for (int i = 0; i < 10; i++)
        *(long *)sum += get_timeout();
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    long x = 0, y = 0;

    pthread_create(&a, NULL, request, &x);
    pthread_create(&b, NULL, request, &y);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%ld\n", x + y);
    return 0;
}
