// A callback takes the lock under which a thread waits for the disk.
#include <event2/event.h>
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER;
static long Saved;

static void *saver(void *Argument) {
  int Descriptor = *(int *)Argument;
  for (;;) {
    pthread_mutex_lock(&Lock);
    fsync(Descriptor);
    ++Saved;
    pthread_mutex_unlock(&Lock);
  }
  return NULL;
}

static void report(evutil_socket_t Socket, short What, void *Context) {
  (void)Socket;
  (void)What;
  pthread_mutex_lock(&Lock); // BUG: blocking-in-coroutine
  *(long *)Context = Saved;
  pthread_mutex_unlock(&Lock);
}

int main(void) {
  static int Descriptor = 3;
  static long Seen;
  struct event_base *Base = event_base_new();
  struct timeval Second = {1, 0};
  pthread_t Saver;
  pthread_create(&Saver, NULL, saver, &Descriptor);
  event_add(event_new(Base, -1, EV_PERSIST, report, &Seen), &Second);
  return event_base_dispatch(Base);
}
