#include "heddle/rt/barrier.h"
#include "heddle/rt/condition.h"
#include "heddle/rt/guarded.h"
#include "heddle/rt/local.h"
#include "heddle/rt/queue.h"
#include "heddle/rt/ranked_lock.h"
#include "heddle/rt/semaphore.h"
#include "heddle/rt/thread_pool_executor.h"
#include "heddle/rt/timer.h"
#include "heddle/rt/wait.h"
#include <gtest/gtest.h>
using namespace heddle::rt;
TEST(wait, smoke) {
  thread_pool_executor pool(2);
  std::vector<future<int>> fs;
  for (int i = 0; i < 10; ++i)
    fs.push_back(pool.submit([i] { return i * i; }));
  int s = 0;
  for (auto &f : as_completed(fs))
    s += f.result();
  EXPECT_EQ(s, 285);
  EXPECT_EQ(wait(fs).done.size(), 10u);
  timer t(std::chrono::milliseconds(1), [] {});
  t.join();
  local<int> l;
  *l = 3;
  EXPECT_EQ(*l, 3);
  priority_queue<int> q;
  q.put(2);
  q.put(1);
  EXPECT_EQ(q.get(), 1);
  guarded<int> g(4);
  EXPECT_EQ(g.with([](int &x) { return ++x; }), 5);
  EXPECT_EQ(*g.lock(), 5);
}
