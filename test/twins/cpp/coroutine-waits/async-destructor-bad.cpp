// The future of std::async waits in its destructor.
#include "cppcoro/task.hpp"
#include <future>

void index(int document);
std::future<void> last;

cppcoro::task<> store(int document)
{
    auto done = std::async(std::launch::async, index, document);
    co_return; // BUG: blocking-in-coroutine
}
