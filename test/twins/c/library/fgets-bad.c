// The reader thread fills the global line by fgets while main looks at it.
#include <pthread.h>
#include <stdio.h>

static char line[128];

static void *read_line(void *arg)
{
    FILE *f = fopen(arg, "r");

    if (!f)
        return NULL;
    if (!fgets(line, sizeof line, f)) // BUG: unlocked-global
        line[0] = '\0'; // BUG: unlocked-global
    fclose(f);
    return NULL;
}

int main(void)
{
    pthread_t t;
    int words = 0;

    if (pthread_create(&t, NULL, read_line, "/proc/version") != 0)
        return 1;
    for (int i = 0; i < (int)sizeof line; i++)
        words += line[i] == ' '; // BUG: unlocked-global
    pthread_join(t, NULL);
    printf("%d\n", words);
    return 0;
}
