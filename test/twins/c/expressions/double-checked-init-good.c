// The first check of the double-checked initialisation is an acquire load, the store a release.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct dict { int words; };

static pthread_mutex_t dict_lock = PTHREAD_MUTEX_INITIALIZER;
static struct dict *dict;

static struct dict *get_dict(void)
{
    struct dict *d = __atomic_load_n(&dict, __ATOMIC_ACQUIRE);

    if (!d) {
        pthread_mutex_lock(&dict_lock);
        d = dict;
        if (!d) {
            d = malloc(sizeof *d);
            d->words = 1000;
            __atomic_store_n(&dict, d, __ATOMIC_RELEASE);
        }
        pthread_mutex_unlock(&dict_lock);
    }
    return d;
}

static void *spell(void *arg)
{
    *(int *)arg = get_dict()->words;
    return NULL;
}

int main(void)
{
    pthread_t t[3];
    int n[3];

    for (int i = 0; i < 3; i++)
        pthread_create(&t[i], NULL, spell, &n[i]);
    for (int i = 0; i < 3; i++)
        pthread_join(t[i], NULL);
    printf("%d %d %d\n", n[0], n[1], n[2]);
    free(dict);
    return 0;
}
