// A thread starts a helper thread and bumps the global only after joining the helper.
#include <pthread.h>
#include <stdio.h>

static int depth_reached;

static void *helper(void *arg)
{
    (void)arg;
    depth_reached += 2;
    return NULL;
}

static void *supervisor(void *arg)
{
    pthread_t child;

    if (pthread_create(&child, NULL, helper, arg) != 0)
        return NULL;
    pthread_join(child, NULL);
    depth_reached += 1;
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
