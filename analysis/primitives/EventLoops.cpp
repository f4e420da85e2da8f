//===- EventLoops.cpp - library calls that take callbacks for a loop ------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sources: the manuals of libuv, libevent 2, libev, GLib and Asio. A loop
// calls its callbacks one after the other; what it calls on threads of its
// own (the work of uv_queue_work) is not here. A name of a field stands for
// the functions stored there.
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/BlockingCalls.h"

namespace heddle {

#define POSTS(NAME, ARGS) {.Name = NAME, .Later = ARGS}
#define ARG(N) (1 << (N))
#define LAST BlockingCall::LastArg
#define ASIO(NAME) POSTS("asio::" NAME, LAST), POSTS("boost::asio::" NAME, LAST)

static constexpr BlockingCall Calls[] = {
    // libuv
    POSTS("uv_timer_start", ARG(1)),
    POSTS("uv_idle_start", ARG(1)),
    POSTS("uv_prepare_start", ARG(1)),
    POSTS("uv_check_start", ARG(1)),
    POSTS("uv_async_init", ARG(2)),
    POSTS("uv_poll_start", ARG(2)),
    POSTS("uv_signal_start", ARG(1)),
    POSTS("uv_signal_start_oneshot", ARG(1)),
    POSTS("uv_close", ARG(1)),
    POSTS("uv_shutdown", ARG(2)),
    POSTS("uv_listen", ARG(2)),
    POSTS("uv_tcp_connect", ARG(3)),
    POSTS("uv_pipe_connect", ARG(3)),
    POSTS("uv_read_start", ARG(1) | ARG(2)),
    POSTS("uv_write", ARG(4)),
    POSTS("uv_write2", ARG(5)),
    POSTS("uv_udp_send", ARG(5)),
    POSTS("uv_udp_recv_start", ARG(1) | ARG(2)),
    POSTS("uv_getaddrinfo", ARG(2)),
    POSTS("uv_getnameinfo", ARG(2)),
    POSTS("uv_queue_work", ARG(3)),
    POSTS("uv_fs_event_start", ARG(1)),
    POSTS("uv_fs_poll_start", ARG(1)),
    POSTS("uv_fs_open", LAST),
    POSTS("uv_fs_close", LAST),
    POSTS("uv_fs_read", LAST),
    POSTS("uv_fs_write", LAST),
    POSTS("uv_fs_stat", LAST),
    POSTS("uv_fs_scandir", LAST),
    POSTS("uv_process_options_s::exit_cb", ARG(0)),

    // libevent
    POSTS("event_new", ARG(3)),
    POSTS("event_assign", ARG(4)),
    POSTS("event_set", ARG(3)),
    POSTS("event_once", ARG(2)),
    POSTS("event_base_once", ARG(3)),
    POSTS("bufferevent_setcb", ARG(1) | ARG(2) | ARG(3)),
    POSTS("evconnlistener_new", ARG(1)),
    POSTS("evconnlistener_new_bind", ARG(1)),
    POSTS("evhttp_set_cb", ARG(2)),
    POSTS("evhttp_set_gencb", ARG(1)),
    POSTS("evhttp_request_new", ARG(0)),
    POSTS("evdns_getaddrinfo", ARG(4)),

    // libev keeps the callback in the watcher.
    POSTS("ev_watcher::cb", ARG(0)),
    POSTS("ev_io::cb", ARG(0)),
    POSTS("ev_timer::cb", ARG(0)),
    POSTS("ev_periodic::cb", ARG(0)),
    POSTS("ev_signal::cb", ARG(0)),
    POSTS("ev_child::cb", ARG(0)),
    POSTS("ev_stat::cb", ARG(0)),
    POSTS("ev_idle::cb", ARG(0)),
    POSTS("ev_prepare::cb", ARG(0)),
    POSTS("ev_check::cb", ARG(0)),
    POSTS("ev_async::cb", ARG(0)),
    POSTS("ev_once", ARG(4)),

    // GLib
    POSTS("g_timeout_add", ARG(1)),
    POSTS("g_timeout_add_full", ARG(2)),
    POSTS("g_timeout_add_seconds", ARG(1)),
    POSTS("g_timeout_add_seconds_full", ARG(2)),
    POSTS("g_idle_add", ARG(0)),
    POSTS("g_idle_add_full", ARG(1)),
    POSTS("g_io_add_watch", ARG(2)),
    POSTS("g_io_add_watch_full", ARG(3)),
    POSTS("g_unix_fd_add", ARG(2)),
    POSTS("g_unix_signal_add", ARG(1)),
    POSTS("g_child_watch_add", ARG(1)),

    // Asio, beside all that is called async_...
    ASIO("post"),
    ASIO("dispatch"),
    ASIO("defer"),
    ASIO("spawn"),
    ASIO("io_context::post"),
    ASIO("io_context::dispatch"),
    ASIO("io_context::strand::post"),
    ASIO("io_context::strand::dispatch"),
};

llvm::ArrayRef<BlockingCall> eventLoopCalls() { return Calls; }

} // namespace heddle
