// The START macro starts each entry once.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#define CHECK(call) do { if ((call) != 0) { perror(#call); exit(1); } } while (0)
#define START(entry) CHECK(pthread_create(&tids[ntids++], NULL, entry##_main, NULL))

static pthread_t tids[4];
static int ntids;
static int keys_pressed, mouse_moves;

static void *keyboard_main(void *arg)
{
    for (int i = 0; i < 40; i++)
        keys_pressed++;
    return arg;
}

static void *mouse_main(void *arg)
{
    for (int i = 0; i < 40; i++)
        mouse_moves++;
    return arg;
}

int main(void)
{
    START(keyboard);
    START(mouse);
    while (ntids > 0)
        CHECK(pthread_join(tids[--ntids], NULL));
    printf("%d %d\n", keys_pressed, mouse_moves);
    return 0;
}
