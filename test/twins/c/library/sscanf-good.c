// The version numbers are scanned into locals and copied to the globals under the lock.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t ver_lock = PTHREAD_MUTEX_INITIALIZER;
static int major_ver, minor_ver;

static void *parse(void *text)
{
    int a, b;
    if (sscanf(text, "%d.%d", &a, &b) != 2)
        return NULL;
    pthread_mutex_lock(&ver_lock);
    major_ver = a;
    minor_ver = b;
    pthread_mutex_unlock(&ver_lock);
    return text;
}

static int at_least(int wanted)
{
    int r;
    pthread_mutex_lock(&ver_lock);
    r = major_ver * 100 + minor_ver >= wanted;
    pthread_mutex_unlock(&ver_lock);
    return r;
}

int main(void)
{
    pthread_t t;
    int r;

    pthread_create(&t, NULL, parse, "4.17");
    r = at_least(300);
    pthread_join(t, NULL);
    printf("%d %d\n", r, at_least(300));
    return 0;
}
