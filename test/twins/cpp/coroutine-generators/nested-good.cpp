// A generator that awaits only generators of its own kind.
#include <chrono>
#include <coroutine>
#include <iterator>
#include <thread>
#include <utility>

template <class T> class Sequence {
public:
  struct promise_type {
    T Value{};
    Sequence get_return_object() { return Sequence(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T Given) {
      Value = Given;
      return {};
    }
    void return_void() {}
    void unhandled_exception() {}
    struct Drain {
      bool await_ready() { return true; }
      void await_suspend(std::coroutine_handle<>) {}
      void await_resume() {}
    };
    Drain await_transform(Sequence &&) { return {}; }
  };
  explicit Sequence(std::coroutine_handle<promise_type> Handle) : Handle(Handle) {}
  Sequence(Sequence &&Other) noexcept : Handle(std::exchange(Other.Handle, {})) {}
  ~Sequence() {
    if (Handle)
      Handle.destroy();
  }
  bool advance() {
    Handle.resume();
    return !Handle.done();
  }
  T value() const { return Handle.promise().Value; }

private:
  std::coroutine_handle<promise_type> Handle;
};

Sequence<int> leaf() { co_yield 1; }

Sequence<int> tree(int Depth) {
  if (Depth > 0)
    co_await tree(Depth - 1);
  std::this_thread::sleep_for(std::chrono::milliseconds(Depth));
  co_await leaf();
  co_yield Depth;
}
