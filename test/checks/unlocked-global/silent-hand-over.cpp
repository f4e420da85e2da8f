// RUN: %check_heddle %s
// One thread leaves the data to another: not locked, but ordered.

#include <atomic>
#include <barrier>
#include <condition_variable>
#include <latch>
#include <mutex>
#include <semaphore>
#include <thread>

static std::mutex Mutex;

static std::condition_variable Changed;
static bool Filled;
static int ByCondition;
static void condition() {
  std::thread Producer([] {
    ByCondition = 1;
    std::lock_guard Lock(Mutex);
    Filled = true;
    Changed.notify_one();
  });
  {
    std::unique_lock Lock(Mutex);
    Changed.wait(Lock, [] { return Filled; });
  }
  ++ByCondition;
  Producer.join();
}

static std::atomic<bool> Ready;
static int ByFlag;
static void flag() {
  std::thread Producer([] {
    ByFlag = 1;
    Ready.store(true, std::memory_order_release);
  });
  while (!Ready.load(std::memory_order_acquire))
    std::this_thread::yield();
  ++ByFlag;
  Producer.join();
}

static std::binary_semaphore Posted{0};
static int BySemaphore;
static void semaphore() {
  std::thread Producer([] {
    BySemaphore = 1;
    Posted.release();
  });
  Posted.acquire();
  ++BySemaphore;
  Producer.join();
}

static std::latch Arrived{1};
static int ByLatch;
static void latch() {
  std::thread Producer([] {
    ByLatch = 1;
    Arrived.count_down();
  });
  Arrived.wait();
  ++ByLatch;
  Producer.join();
}

static std::atomic_flag Busy;
static int BySpinLock;
static void spin() {
  while (Busy.test_and_set(std::memory_order_acquire))
    ;
  ++BySpinLock;
  Busy.clear(std::memory_order_release);
}
static void spinLock() { std::jthread A(spin), B(spin); }

static std::barrier Meeting{2};
static int ByBarrier;
static void barrier() {
  std::thread Producer([] {
    ByBarrier = 1;
    Meeting.arrive_and_wait();
  });
  Meeting.arrive_and_wait();
  ++ByBarrier;
  Producer.join();
}

int main() {
  condition();
  flag();
  semaphore();
  latch();
  spinLock();
  barrier();
  return 0;
}
