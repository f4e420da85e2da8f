// The handle kept in a global struct is joined only after the unlocked read.
#include <pthread.h>
#include <stdio.h>

static struct service {
    pthread_t tid;
    const char *name;
    int running;
} svc = {.name = "indexer"};

static int indexed;

static void *index_all(void *arg)
{
    const char *p = arg;
    while (*p++)
        indexed++; // BUG: unlocked-global
    return NULL;
}

static int service_start(struct service *s, void *arg)
{
    if (pthread_create(&s->tid, NULL, index_all, arg) != 0)
        return -1;
    s->running = 1;
    return 0;
}

static void service_wait(struct service *s)
{
    if (s->running)
        pthread_join(s->tid, NULL);
    s->running = 0;
}

int main(void)
{
    char text[] = "the quick brown fox";

    if (service_start(&svc, text) < 0)
        return 1;
    printf("%s: %d\n", svc.name, indexed); // BUG: unlocked-global
    service_wait(&svc);
    return 0;
}
