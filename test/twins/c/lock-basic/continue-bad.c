// The continue for empty lines skips the lock but not the line count.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t wc_lock = PTHREAD_MUTEX_INITIALIZER;
static long line_count, word_count;

static void *count(void *arg)
{
    for (const char *const *p = arg; *p; p++) {
        if (**p == '\0') {
            line_count++; // BUG: unlocked-global
            continue;
        }
        pthread_mutex_lock(&wc_lock);
        line_count++;
        for (const char *c = *p; *c; c++)
            word_count += *c == ' ';
        pthread_mutex_unlock(&wc_lock);
    }
    return NULL;
}

int main(void)
{
    static const char *a[] = {"", "one two", "", "three", NULL};
    static const char *b[] = {"", "four five six", "", "", NULL};
    pthread_t ta, tb;

    pthread_create(&ta, NULL, count, a);
    pthread_create(&tb, NULL, count, b);
    pthread_join(ta, NULL);
    pthread_join(tb, NULL);
    printf("%ld %ld\n", line_count, word_count);
    return 0;
}
