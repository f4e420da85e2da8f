//===- Blocking.cpp - library calls that keep their thread waiting --------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sources: POSIX.1-2024 and the manual pages of Linux; ISO/IEC 14882:2024,
// [thread], [futures], [input.output], [filesystems]; the manuals of the
// libraries named. Waiting for a lock is not here: the engine knows who takes
// which lock. Writing to a descriptor counts as not waiting.
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/BlockingCalls.h"
#include <fcntl.h>
#include <sys/file.h>
#include <sys/msg.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace heddle {

static constexpr int8_t This = BlockingCall::ThisArg;
static constexpr Blocking Sleep = Blocking::Sleep, Wait = Blocking::Wait,
                          Join = Blocking::Join, Input = Blocking::Input,
                          Disk = Blocking::Disk, File = Blocking::File;

/// Waits as long as argument ARG says.
#define TIMED(NAME, WHY, ARG) {.Name = NAME, .Blocks = WHY, .Time = ARG}
/// Waits, unless argument ARG has the flag.
#define FLAGGED(NAME, WHY, ARG, FLAG)                                          \
  {.Name = NAME, .Blocks = WHY, .Flags = ARG, .Not = FLAG}
/// Waits for what comes from a descriptor, perhaps with flags.
#define DESCRIPTOR(NAME) {.Name = NAME, .Blocks = Input, .Descriptor = 0}
#define DESCRIPTOR_FLAGS(NAME, ARG)                                            \
  {.Name = NAME,                                                               \
   .Blocks = Input,                                                            \
   .Flags = ARG,                                                               \
   .Not = MSG_DONTWAIT,                                                        \
   .Descriptor = 0}
#define STREAM(NAME, ARG) {.Name = NAME, .Blocks = Input, .Stream = ARG}
/// Waits for an object that the program can ask beforehand.
#define ASKED(NAME, WHY) {.Name = NAME, .Blocks = WHY, .Asked = This}
#define ASKED_TIMED(NAME)                                                      \
  {.Name = NAME, .Blocks = Wait, .Time = 0, .Asked = This}
#define ASIO_ONE(NAME, WHY, OBJECT, INSTEAD)                                   \
  {.Name = NAME, .Blocks = WHY, .Asked = OBJECT, .Instead = INSTEAD}
#define ASIO(NAME, WHY, OBJECT, INSTEAD)                                       \
  ASIO_ONE("asio::" NAME, WHY, OBJECT, INSTEAD),                               \
      ASIO_ONE("boost::asio::" NAME, WHY, OBJECT, INSTEAD)
#define FILESYSTEM(NAME, WHY)                                                  \
  {"std::filesystem::" NAME, WHY}, { "boost::filesystem::" NAME, WHY }
#define FUTURE(CLASS)                                                          \
  ASKED(CLASS "::get", Wait), ASKED(CLASS "::wait", Wait),                     \
      ASKED_TIMED(CLASS "::wait_for"), ASKED_TIMED(CLASS "::wait_until")

static constexpr BlockingCall Calls[] = {
    // Sleeping.
    TIMED("sleep", Sleep, 0),
    TIMED("usleep", Sleep, 0),
    TIMED("nanosleep", Sleep, 0),
    TIMED("clock_nanosleep", Sleep, 2),
    TIMED("thrd_sleep", Sleep, 0),
    TIMED("std::this_thread::sleep_for", Sleep, 0),
    {"std::this_thread::sleep_until", Sleep},
    TIMED("boost::this_thread::sleep_for", Sleep, 0),
    {"boost::this_thread::sleep_until", Sleep},
    {"boost::this_thread::sleep", Sleep},
    {"boost::thread::sleep", Sleep},
    TIMED("heddle::rt::sleep_for", Sleep, 0),
    TIMED("absl::SleepFor", Sleep, 0),
    TIMED("g_usleep", Sleep, 0),
    TIMED("uv_sleep", Sleep, 0),
    TIMED("apr_sleep", Sleep, 0),
    TIMED("av_usleep", Sleep, 0),
    TIMED("SDL_Delay", Sleep, 0),
    TIMED("Sleep", Sleep, 0),
    TIMED("QThread::sleep", Sleep, 0),
    TIMED("QThread::msleep", Sleep, 0),
    TIMED("QThread::usleep", Sleep, 0),
    ASIO("basic_waitable_timer::wait", Sleep, This, "async_wait"),
    ASIO("basic_deadline_timer::wait", Sleep, This, "async_wait"),

    // Waiting for other threads.
    {"std::condition_variable::wait", Wait},
    TIMED("std::condition_variable::wait_for", Wait, 1),
    {"std::condition_variable::wait_until", Wait},
    {"std::condition_variable_any::wait", Wait},
    TIMED("std::condition_variable_any::wait_for", Wait, 1),
    {"std::condition_variable_any::wait_until", Wait},
    {"boost::condition_variable::wait", Wait},
    TIMED("boost::condition_variable::wait_for", Wait, 1),
    {"boost::condition_variable::wait_until", Wait},
    {"boost::condition_variable::timed_wait", Wait},
    {"pthread_cond_wait", Wait},
    {"pthread_cond_timedwait", Wait},
    {"pthread_cond_clockwait", Wait},
    {"cnd_wait", Wait},
    {"cnd_timedwait", Wait},
    {"g_cond_wait", Wait},
    {"g_cond_wait_until", Wait},
    {"QWaitCondition::wait", Wait},
    {"absl::CondVar::Wait", Wait},
    ASKED("std::counting_semaphore::acquire", Wait),
    ASKED_TIMED("std::counting_semaphore::try_acquire_for"),
    ASKED_TIMED("std::counting_semaphore::try_acquire_until"),
    {"sem_wait", Wait},
    {"sem_timedwait", Wait},
    {"sem_clockwait", Wait},
    {"QSemaphore::acquire", Wait},
    ASKED("std::latch::wait", Wait),
    ASKED("std::latch::arrive_and_wait", Wait),
    ASKED("std::barrier::wait", Wait),
    ASKED("std::barrier::arrive_and_wait", Wait),
    {"pthread_barrier_wait", Wait},
    FUTURE("std::future"),
    FUTURE("std::shared_future"),
    FUTURE("boost::future"),
    FUTURE("boost::unique_future"),
    FUTURE("boost::shared_future"),
    ASKED("folly::Future::get", Wait),
    ASKED("folly::SemiFuture::get", Wait),
    ASKED("folly::Baton::wait", Wait),
    ASKED("absl::Notification::WaitForNotification", Wait),
    {"absl::BlockingCounter::Wait", Wait},
    {"std::atomic::wait", Wait},
    {"std::atomic_ref::wait", Wait},
    {"std::atomic_flag::wait", Wait},
    {"std::atomic_wait", Wait},
    {"std::atomic_wait_explicit", Wait},
    {"std::atomic_flag_wait", Wait},
    {"cppcoro::sync_wait", Wait},
    {"coro::sync_wait", Wait},
    {"unifex::sync_wait", Wait},
    {"folly::coro::blockingWait", Wait},
    {"folly::coro::blocking_wait_fn::operator()", Wait},
    {"heddle::rt::aio::run", Wait},
    {"mq_receive", Wait},
    {"mq_timedreceive", Wait},
    FLAGGED("msgrcv", Wait, 4, IPC_NOWAIT),
    {"sigwait", Wait},
    {"sigwaitinfo", Wait},
    {"sigsuspend", Wait},
    {"pause", Wait},
    FLAGGED("flock", Wait, 1, LOCK_NB | LOCK_UN),
    {.Name = "lockf", .Blocks = Wait, .Flags = 1, .Only = F_LOCK},
    {.Name = "fcntl", .Blocks = Wait, .Flags = 1, .Only = F_SETLKW},

    // Waiting for the end of threads and processes.
    {"std::thread::join", Join},
    {"std::jthread::join", Join},
    {"std::jthread::~jthread", Join},
    {"std::future::~future", Join},
    {"pthread_join", Join},
    {"thrd_join", Join},
    {"g_thread_join", Join},
    {"boost::thread::join", Join},
    {"boost::thread::timed_join", Join},
    {"QThread::wait", Join},
    ASIO("thread_pool::join", Join, This, ""),
    {"wait", Join},
    FLAGGED("waitpid", Join, 2, WNOHANG),
    FLAGGED("wait3", Join, 1, WNOHANG),
    FLAGGED("wait4", Join, 2, WNOHANG),
    FLAGGED("waitid", Join, 3, WNOHANG),
    {"system", Join},
    {"pclose", Join},
    {"g_spawn_sync", Join},
    {"g_spawn_command_line_sync", Join},
    {"QProcess::execute", Join},
    {"QProcess::waitForFinished", Join},
    {"boost::process::system", Join},
    {"boost::process::child::wait", Join},

    // Waiting for what comes in.
    DESCRIPTOR("read"),
    DESCRIPTOR("readv"),
    DESCRIPTOR_FLAGS("recv", 3),
    DESCRIPTOR_FLAGS("recvfrom", 3),
    DESCRIPTOR_FLAGS("recvmsg", 2),
    DESCRIPTOR("accept"),
    DESCRIPTOR("accept4"),
    DESCRIPTOR("connect"),
    TIMED("poll", Input, 2),
    TIMED("ppoll", Input, 2),
    TIMED("select", Input, 4),
    TIMED("pselect", Input, 4),
    TIMED("epoll_wait", Input, 3),
    TIMED("epoll_pwait", Input, 3),
    {"getaddrinfo", Input},
    {"getnameinfo", Input},
    {"gethostbyname", Input},
    {"gethostbyname_r", Input},
    {"gethostbyname2", Input},
    {"gethostbyaddr", Input},
    {"res_query", Input},
    {"res_search", Input},
    {"getchar", Input},
    {"getchar_unlocked", Input},
    {"gets", Input},
    {"getpass", Input},
    {"readline", Input},
    {"scanf", Input},
    {"vscanf", Input},
    STREAM("getc", 0),
    STREAM("fgetc", 0),
    STREAM("fgets", 2),
    STREAM("fread", 3),
    STREAM("fscanf", 0),
    STREAM("getline", 2),
    STREAM("getdelim", 3),
    STREAM("std::getline", 0),
    STREAM("std::operator>>", 0),
    STREAM("std::basic_istream::operator>>", This),
    STREAM("std::basic_istream::get", This),
    STREAM("std::basic_istream::getline", This),
    STREAM("std::basic_istream::read", This),
    STREAM("std::basic_istream::ignore", This),
    STREAM("std::basic_istream::peek", This),
    ASIO("read", Input, 0, "async_read"),
    ASIO("read_until", Input, 0, "async_read_until"),
    ASIO("write", Input, 0, "async_write"),
    ASIO("connect", Input, 0, "async_connect"),
    ASIO("basic_socket::connect", Input, This, "async_connect"),
    ASIO("basic_stream_socket::connect", Input, This, "async_connect"),
    ASIO("basic_stream_socket::read_some", Input, This, "async_read_some"),
    ASIO("basic_stream_socket::receive", Input, This, "async_receive"),
    ASIO("basic_stream_socket::write_some", Input, This, "async_write_some"),
    ASIO("basic_stream_socket::send", Input, This, "async_send"),
    ASIO("basic_datagram_socket::receive", Input, This, "async_receive"),
    ASIO("basic_datagram_socket::receive_from", Input, This,
         "async_receive_from"),
    ASIO("basic_socket_acceptor::accept", Input, This, "async_accept"),
    ASIO("basic_serial_port::read_some", Input, This, "async_read_some"),
    ASIO("ip::basic_resolver::resolve", Input, This, "async_resolve"),
    ASIO("ip::tcp::resolver::resolve", Input, This, "async_resolve"),
    ASIO("ssl::stream::handshake", Input, This, "async_handshake"),
    ASIO_ONE("boost::beast::http::read", Input, 0, "async_read"),
    ASIO_ONE("boost::beast::http::write", Input, 0, "async_write"),
    {"QIODevice::waitForReadyRead", Input},
    {"QAbstractSocket::waitForConnected", Input},
    {"QAbstractSocket::waitForReadyRead", Input},
    {"curl_easy_perform", Input},
    TIMED("curl_multi_wait", Input, 3),
    TIMED("curl_multi_poll", Input, 3),
    {"PQconnectdb", Input},
    {"PQexec", Input},
    {"PQexecParams", Input},
    {"PQexecPrepared", Input},
    {"mysql_real_connect", Input},
    {"mysql_query", Input},
    {"mysql_real_query", Input},
    {"redisConnect", Input},
    {"redisCommand", Input},
    TIMED("zmq_poll", Input, 2),

    // Waiting for the disk.
    {"fsync", Disk},
    {"fdatasync", Disk},
    {"sync", Disk},
    {"syncfs", Disk},
    {"ftw", Disk},
    {"nftw", Disk},
    FILESYSTEM("copy", Disk),
    FILESYSTEM("copy_file", Disk),
    FILESYSTEM("remove_all", Disk),
    FILESYSTEM("recursive_directory_iterator::recursive_directory_iterator",
               Disk),
    {"open", File},
    {"openat", File},
    {"creat", File},
    {"fopen", File},
    {"std::basic_ifstream::basic_ifstream", File},
    {"std::basic_ofstream::basic_ofstream", File},
    {"std::basic_fstream::basic_fstream", File},
    {"std::basic_ifstream::open", File},
    {"std::basic_ofstream::open", File},
    {"std::basic_fstream::open", File},
    FILESYSTEM("directory_iterator::directory_iterator", File),
    FILESYSTEM("create_directories", File),
    FILESYSTEM("rename", File),
    FILESYSTEM("remove", File),
    {"sqlite3_step", File},
    {"sqlite3_exec", File},
};

llvm::ArrayRef<BlockingCall> blockingCalls() { return Calls; }

} // namespace heddle
