// Two threads write different members of the same union, which share their bytes.
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

static union {
    uint32_t word;
    uint8_t bytes[4];
} reg;

static void *write_word(void *arg)
{
    (void)arg;
    for (uint32_t i = 0; i < 50; i++)
        reg.word = i << 8; // BUG: unlocked-global
    return NULL;
}

static void *write_byte(void *arg)
{
    (void)arg;
    for (int i = 0; i < 50; i++)
        reg.bytes[2] = (uint8_t)i; // BUG: unlocked-global
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
