// The read callback of a bufferevent asks a flag that the thread sets.
#include <event2/bufferevent.h>
#include <pthread.h>
#include <stdatomic.h>

struct job {
    pthread_t thread;
    atomic_int done;
};

static void on_data(struct bufferevent *bev, void *context)
{
    struct job *job = context;
    if (!atomic_load(&job->done))
        return;
    bufferevent_write(bev, "done\n", 5);
}

static void on_event(struct bufferevent *bev, short what, void *context)
{
    (void)context;
    if (what & BEV_EVENT_EOF)
        bufferevent_free(bev);
}

void attach(struct bufferevent *bev, struct job *job)
{
    bufferevent_setcb(bev, on_data, NULL, on_event, job);
    bufferevent_enable(bev, EV_READ);
}
