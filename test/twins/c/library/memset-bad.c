// The table is wiped by memset outside the lock on the error path.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static pthread_mutex_t key_lock = PTHREAD_MUTEX_INITIALIZER;
static char key[32];

static int rotate(int serial)
{
    pthread_mutex_lock(&key_lock);
    if (serial % 10 == 9) {
        pthread_mutex_unlock(&key_lock);
        memset(key, 0, sizeof key); // BUG: unlocked-global
        return -1;
    }
    key[serial % 32] ^= (char)serial;
    pthread_mutex_unlock(&key_lock);
    return 0;
}

static void *rotator(void *arg)
{
    int *failures = arg;
    for (int s = 0; s < 2000; s++)
        if (rotate(s) < 0)
            ++*failures;
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int fa = 0, fb = 0;

    pthread_create(&a, NULL, rotator, &fa);
    pthread_create(&b, NULL, rotator, &fb);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", fa + fb);
    return 0;
}
