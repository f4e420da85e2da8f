// A source of the main loop waits for a program.
#include <glib.h>

static gboolean refresh(gpointer data)
{
    int *left = data;
    g_spawn_command_line_sync("update-index", NULL, NULL, NULL, NULL); // BUG: blocking-in-coroutine
    return --*left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

int main(void)
{
    static int left = 3;
    GMainLoop *loop = g_main_loop_new(NULL, FALSE);
    g_timeout_add_seconds(10, refresh, &left);
    g_main_loop_run(loop);
    return 0;
}
