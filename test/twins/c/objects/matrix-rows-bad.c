// Both threads write row 0 of the global matrix.
#include <pthread.h>
#include <stdio.h>

static double m[2][8];

static void fill_row(double *row, double v)
{
    for (int c = 0; c < 8; c++)
        row[c] = v * c; // BUG: unlocked-global
}

static void *first(void *arg)
{
    fill_row(m[0], 1.5); // BUG: unlocked-global
    return arg;
}

static void *second(void *arg)
{
    fill_row(m[0], 2.5); // BUG: unlocked-global
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, first, NULL);
    pthread_create(&b, NULL, second, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%.1f %.1f\n", m[0][7], m[1][7]);
    return 0;
}
