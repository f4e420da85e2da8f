// The SIGCHLD handler reports each child to syslog (tsan-cannot-see signals).
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <syslog.h>
#include <unistd.h>

static volatile sig_atomic_t reaped;

static void reap(int sig)
{
    int saved = errno;
    int status;
    pid_t pid;

    (void)sig;
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        syslog(LOG_INFO, "child %d ended with %d", (int)pid, status); // BUG: process-unsafe-entry
        reaped = 1;
    }
    errno = saved;
}

int main(void)
{
    struct sigaction sa;

    sigfillset(&sa.sa_mask);
    sa.sa_flags = SA_NOCLDSTOP;
    sa.sa_handler = reap;
    sigaction(SIGCHLD, &sa, 0);
    openlog("demo", LOG_PID, LOG_USER);
    if (fork() == 0)
        _exit(3);
    while (!reaped)
        pause();
    syslog(LOG_INFO, "a child ended");
    closelog();
    return 0;
}
