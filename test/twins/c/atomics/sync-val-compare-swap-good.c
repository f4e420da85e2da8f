// The list head is pushed by a __sync_bool_compare_and_swap loop.
#include <pthread.h>
#include <stdio.h>

struct item { struct item *next; int v; };

static struct item *top;

static void push(struct item *it)
{
    do {
        it->next = __atomic_load_n(&top, __ATOMIC_RELAXED);
    } while (!__sync_bool_compare_and_swap(&top, it->next, it));
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
