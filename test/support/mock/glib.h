/* The shape of GLib's main loop and threads. */
#ifndef __G_LIB_H__
#define __G_LIB_H__
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif

typedef int gint;
typedef unsigned int guint;
typedef unsigned long gulong;
typedef int gboolean;
typedef void *gpointer;
typedef char gchar;
#define TRUE 1
#define FALSE 0
#define G_SOURCE_CONTINUE 1
#define G_SOURCE_REMOVE 0

typedef struct _GMainLoop GMainLoop;
typedef struct _GMainContext GMainContext;
typedef struct _GThread GThread;
typedef struct _GThreadPool GThreadPool;
typedef struct _GIOChannel GIOChannel;
typedef struct _GError GError;
typedef struct _GMutex {
  void *p;
} GMutex;
typedef struct _GCond {
  void *p;
} GCond;
typedef enum { G_IO_IN = 1, G_IO_OUT = 4 } GIOCondition;
typedef void (*GFunc)(gpointer data, gpointer user_data);
typedef gboolean (*GSourceFunc)(gpointer user_data);
typedef gpointer (*GThreadFunc)(gpointer data);
typedef gboolean (*GIOFunc)(GIOChannel *source, GIOCondition condition, gpointer data);

GMainLoop *g_main_loop_new(GMainContext *context, gboolean is_running);
void g_main_loop_run(GMainLoop *loop);
void g_main_loop_quit(GMainLoop *loop);
guint g_timeout_add(guint interval, GSourceFunc function, gpointer data);
guint g_timeout_add_seconds(guint interval, GSourceFunc function, gpointer data);
guint g_idle_add(GSourceFunc function, gpointer data);
guint g_io_add_watch(GIOChannel *channel, GIOCondition condition, GIOFunc func, gpointer user_data);
GIOChannel *g_io_channel_unix_new(int fd);
GThread *g_thread_new(const gchar *name, GThreadFunc func, gpointer data);
gpointer g_thread_join(GThread *thread);
GThreadPool *g_thread_pool_new(GFunc func, gpointer user_data, gint max_threads, gboolean exclusive, GError **error);
gboolean g_thread_pool_push(GThreadPool *pool, gpointer data, GError **error);
void g_usleep(gulong microseconds);
gboolean g_spawn_command_line_sync(const gchar *command_line, gchar **standard_output, gchar **standard_error,
                                   gint *wait_status, GError **error);
gboolean g_spawn_command_line_async(const gchar *command_line, GError **error);

#ifdef __cplusplus
}
#endif
#endif
