// The shape of cppcoro's synchronous and asynchronous generators.
#pragma once
#include <coroutine>
#include <iterator>
#include <memory>
#include <utility>

namespace cppcoro {

template <class T> class generator {
public:
  struct promise_type {
    generator get_return_object() noexcept {
      return generator(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    std::suspend_always yield_value(const T &given) noexcept {
      value = std::addressof(given);
      return {};
    }
    void unhandled_exception() { throw; }
    void return_void() noexcept {}
    template <class U> std::suspend_never await_transform(U &&) = delete;
    const T *value = nullptr;
  };
  using handle = std::coroutine_handle<promise_type>;

  struct iterator {
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    iterator &operator++() {
      coroutine.resume();
      return *this;
    }
    void operator++(int) { ++*this; }
    const T &operator*() const { return *coroutine.promise().value; }
    friend bool operator==(const iterator &it, std::default_sentinel_t) noexcept {
      return it.coroutine.done();
    }
    handle coroutine;
  };

  explicit generator(handle coroutine) : coroutine(coroutine) {}
  generator(generator &&other) noexcept : coroutine(std::exchange(other.coroutine, {})) {}
  ~generator() {
    if (coroutine)
      coroutine.destroy();
  }
  iterator begin() {
    coroutine.resume();
    return {coroutine};
  }
  std::default_sentinel_t end() noexcept { return {}; }

private:
  handle coroutine;
};

template <class T> class async_generator {
public:
  struct promise_type {
    async_generator get_return_object() noexcept {
      return async_generator(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    std::suspend_always yield_value(const T &given) noexcept {
      value = std::addressof(given);
      return {};
    }
    void unhandled_exception() { throw; }
    void return_void() noexcept {}
    const T *value = nullptr;
  };
  using handle = std::coroutine_handle<promise_type>;

  struct advance {
    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<>) noexcept { return coroutine; }
    bool await_resume() const { return !coroutine.done(); }
    handle coroutine;
  };

  explicit async_generator(handle coroutine) : coroutine(coroutine) {}
  async_generator(async_generator &&other) noexcept : coroutine(std::exchange(other.coroutine, {})) {}
  ~async_generator() {
    if (coroutine)
      coroutine.destroy();
  }
  advance next() { return {coroutine}; }
  const T &value() const { return *coroutine.promise().value; }

private:
  handle coroutine;
};

} // namespace cppcoro
