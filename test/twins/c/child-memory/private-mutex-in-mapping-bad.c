// A mutex in shared memory is made without PTHREAD_PROCESS_SHARED (tsan-cannot-see processes).
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct shared {
    pthread_mutex_t lock;
    int value;
};

int main(void)
{
    struct shared *s = mmap(NULL, sizeof(struct shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (s == MAP_FAILED)
        return EXIT_FAILURE;
    pthread_mutex_init(&s->lock, NULL); // BUG: process-unsafe-entry
    if (fork() == 0) {
        pthread_mutex_lock(&s->lock);
        s->value++;
        pthread_mutex_unlock(&s->lock);
        _exit(0);
    }
    pthread_mutex_lock(&s->lock);
    s->value++;
    pthread_mutex_unlock(&s->lock);
    wait(NULL);
    return s->value != 2;
}
