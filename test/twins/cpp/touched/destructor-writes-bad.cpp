// The destructor of a local object steps the global count in two threads, unlocked.
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

static std::mutex census_mutex;
static int destroyed;

class Token
{
public:
    explicit Token(std::string name) : name_(std::move(name)) {}
    ~Token()
    {
        ++destroyed;  // BUG: unlocked-global
    }
    std::size_t width() const { return name_.size(); }

private:
    std::string name_;
};

static void tokenize(const char *text)
{
    for (; *text; ++text)
    {
        Token token(std::string(2, *text));
        if (token.width() != 2)
            return;
    }
}

int main()
{
    std::thread a(tokenize, "int main");
    std::thread b(tokenize, "return 0");
    a.join();
    b.join();
    std::lock_guard<std::mutex> lock(census_mutex);
    std::printf("%d tokens destroyed\n", destroyed);
}
