// All commands in the dispatch table change the mode under the lock.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t mode_lock = PTHREAD_MUTEX_INITIALIZER;
static int mode;

static void cmd_set(int v)
{
    pthread_mutex_lock(&mode_lock);
    mode = v;
    pthread_mutex_unlock(&mode_lock);
}

static void cmd_toggle(int v)
{
    (void)v;
    pthread_mutex_lock(&mode_lock);
    mode = !mode;
    pthread_mutex_unlock(&mode_lock);
}

static const struct command {
    char key;
    void (*run)(int);
} commands[] = {{'s', cmd_set}, {'t', cmd_toggle}};

static void dispatch(char key, int v)
{
    for (unsigned i = 0; i < sizeof commands / sizeof *commands; i++)
        if (commands[i].key == key)
            commands[i].run(v);
}

static void *script(void *text)
{
    for (const char *p = text; *p; p++)
        dispatch(*p, 1);
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    pthread_create(&a, NULL, script, "sttsts");
    pthread_create(&b, NULL, script, "tstt");
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", mode);
    return 0;
}
