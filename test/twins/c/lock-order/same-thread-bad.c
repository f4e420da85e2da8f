// A second thread takes the two locks in the opposite order of main.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t font_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t page_lock = PTHREAD_MUTEX_INITIALIZER;
static int fonts, pages;

static void add_font(void)
{
    pthread_mutex_lock(&font_lock);
    pthread_mutex_lock(&page_lock); // BUG: lock-order-inversion
    fonts++;
    pages++;
    pthread_mutex_unlock(&page_lock);
    pthread_mutex_unlock(&font_lock);
}

static void add_page(void)
{
    pthread_mutex_lock(&page_lock);
    pthread_mutex_lock(&font_lock); // BUG: lock-order-inversion
    pages += fonts;
    pthread_mutex_unlock(&font_lock);
    pthread_mutex_unlock(&page_lock);
}

static void *preview(void *arg)
{
    usleep(3000);
    add_page();
    return arg;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, preview, NULL);
    add_font();
    pthread_join(t, NULL);
    add_page();
    printf("%d %d\n", fonts, pages);
    return 0;
}
