// The worker pops the job after it has released the mutex it waited with.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define CAP 16

static pthread_mutex_t qm = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t nonempty = PTHREAD_COND_INITIALIZER;
static int jobs[CAP];
static int count;
static int closed;

static void put(int v)
{
    pthread_mutex_lock(&qm);
    if (count < CAP)
        jobs[count++] = v;
    pthread_cond_signal(&nonempty);
    pthread_mutex_unlock(&qm);
}

static void trace(const char *what)
{
    if (getenv("TRACE"))
        puts(what);
    usleep(5);
}

static int get(int *v)
{
    pthread_mutex_lock(&qm);
    while (count == 0 && !closed)
        pthread_cond_wait(&nonempty, &qm);
    if (count == 0) {
        pthread_mutex_unlock(&qm);
        return 0;
    }
    pthread_mutex_unlock(&qm);
    trace("pop");
    *v = jobs[--count]; // BUG: unlocked-global
    return 1;
}

static void *worker(void *sum)
{
    int v;
    while (get(&v))
        *(int *)sum += v;
    return NULL;
}

int main(void)
{
    pthread_t t;
    int sum = 0;

    pthread_create(&t, NULL, worker, &sum);
    for (int i = 1; i <= 1000; i++) {
        put(i);
        if (i % 100 == 0)
            usleep(30);
    }
    pthread_mutex_lock(&qm);
    closed = 1;
    pthread_cond_signal(&nonempty);
    pthread_mutex_unlock(&qm);
    pthread_join(t, NULL);
    printf("%d\n", sum);
    return 0;
}
