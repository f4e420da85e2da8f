// A lock on a file keeps two processes apart.
#include <fcntl.h>
#include <mutex>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

static int File = -1;

static void append(char Letter) {
  flock(File, LOCK_EX);
  lseek(File, 0, SEEK_END);
  (void)!write(File, &Letter, 1);
  flock(File, LOCK_UN);
}

int main() {
  File = open("/tmp/heddle-twin", O_RDWR | O_CREAT, 0600);
  pid_t Pid = fork();
  if (Pid == 0) {
    append('c');
    _exit(0);
  }
  append('p');
  wait(nullptr);
}
