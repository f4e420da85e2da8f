// missed-alarm-today: The flag that says the helper was started is forgotten, so it is not joined before the reset.
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

static pthread_t helper_tid;
static bool helper_started;
static int backlog;

static void *helper(void *arg)
{
    (void)arg;
    for (int i = 0; i < 10; i++)
        backlog += i; // BUG: unlocked-global
    return NULL;
}

static void open_session(int background)
{
    if (!background)
        return;
    if (pthread_create(&helper_tid, NULL, helper, NULL) == 0)
        pthread_detach(helper_tid);
}

static void close_session(void)
{
    if (helper_started)
        pthread_join(helper_tid, NULL);
    helper_started = false;
    backlog = 0; // BUG: unlocked-global
}

int main(void)
{
    open_session(1);
    close_session();
    usleep(2000);
    return 0;
}
