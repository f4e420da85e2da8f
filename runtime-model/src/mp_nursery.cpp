//===- mp_nursery.cpp - the process that forks workers, and the workers --===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mp_nursery.h"
#include <csignal>
#include <map>
#include <sys/prctl.h>
#include <system_error>
#include <unistd.h>

namespace heddle::rt::mp::detail {

namespace {

using worker_map = std::map<std::uint64_t, process>;

/// The answer to one message: true and the outcomes, or false and why there are none.
byte_vector answer(byte_span message) {
  wire_writer out;
  try {
    wire_write(out, true);
    wire_reader in(message);
    auto id = wire_read<entry_id>(in);
    entry_registry::find(id)(in, out);
    return out.take();
  } catch (...) {
    wire_writer refusal;
    write_current_exception(refusal);
    return refusal.take();
  }
}

/// False if the initializer threw; the parent is told either way.
bool initialize(connection &channel, unique_function<void()> &initializer) {
  wire_writer out;
  bool good = true;
  try {
    initializer();
    wire_write(out, true);
    wire_write(out, std::monostate());
  } catch (...) {
    good = false;
    write_current_exception(out);
  }
  channel.send_bytes(out.written());
  return good;
}

/// Answers until the parent closes the channel.
void run_worker(connection channel, unique_function<void()> &initializer) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent_process()->pid)
    return; // it ended before the call above
  try {
    if (!initialize(channel, initializer))
      return;
    while (true)
      channel.send_bytes(answer(channel.recv_bytes()));
  } catch (const end_of_file &) {
  } catch (const std::system_error &) { // nobody reads the answer any more
  }
}

/// False when there are no more orders.
bool obey(connection &orders, worker_map &workers, unique_function<void()> &initializer) {
  nursery_order order;
  try {
    order = orders.recv<nursery_order>();
  } catch (const end_of_file &) {
    return false;
  }
  descriptor channel = orders.recv_descriptor();
  process worker(
      {.name = "PoolWorker-" + std::to_string(order.worker), .daemon = true, .method = start_method::fork},
      [&initializer](connection c) { run_worker(std::move(c), initializer); }, connection(std::move(channel)));
  orders.send(nursery_notice{order.worker, worker.pid(), {}});
  workers.emplace(order.worker, std::move(worker));
  return true;
}

void report_dead(connection &orders, worker_map &workers) {
  std::erase_if(workers, [&](const auto &one) {
    std::optional<int> code = one.second.exitcode();
    if (code)
      orders.send(nursery_notice{one.first, one.second.pid(), code});
    return code.has_value();
  });
}

} // namespace

void run_nursery(connection orders, unique_function<void()> initializer) {
  hide_from_children(orders.fileno());
  worker_map workers;
  try {
    bool more = true;
    while (more) {
      std::vector<waitable> watched{orders};
      for (const auto &[id, worker] : workers)
        watched.emplace_back(worker.sentinel());
      wait(watched);
      if (orders.poll())
        more = obey(orders, workers, initializer);
      report_dead(orders, workers);
    }
  } catch (const std::system_error &) { // the parent is gone
  }
  for (const auto &[id, worker] : workers)
    worker.kill();
}

} // namespace heddle::rt::mp::detail
