// Before reading the log length main joins the reader instead of the logger.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static size_t log_len;
static int input_seen;

static void *logger(void *a)
{
    (void)a;
    usleep(2000);
    log_len += sizeof "started"; // BUG: unlocked-global
    log_len += sizeof "stopped"; // BUG: unlocked-global
    return NULL;
}

static void *reader(void *a)
{
    (void)a;
    input_seen = 1;
    return NULL;
}

int main(void)
{
    pthread_t log_thread, read_thread;

    pthread_create(&log_thread, NULL, logger, NULL);
    pthread_create(&read_thread, NULL, reader, NULL);

    pthread_join(read_thread, NULL);
    printf("log has %zu bytes\n", log_len); // BUG: unlocked-global
    pthread_join(log_thread, NULL);
    printf("input %d\n", input_seen);
    return 0;
}
