// The reference count is taken with __sync_fetch_and_add but dropped with a plain decrement.
#include <pthread.h>
#include <stdio.h>

static struct blob {
    int refs;
    int closed;
} blob = {1, 0};

static void blob_get(struct blob *b)
{
    __sync_fetch_and_add(&b->refs, 1);
}

static void blob_put(struct blob *b)
{
    if (--b->refs == 0) // BUG: unlocked-global
        b->closed = 1; // BUG: unlocked-global
}

static void *user(void *arg)
{
    (void)arg;
    for (int i = 0; i < 30; i++) {
        blob_get(&blob);
        blob_put(&blob); // BUG: unlocked-global
    }
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, user, NULL);
    pthread_create(&b, NULL, user, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    blob_put(&blob);
    printf("%d %d\n", blob.refs, blob.closed);
    return 0;
}
