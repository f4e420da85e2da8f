// Every thread stores its result in the element of its own index.
#include <pthread.h>
#include <stdio.h>

#define N 4

static double results[N];

static double integrate(int part)
{
    double s = 0;
    for (int i = part * 100; i < (part + 1) * 100; i++)
        s += i * 0.01;
    return s;
}

static void *solve(void *arg)
{
    int part = *(int *)arg;

    results[part] += integrate(part);
    return NULL;
}

int main(void)
{
    pthread_t t[N];
    int part[N];
    double sum = 0;

    for (int i = 0; i < N; i++) {
        part[i] = i;
        if (pthread_create(&t[i], NULL, solve, &part[i]) != 0)
            return 1;
    }
    for (int i = 0; i < N; i++) {
        pthread_join(t[i], NULL);
    }
    for (int i = 0; i < N; i++)
        sum += results[i];
    printf("%.2f\n", sum);
    return 0;
}
