// The child of vfork returns from the function when exec fails (tsan-cannot-see processes).
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
        return -1; // BUG: process-unsafe-entry
    }
    return waitpid(pid, &status, 0) == pid ? status : -1;
}

int main(void)
{
    return run("/bin/true") != 0;
}
