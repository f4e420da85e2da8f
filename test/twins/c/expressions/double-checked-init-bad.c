// The first check of the double-checked initialisation reads the plain pointer without the lock.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct dict { int words; };

static pthread_mutex_t dict_lock = PTHREAD_MUTEX_INITIALIZER;
static struct dict *dict;

static struct dict *get_dict(void)
{
    if (!dict) { // BUG: unlocked-global
        pthread_mutex_lock(&dict_lock);
        if (!dict) {
            dict = malloc(sizeof *dict);
            dict->words = 1000;
        }
        pthread_mutex_unlock(&dict_lock);
    }
    return dict; // BUG: unlocked-global
}

static void *spell(void *arg)
{
    *(int *)arg = get_dict()->words; // BUG: unlocked-global
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
