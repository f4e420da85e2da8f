// The main loop's callback sleeps.
#include <glib.h>

static int Measured;

static gboolean show(gpointer Value) {
  Measured = *(int *)Value;
  return G_SOURCE_REMOVE;
}

static gboolean measure(gpointer Value) {
  g_usleep(500000); // BUG: blocking-in-coroutine
  ++*(int *)Value;
  return show(Value);
}

int main(void) {
  static int Value;
  GMainLoop *Loop = g_main_loop_new(NULL, FALSE);
  g_idle_add(measure, &Value);
  g_main_loop_run(Loop);
  return Measured;
}
