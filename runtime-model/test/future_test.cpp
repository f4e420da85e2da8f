#include "heddle/rt/executor.h"
#include <gtest/gtest.h>
#include <memory>
#include <vector>
using namespace heddle::rt;
TEST(future, gives_the_result_as_often_as_asked) {
  promise<int> p;
  future<int> f = p.get_future();
  EXPECT_FALSE(f.done());
  p.set_result(42);
  EXPECT_EQ(f.result(), 42);
  EXPECT_EQ(f.result(), 42);
}
struct inline_executor : executor {
  void shutdown(bool, bool) override {}
  void enqueue(std::shared_ptr<detail::task_base> work) override { work->run(); }
};
TEST(executor, map) {
  inline_executor e;
  std::vector<int> in{1, 2, 3}, out;
  for (int x : e.map([](int a, int b) { return a * b; }, in, in))
    out.push_back(x);
  EXPECT_EQ(out, (std::vector{1, 4, 9}));
  EXPECT_EQ(*e.submit([] { return std::make_unique<int>(3); }).result(), 3);
  e.submit([] {}).result();
  static_assert(std::ranges::input_range<map_results<int>>);
}
