// Two lookup threads only read a table that main filled before starting them.
#include <pthread.h>
#include <stdio.h>

#define N 64

static int squares[N];

static int lookup(int v)
{
    for (int i = 0; i < N; i++)
        if (squares[i] == v) {
            return i;
        }
    return -1;
}

static void *search(void *arg)
{
    int base = *(int *)arg, found = 0;
    for (int v = base; v < base + 100; v++)
        if (lookup(v) >= 0)
            found++;
    *(int *)arg = found;
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int x = 0, y = 1000;

    for (int i = 0; i < N; i++)
        squares[i] = i * i;
    pthread_create(&a, NULL, search, &x);
    pthread_create(&b, NULL, search, &y);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d %d\n", x, y);
    return 0;
}
