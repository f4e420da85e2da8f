// Between fork and exec the child sets the environment (tsan-cannot-see processes).
#include <pthread.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void *spin(void *stop)
{
    while (!__atomic_load_n((int *)stop, __ATOMIC_ACQUIRE))
        usleep(10);
    return NULL;
}

int main(void)
{
    char *const argv[] = {"true", NULL};
    pthread_t thread;
    int stop = 0;
    pid_t child;

    pthread_create(&thread, NULL, spin, &stop);
    child = fork();
    if (child == 0) {
        setenv("MODE", "child", 1); // BUG: process-unsafe-entry
        execv("/bin/true", argv);
        _exit(127);
    }
    if (child > 0)
        waitpid(child, NULL, 0);
    __atomic_store_n(&stop, 1, __ATOMIC_RELEASE);
    pthread_join(thread, NULL);
    return 0;
}
