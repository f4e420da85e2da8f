// Both threads run one entry in different roles, and each role writes its own count.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

enum role { ENCODER, DECODER };

static int encoded, decoded;

static void *codec(void *arg)
{
    enum role role = *(enum role *)arg;

    for (int i = 0; i < 30; i++) {
        switch (role) {
        case ENCODER:
            encoded++;
            break;
        case DECODER:
            decoded++;
            break;
        }
        usleep(10);
    }
    return NULL;
}

int main(void)
{
    pthread_t e, d;
    enum role roles[2] = {ENCODER, DECODER};

    pthread_create(&e, NULL, codec, &roles[0]);
    pthread_create(&d, NULL, codec, &roles[1]);
    pthread_join(e, NULL);
    pthread_join(d, NULL);
    printf("%d %d\n", encoded, decoded);
    return 0;
}
