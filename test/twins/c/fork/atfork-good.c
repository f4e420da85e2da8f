// pthread_atfork takes the lock around fork.
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER;
static int table[16];

static void put(int key, int value)
{
    pthread_mutex_lock(&table_lock);
    table[key & 15] = value;
    pthread_mutex_unlock(&table_lock);
}

static void *fill(void *unused)
{
    for (int i = 0; i < 1000; i++)
        put(i, i);
    return unused;
}

static void prepare(void)
{
    pthread_mutex_lock(&table_lock);
}

static void release(void)
{
    pthread_mutex_unlock(&table_lock);
}

int main(void)
{
    pthread_t filler;
    pid_t pid;

    pthread_atfork(prepare, release, release);
    pthread_create(&filler, NULL, fill, NULL);
    if ((pid = fork()) == 0) {
        put(3, 4);
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    pthread_join(filler, NULL);
    return 0;
}
