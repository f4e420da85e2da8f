// Every case of the switch changes the accumulator under the lock.
#include <pthread.h>
#include <stdio.h>

enum op { OP_ADD, OP_SUB, OP_CLEAR };

static pthread_mutex_t acc_lock = PTHREAD_MUTEX_INITIALIZER;
static int accumulator;

static void execute(enum op op, int v)
{
    switch (op) {
    case OP_ADD:
        pthread_mutex_lock(&acc_lock);
        accumulator += v;
        pthread_mutex_unlock(&acc_lock);
        break;
    case OP_SUB:
        pthread_mutex_lock(&acc_lock);
        accumulator -= v;
        pthread_mutex_unlock(&acc_lock);
        break;
    case OP_CLEAR:
        pthread_mutex_lock(&acc_lock);
        accumulator = 0;
        pthread_mutex_unlock(&acc_lock);
        break;
    }
}

static void *machine(void *arg)
{
    int seed = *(int *)arg;
    for (int i = 0; i < 60; i++)
        execute((enum op)((seed + i) % 3), i);
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int x = 0, y = 1;

    pthread_create(&a, NULL, machine, &x);
    pthread_create(&b, NULL, machine, &y);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", accumulator);
    return 0;
}
