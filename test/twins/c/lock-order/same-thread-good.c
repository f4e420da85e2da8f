// Only main takes the two locks in both orders, the second thread takes just one of them. (tsan-cannot-see: it also reports a cycle made by one thread)
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t font_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t page_lock = PTHREAD_MUTEX_INITIALIZER;
static int fonts, pages;

static void add_font(void)
{
    pthread_mutex_lock(&font_lock);
    pthread_mutex_lock(&page_lock);
    fonts++;
    pages++;
    pthread_mutex_unlock(&page_lock);
    pthread_mutex_unlock(&font_lock);
}

static void add_page(void)
{
    pthread_mutex_lock(&page_lock);
    pthread_mutex_lock(&font_lock);
    pages += fonts;
    pthread_mutex_unlock(&font_lock);
    pthread_mutex_unlock(&page_lock);
}

static void *preview(void *arg)
{
    usleep(3000);
    pthread_mutex_lock(&page_lock);
    pages++;
    pthread_mutex_unlock(&page_lock);
    return arg;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, preview, NULL);
    add_font();
    add_page();
    pthread_join(t, NULL);
    printf("%d %d\n", fonts, pages);
    return 0;
}
