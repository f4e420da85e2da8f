// The bound member function runs as a thread while main calls it on the same global object.
#include <cstdio>
#include <functional>
#include <thread>

class Counter
{
public:
    void step(int by) { value_ += by; }  // BUG: unlocked-global
    int value() const { return value_; }

private:
    int value_ = 0;
};

static Counter apples;
static Counter pears;

int main()
{
    auto five_apples = std::bind(&Counter::step, &apples, std::placeholders::_1);
    std::thread picker(five_apples, 5);
    apples.step(2);
    picker.join();
    std::printf("%d apples, %d pears\n", apples.value(), pears.value());
}
