// The fallback that runs the job inline is taken only when no thread could be started.
#include <pthread.h>
#include <stdio.h>

static int rendered;

static void render(int lines)
{
    for (int i = 0; i < lines; i++)
        rendered++;
}

static void *render_thread(void *arg)
{
    render(*(int *)arg);
    return NULL;
}

int main(void)
{
    pthread_t t;
    int lines = 25;
    int rc = pthread_create(&t, NULL, render_thread, &lines);

    if (rc != 0)
        render(lines);
    if (rc == 0)
        pthread_join(t, NULL);
    printf("%d\n", rendered);
    return 0;
}
