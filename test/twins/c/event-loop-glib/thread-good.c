// A thread sleeps, and hands its result to the main loop.
#include <glib.h>

static int Measured;

static gboolean show(gpointer Value) {
  Measured = *(int *)Value;
  return G_SOURCE_REMOVE;
}

static gpointer measure(gpointer Value) {
  g_usleep(500000);
  ++*(int *)Value;
  g_idle_add(show, Value);
  return NULL;
}

int main(void) {
  static int Value;
  GMainLoop *Loop = g_main_loop_new(NULL, FALSE);
  g_thread_new("measure", measure, &Value);
  g_main_loop_run(Loop);
  return Measured;
}
