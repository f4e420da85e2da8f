// A zero-width bit-field puts the two flags into separate memory locations.
#include <pthread.h>
#include <stdio.h>

struct ctl {
    unsigned run : 4;
    unsigned : 0;
    unsigned mode : 4;
};

static struct ctl ctl;

static void set_run(unsigned v)
{
    ctl.run = v & 0xf;
}

static void set_mode(unsigned v)
{
    ctl.mode = v & 0xf;
}

static void *runner(void *arg)
{
    (void)arg;
    for (unsigned i = 0; i < 30; i++)
        set_run(i);
    return NULL;
}

static void *moder(void *arg)
{
    (void)arg;
    for (unsigned i = 0; i < 30; i++)
        set_mode(~i);
    return NULL;
}

int main(void)
{
    pthread_t r, m;
    pthread_create(&r, NULL, runner, NULL);
    pthread_create(&m, NULL, moder, NULL);
    pthread_join(r, NULL);
    pthread_join(m, NULL);
    printf("%u %u\n", ctl.run, ctl.mode);
    return 0;
}
