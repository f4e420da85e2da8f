// The list head is pushed by a plain store after it was read.
#include <pthread.h>
#include <stdio.h>

struct item { struct item *next; int v; };

static struct item *top;

static void push(struct item *it)
{
    it->next = top; // BUG: unlocked-global
    top = it; // BUG: unlocked-global
}

static void *fill(void *arg)
{
    struct item *items = arg;
    for (int i = 0; i < 20; i++) {
        items[i].v = i;
        push(&items[i]);
    }
    return NULL;
}

int main(void)
{
    struct item a[20], b[20];
    pthread_t ta, tb;
    int n = 0;

    pthread_create(&ta, NULL, fill, a);
    pthread_create(&tb, NULL, fill, b);
    pthread_join(ta, NULL);
    pthread_join(tb, NULL);
    for (struct item *it = top; it; it = it->next)
        n++;
    printf("%d\n", n);
    return 0;
}
