// The parser stores its result through a pointer to a local.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static int last_value;

static int parse_int(const char *s, int *out)
{
    char *end;
    long v = strtol(s, &end, 10);

    if (end == s || *end != '\0')
        return -1;
    *out = (int)v;
    return 0;
}

static void *parser(void *text)
{
    int value = 0;

    if (parse_int(text, &value) == 0)
        printf("%d\n", value);
    return NULL;
}

int main(void)
{
    pthread_t t[2];

    pthread_create(&t[0], NULL, parser, "12");
    pthread_create(&t[1], NULL, parser, "345");
    pthread_join(t[0], NULL);
    pthread_join(t[1], NULL);
    return last_value == -1;
}
