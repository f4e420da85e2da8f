//===- aio_future_watch.cpp - several futures, and which of them are done -===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/future_watch.h"

namespace heddle::rt::aio::detail {

future_watch::future_watch(std::vector<std::shared_ptr<future_core>> all)
    : futures(std::move(all)), links(std::make_unique<link[]>(futures.size())) {
  order.reserve(futures.size());
  for (std::size_t place = 0; place < futures.size(); ++place) {
    links[place].to = this;
    links[place].place = place;
    if (futures[place]->done())
      note(place, *futures[place]);
    else
      futures[place]->add(links[place]);
  }
}

future_watch::~future_watch() {
  std::vector<bool> told(futures.size());
  for (std::size_t place : order)
    told[place] = true;
  for (std::size_t place = 0; place < futures.size(); ++place)
    if (!told[place])
      futures[place]->remove(links[place]);
}

void future_watch::note(std::size_t place, future_core &done) {
  order.push_back(place);
  if (!failed && (done.cancelled() || done.has_exception()))
    failed = &done;
  has_exception |= done.has_exception();
  if (waiting && enough())
    waiting->enough_are_done();
}

bool future_watch::enough() const noexcept {
  return order.size() >= wanted || (early == stop_at::exception && has_exception) ||
         (early == stop_at::failure && failed);
}

void future_watch::awaiter::cancel(const std::string &message, std::vector<future_core *> &others) {
  if (!pass_on) {
    stop();
    return end_cancelled(message);
  }
  cancelled = true;
  reason = message;
  watch.wanted = watch.size();
  watch.early = stop_at::count_only;
  for (const std::shared_ptr<future_core> &one : watch.futures)
    if (!one->done())
      others.push_back(one.get());
}

} // namespace heddle::rt::aio::detail
