// The callback only asks whether the other process has ended.
#include <sys/wait.h>
#include <uv.h>

static pid_t Helper;

static void onExit(uv_process_t *Process, int64_t Status, int Signal) {
  int HelperStatus;
  waitpid(Helper, &HelperStatus, WNOHANG);
  (void)Process;
  (void)Status;
  (void)Signal;
}

int launch(uv_loop_t *Loop, uv_process_t *Process, char **Arguments) {
  uv_process_options_t Options = {0};
  Options.exit_cb = onExit;
  Options.file = Arguments[0];
  Options.args = Arguments;
  return uv_spawn(Loop, Process, &Options);
}
