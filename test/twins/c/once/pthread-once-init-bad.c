// Two threads initialise a table behind a plain flag that both test without a lock.
#include <pthread.h>
#include <stdio.h>

static int table_ready;
static unsigned crc_table[256];

static void make_table(void)
{
    for (unsigned n = 0; n < 256; n++) {
        unsigned c = n;
        for (int k = 0; k < 8; k++)
            c = c & 1 ? 0xedb88320u ^ (c >> 1) : c >> 1;
        crc_table[n] = c; // BUG: unlocked-global
    }
}

static unsigned crc(const char *s)
{
    unsigned c = ~0u;

    if (!table_ready) { // BUG: unlocked-global
        make_table();
        table_ready = 1; // BUG: unlocked-global
    }
    while (*s)
        c = crc_table[(c ^ (unsigned char)*s++) & 0xff] ^ (c >> 8); // BUG: unlocked-global
    return ~c;
}

static void *checksum(void *text)
{
    printf("%08x\n", crc(text));
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    pthread_create(&a, NULL, checksum, "alpha");
    pthread_create(&b, NULL, checksum, "beta");
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
