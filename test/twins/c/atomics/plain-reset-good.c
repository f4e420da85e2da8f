// The counter that the threads change atomically is reset by a plain store before they start.
#include <pthread.h>
#include <stdio.h>

static int in_use;

static void *user(void *arg)
{
    for (int i = 0; i < 50; i++) {
        __atomic_add_fetch(&in_use, 1, __ATOMIC_ACQ_REL);
        __atomic_sub_fetch(&in_use, 1, __ATOMIC_ACQ_REL);
    }
    return arg;
}

int main(void)
{
    pthread_t t[2];

    in_use = 0;
    for (int i = 0; i < 2; i++)
        if (pthread_create(&t[i], NULL, user, NULL) != 0)
            return 1;
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    printf("%d\n", in_use);
    return 0;
}
