// The global pointer is switched to a new block without the lock the reader holds.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static pthread_mutex_t word_lock = PTHREAD_MUTEX_INITIALIZER;
static int *words;
static size_t nwords = 8;

static long sum_words(void)
{
    long s = 0;
    pthread_mutex_lock(&word_lock);
    for (size_t i = 0; i < nwords; i++)
        s += words[i];
    pthread_mutex_unlock(&word_lock);
    return s;
}

static void *replace(void *arg)
{
    int *fresh = calloc(nwords, sizeof *fresh);

    (void)arg;
    if (!fresh)
        return NULL;
    fresh[0] = 1; // BUG: unlocked-global
    usleep(50);
    int *old = words; // BUG: unlocked-global
    words = fresh; // BUG: unlocked-global
    return old;
}

int main(void)
{
    pthread_t t;
    void *old = NULL;
    long s = 0;

    words = calloc(nwords, sizeof *words);
    pthread_create(&t, NULL, replace, NULL);
    for (int i = 0; i < 20; i++)
        s += sum_words();
    pthread_join(t, &old);
    free(old);
    free(words);
    printf("%ld\n", s);
    return 0;
}
