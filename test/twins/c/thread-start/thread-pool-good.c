// A job that the pool runs on several workers at once appends to the log under the lock.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

#define WORKERS 3
#define JOBS 9

struct job { void (*run)(int); int arg; };

static struct job jobs[JOBS];
static int next_job;
static pthread_mutex_t job_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
static int log_size;

static void log_number(int n)
{
    usleep(50);
    pthread_mutex_lock(&log_lock);
    log_size += n < 5 ? 1 : 2;
    pthread_mutex_unlock(&log_lock);
}

static void *pool_worker(void *arg)
{
    for (;;) {
        struct job *j = NULL;
        pthread_mutex_lock(&job_lock);
        if (next_job < JOBS)
            j = &jobs[next_job++];
        pthread_mutex_unlock(&job_lock);
        if (!j)
            return arg;
        j->run(j->arg);
    }
}

int main(void)
{
    pthread_t t[WORKERS];

    for (int i = 0; i < JOBS; i++)
        jobs[i] = (struct job){log_number, i};
    for (int i = 0; i < WORKERS; i++)
        pthread_create(&t[i], NULL, pool_worker, NULL);
    for (int i = 0; i < WORKERS; i++)
        pthread_join(t[i], NULL);
    pthread_mutex_lock(&log_lock);
    printf("%d\n", log_size);
    pthread_mutex_unlock(&log_lock);
    return 0;
}
