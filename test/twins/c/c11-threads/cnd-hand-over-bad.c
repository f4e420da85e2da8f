// The consumer looks at the parcel after cnd_wait but a second one is written without the mutex. (tsan-cannot-see: thrd_create is not intercepted)
#include <stdbool.h>
#include <stdio.h>
#include <threads.h>

static mtx_t mtx;
static cnd_t arrived;
static bool here;
static int parcel;

static int courier(void *arg)
{
    (void)arg;
    mtx_lock(&mtx);
    parcel = 1;
    here = true;
    cnd_signal(&arrived);
    mtx_unlock(&mtx);
    parcel = 2; // BUG: unlocked-global
    return 0;
}

int main(void)
{
    thrd_t t;
    int p;

    if (mtx_init(&mtx, mtx_plain) != thrd_success || cnd_init(&arrived) != thrd_success)
        return 1;
    thrd_create(&t, courier, NULL);
    mtx_lock(&mtx);
    while (!here)
        cnd_wait(&arrived, &mtx);
    p = parcel;
    mtx_unlock(&mtx);
    thrd_join(t, NULL);
    printf("%d\n", p);
    cnd_destroy(&arrived);
    mtx_destroy(&mtx);
    return 0;
}
