// The thread waits for the child before it takes the lock.
#include <glib.h>
#include <pthread.h>
#include <sys/wait.h>

static pthread_mutex_t state_lock = PTHREAD_MUTEX_INITIALIZER;
static int children;

static void *reaper(void *unused)
{
    int status;
    for (;;) {
        if (wait(&status) < 0)
            return unused;
        pthread_mutex_lock(&state_lock);
        children--;
        pthread_mutex_unlock(&state_lock);
    }
}

static gboolean on_input(GIOChannel *channel, GIOCondition condition, gpointer seen)
{
    (void)channel;
    (void)condition;
    pthread_mutex_lock(&state_lock);
    *(int *)seen = children;
    pthread_mutex_unlock(&state_lock);
    return TRUE;
}

int main(void)
{
    static int seen;
    pthread_t thread;
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    pthread_create(&thread, NULL, reaper, NULL);
    g_io_add_watch(g_io_channel_unix_new(0), G_IO_IN, on_input, &seen);
    g_main_loop_run(loop);
    return 0;
}
