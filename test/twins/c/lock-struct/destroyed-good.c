// The shutdown joins the worker before it destroys the mutex and clears the state.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t state_lock;
static int state = 1;
static pthread_t worker_thread;

static void *worker(void *arg)
{
    (void)arg;
    for (int i = 0; i < 5; i++) {
        pthread_mutex_lock(&state_lock);
        state += i;
        pthread_mutex_unlock(&state_lock);
        usleep(50);
    }
    return NULL;
}

static void shut_down(void)
{
    pthread_join(worker_thread, NULL);
    pthread_mutex_destroy(&state_lock);
    state = 0;
}

int main(void)
{
    if (pthread_mutex_init(&state_lock, NULL) != 0)
        return 1;
    if (pthread_create(&worker_thread, NULL, worker, NULL) != 0)
        return 1;
    usleep(100);
    shut_down();
    printf("%d\n", state);
    return 0;
}
