// A std::mutex is to keep two processes apart (tsan-cannot-see processes).
#include <fcntl.h>
#include <mutex>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

static std::mutex FileMutex;
static int File = -1;

static void append(char Letter) {
  std::lock_guard<std::mutex> Guard(FileMutex); // BUG: process-unsafe-entry
  lseek(File, 0, SEEK_END);
  (void)!write(File, &Letter, 1);
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
