// Two threads write the members of a struct, which have their own bytes.
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

static struct {
    uint32_t word;
    uint8_t bytes[4];
} reg;

static void *write_word(void *arg)
{
    (void)arg;
    for (uint32_t i = 0; i < 50; i++)
        reg.word = i << 8;
    return NULL;
}

static void *write_byte(void *arg)
{
    (void)arg;
    for (int i = 0; i < 50; i++)
        reg.bytes[2] = (uint8_t)i;
    return NULL;
}

int main(void)
{
    pthread_t w, b;

    pthread_create(&w, NULL, write_word, NULL);
    pthread_create(&b, NULL, write_byte, NULL);
    pthread_join(w, NULL);
    pthread_join(b, NULL);
    printf("%08x %d\n", reg.word, reg.bytes[2]);
    return 0;
}
