// The request counter is a plain int that all threads increment.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static int requests;

static void handle_request(void)
{
    requests++; // BUG: unlocked-global
}

static void *server(void *arg)
{
    (void)arg;
    for (int i = 0; i < 100; i++)
        handle_request();
    return NULL;
}

int main(void)
{
    pthread_t t[3];

    for (int i = 0; i < 3; i++)
        pthread_create(&t[i], NULL, server, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(t[i], NULL);
    printf("%d\n", requests);
    return 0;
}
