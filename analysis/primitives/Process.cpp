//===- Process.cpp - processes, signals, and what runs around main --------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Source: POSIX.1-2024, <unistd.h>, <signal.h>, <sys/wait.h>, with the System
// V and BSD calls that it has dropped; ISO/IEC 14882:2024, 17.5 and 17.14.
// The event loops are those that libuv, libevent, libev, GLib, Boost.Asio and
// Qt document.
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/Primitives.h"

namespace heddle {

static constexpr int8_t This = Primitive::ThisArg;

#define PLAIN(NAME, OP) {.Name = NAME, .What = Op::OP}
#define WITH_STD(NAME, OP) PLAIN(NAME, OP), PLAIN("std::" NAME, OP)

static const Primitive Functions[] = {
    PLAIN("fork", Fork),
    PLAIN("_Fork", Fork),
    PLAIN("forkpty", Fork),
    PLAIN("vfork", VFork),
    PLAIN("daemon", Daemon),

    PLAIN("execl", Exec),
    PLAIN("execle", Exec),
    PLAIN("execlp", Exec),
    PLAIN("execv", Exec),
    PLAIN("execve", Exec),
    PLAIN("execvp", Exec),
    PLAIN("execvpe", Exec),
    PLAIN("execveat", Exec),
    PLAIN("fexecve", Exec),

    WITH_STD("exit", Exit),
    WITH_STD("_Exit", EndProcess),
    WITH_STD("quick_exit", EndProcess),
    WITH_STD("abort", EndProcess),
    PLAIN("_exit", EndProcess),

    PLAIN("wait", Reap),
    PLAIN("waitpid", Reap),
    PLAIN("waitid", Reap),
    PLAIN("wait3", Reap),
    PLAIN("wait4", Reap),

    {.Name = "signal", .What = Op::Handle, .Second = 1},
    {.Name = "std::signal", .What = Op::Handle, .Second = 1},
    {.Name = "bsd_signal", .What = Op::Handle, .Second = 1},
    {.Name = "sysv_signal", .What = Op::Handle, .Second = 1},
    {.Name = "__sysv_signal", .What = Op::Handle, .Second = 1},
    {.Name = "ssignal", .What = Op::Handle, .Second = 1},
    {.Name = "sigset", .What = Op::Handle, .Second = 1},
    {.Name = "sigaction", .What = Op::HandleBy, .Second = 1},

    {.Name = "sigprocmask", .What = Op::MaskSignals, .Second = 1},
    {.Name = "pthread_sigmask", .What = Op::MaskSignals, .Second = 1},
    PLAIN("sigblock", BlockSignals),
    PLAIN("sighold", BlockSignals),
    PLAIN("sigsetmask", OpenSignals),
    PLAIN("sigrelse", OpenSignals),

    {.Name = "pthread_atfork", .What = Op::AtFork, .Second = 0},
    {.Name = "atexit", .What = Op::AtExit, .Second = 0},
    {.Name = "std::atexit", .What = Op::AtExit, .Second = 0},
    {.Name = "on_exit", .What = Op::AtExit, .Second = 0},

    PLAIN("uv_run", RunLoop),
    PLAIN("event_dispatch", RunLoop),
    PLAIN("event_loop", RunLoop),
    PLAIN("event_base_dispatch", RunLoop),
    PLAIN("event_base_loop", RunLoop),
    PLAIN("ev_run", RunLoop),
    PLAIN("ev_loop", RunLoop),
    PLAIN("g_main_loop_run", RunLoop),
    PLAIN("gtk_main", RunLoop),
    {.Name = "boost::asio::io_context::run",
     .What = Op::RunLoop,
     .Object = This},
    {.Name = "asio::io_context::run", .What = Op::RunLoop, .Object = This},
    PLAIN("QCoreApplication::exec", RunLoop),
    PLAIN("QGuiApplication::exec", RunLoop),
    PLAIN("QApplication::exec", RunLoop),

    WITH_STD("longjmp", Jump),
    PLAIN("_longjmp", Jump),
    PLAIN("siglongjmp", Jump),

    PLAIN("mmap", MapMemory),
    PLAIN("mmap64", MapMemory),
};

PrimitiveTable processPrimitives() { return {Functions, {}}; }

} // namespace heddle
