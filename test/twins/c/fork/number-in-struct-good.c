// The process id is kept in a structure; only the parent prints.
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

struct server {
    pid_t helper;
    int restarts;
};

static struct server server;

static void start_helper(void)
{
    server.helper = fork();
    if (server.helper == 0) {
        execl("/bin/true", "true", (char *)0);
        _exit(1);
    } else if (server.helper < 0) {
        perror("fork");
    } else {
        printf("helper is %d\n", (int)server.helper);
        server.restarts++;
    }
}

static void *listener(void *arg)
{
    sleep(1);
    return arg;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, listener, NULL);
    start_helper();
    pthread_join(t, NULL);
    wait(NULL);
    return 0;
}
