// Two lookup threads share a table, and one caches its last result in a global without a lock.
#include <pthread.h>
#include <stdio.h>

#define N 64

static int squares[N];
static int last_hit;

static int lookup(int v)
{
    for (int i = 0; i < N; i++)
        if (squares[i] == v) {
            last_hit = i; // BUG: unlocked-global
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
    printf("last hit %d\n", last_hit);
    printf("%d %d\n", x, y);
    return 0;
}
