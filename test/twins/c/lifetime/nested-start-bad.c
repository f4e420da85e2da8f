// A thread starts a helper thread and both bump the same global without a lock.
#include <pthread.h>
#include <stdio.h>

static int depth_reached;

static void *helper(void *arg)
{
    (void)arg;
    depth_reached += 2; // BUG: unlocked-global
    return NULL;
}

static void *supervisor(void *arg)
{
    pthread_t child;

    if (pthread_create(&child, NULL, helper, arg) != 0)
        return NULL;
    depth_reached += 1; // BUG: unlocked-global
    pthread_join(child, NULL);
    return arg;
}

int main(void)
{
    pthread_t sup;

    if (pthread_create(&sup, NULL, supervisor, NULL) != 0)
        return 1;
    pthread_join(sup, NULL);
    printf("%d\n", depth_reached);
    return 0;
}
