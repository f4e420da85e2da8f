// The host name is set by strcpy while another thread measures it by strlen.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static pthread_mutex_t name_lock = PTHREAD_MUTEX_INITIALIZER;
static char host[32] = "localhost";

static void *set_host(void *name)
{
    pthread_mutex_lock(&name_lock);
    strcpy(host, name);
    pthread_mutex_unlock(&name_lock);
    return NULL;
}

static void *measure(void *len)
{
    *(size_t *)len = strlen(host); // BUG: unlocked-global
    return NULL;
}

int main(void)
{
    pthread_t s, m;
    size_t len = 0;

    pthread_create(&s, NULL, set_host, "gateway.example");
    pthread_create(&m, NULL, measure, &len);
    pthread_join(s, NULL);
    pthread_join(m, NULL);
    printf("%s %zu\n", host, len);
    return 0;
}
