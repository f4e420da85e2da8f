// The value set up by pthread_once is changed nowhere else.
#include <pthread.h>
#include <stdio.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int page_size;

static void find_page_size(void)
{
    page_size = 4096;
}

static int get_page_size(void)
{
    pthread_once(&once, find_page_size);
    return page_size;
}

static void *mapper(void *arg)
{
    int *sum = arg;
    for (int i = 0; i < 10; i++) {
        *sum += get_page_size();
    }
    return NULL;
}

int main(void)
{
    pthread_t t[2];
    int sums[2] = {0, 0};

    for (int i = 0; i < 2; i++)
        if (pthread_create(&t[i], NULL, mapper, &sums[i]) != 0)
            return 1;
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    printf("%d %d\n", sums[0], sums[1]);
    return 0;
}
