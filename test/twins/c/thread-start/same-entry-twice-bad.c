// One entry function that bumps an unlocked counter is started twice and so races with itself.
#include <pthread.h>
#include <stdio.h>

static int visits;

static void *visitor(void *name)
{
    for (int i = 0; i < 100; i++)
        visits++; // BUG: unlocked-global
    return name;
}

int main(void)
{
    pthread_t first;
    pthread_t second;

    pthread_create(&first, NULL, visitor, "first");
    pthread_create(&second, NULL, visitor, "second");
    pthread_join(first, NULL);
    pthread_join(second, NULL);
    printf("%d visits\n", visits);
    return 0;
}
