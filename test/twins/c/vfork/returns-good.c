// The child of vfork ends with _exit when exec fails.
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static int run(const char *path)
{
    pid_t pid;
    int status;

    pid = vfork();
    if (pid < 0)
        return -1;
    if (!pid) {
        execl(path, path, (char *)NULL);
        _exit(127);
    }
    return waitpid(pid, &status, 0) == pid ? status : -1;
}

int main(void)
{
    return run("/bin/true") != 0;
}
