// The push onto the global list is done inside the lock that the pop uses.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *next;
    int value;
};

static pthread_mutex_t list_lock = PTHREAD_MUTEX_INITIALIZER;
static struct node *list_head;

static void push(int value)
{
    struct node *n = malloc(sizeof *n);
    if (!n)
        abort();
    n->value = value;
    pthread_mutex_lock(&list_lock);
    n->next = list_head;
    list_head = n;
    pthread_mutex_unlock(&list_lock);
}

static int pop(void)
{
    int v = 0;
    struct node *n;

    pthread_mutex_lock(&list_lock);
    n = list_head;
    if (n) {
        list_head = n->next;
        v = n->value;
    }
    pthread_mutex_unlock(&list_lock);
    return v;
}

static void *pusher(void *arg)
{
    (void)arg;
    for (int i = 1; i <= 50; i++)
        push(i);
    return NULL;
}

int main(void)
{
    pthread_t p;
    int sum = 0;

    pthread_create(&p, NULL, pusher, NULL);
    for (int i = 0; i < 200; i++)
        sum += pop();
    pthread_join(p, NULL);
    printf("%d\n", sum);
    return 0;
}
