// The statistics inside the server struct are read without the lock of the enclosing struct.
#include <pthread.h>
#include <stdio.h>

struct stats { unsigned ok, failed; };

static struct server {
    struct { pthread_mutex_t m; } guard;
    struct stats st;
    int port;
} srv = {.guard = {PTHREAD_MUTEX_INITIALIZER}, .port = 8080};

static void *serve(void *arg)
{
    (void)arg;
    for (int i = 0; i < 60; i++) {
        pthread_mutex_lock(&srv.guard.m);
        if (i % 9)
            srv.st.ok++;
        else
            srv.st.failed++;
        pthread_mutex_unlock(&srv.guard.m);
    }
    return NULL;
}

static struct stats snapshot(void)
{
    struct stats s;
    s = srv.st; // BUG: unlocked-global
    return s;
}

int main(void)
{
    pthread_t t;
    struct stats s;

    if (pthread_create(&t, NULL, serve, NULL))
        return 1;
    s = snapshot();
    pthread_join(t, NULL);
    printf("port %d: %u ok %u failed\n", srv.port, s.ok, s.failed);
    return 0;
}
