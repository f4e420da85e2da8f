// One entry function that bumps an unlocked counter is started only once.
#include <pthread.h>
#include <stdio.h>

static int visits;

static void *visitor(void *name)
{
    for (int i = 0; i < 100; i++)
        visits++;
    return name;
}

int main(void)
{
    pthread_t first;

    pthread_create(&first, NULL, visitor, "first");
    pthread_join(first, NULL);
    printf("%d visits\n", visits);
    return 0;
}
