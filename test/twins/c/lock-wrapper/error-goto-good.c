// When the lock call fails the code jumps past the update.
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static pthread_mutex_t mail_lock = PTHREAD_MUTEX_INITIALIZER;
static int unread;

static int deliver(void)
{
    int err = pthread_mutex_trylock(&mail_lock);

    if (err == EBUSY)
        goto out;
    unread++;
    usleep(10);
    if (err == 0)
        pthread_mutex_unlock(&mail_lock);
out:
    return err;
}

static void *mta(void *name)
{
    int failures = 0;
    for (int i = 0; i < 40; i++)
        if (deliver() != 0)
            failures++;
    printf("%s: %d busy (%s)\n", (char *)name, failures, strerror(EBUSY));
    return NULL;
}

int main(void)
{
    pthread_t t[2];

    pthread_create(&t[0], NULL, mta, "local");
    pthread_create(&t[1], NULL, mta, "relay");
    pthread_join(t[0], NULL);
    pthread_join(t[1], NULL);
    printf("%d unread\n", unread);
    return 0;
}
