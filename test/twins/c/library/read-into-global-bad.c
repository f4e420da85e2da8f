// The packet buffer is filled by read before the lock is taken.
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t pkt_lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned char packet[256];
static ssize_t packet_len;

static int receive(int fd)
{
    ssize_t n;

    n = read(fd, packet, sizeof packet); // BUG: unlocked-global
    pthread_mutex_lock(&pkt_lock);
    packet_len = n;
    pthread_mutex_unlock(&pkt_lock);
    return n > 0;
}

static void *receiver(void *arg)
{
    int fd = open(arg, O_RDONLY);
    for (int i = 0; fd >= 0 && i < 200 && receive(fd); i++)
        ;
    if (fd >= 0)
        close(fd);
    return NULL;
}

int main(void)
{
    pthread_t t[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, receiver, "/dev/zero");
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    printf("%zd %d\n", packet_len, packet[0]);
    return 0;
}
