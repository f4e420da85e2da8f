// The lock is dropped half way and the flag that should make the rest of the loop retake it is ignored.
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t log_mutex = PTHREAD_MUTEX_INITIALIZER;
static int lines_out;

static void write_block(int n)
{
    bool held = false;

    for (int i = 0; i < n; i++) {
        if (!held && i == 0) {
            pthread_mutex_lock(&log_mutex);
            held = true;
        }
        lines_out++; // BUG: unlocked-global
        if (i == n / 2) {
            pthread_mutex_unlock(&log_mutex);
            held = false;
            usleep(20);
        }
    }
    if (held)
        pthread_mutex_unlock(&log_mutex);
}

static void *talker(void *arg)
{
    (void)arg;
    for (int i = 0; i < 10; i++)
        write_block(8);
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    pthread_create(&a, NULL, talker, NULL);
    pthread_create(&b, NULL, talker, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", lines_out);
    return 0;
}
