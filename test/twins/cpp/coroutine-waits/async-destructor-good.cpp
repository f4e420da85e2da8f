// The future outlives the coroutine.
#include "cppcoro/task.hpp"
#include <future>

void index(int document);
std::future<void> last;

cppcoro::task<> store(int document)
{
    last = std::async(std::launch::async, index, document);
    co_return;
}
