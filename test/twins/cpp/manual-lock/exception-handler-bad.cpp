// The handler runs when the guard in the try block is gone already.
#include <cstdio>
#include <mutex>
#include <stdexcept>
#include <thread>

static std::mutex parser_mutex;
static int parsed;
static int errors;

static int digit(char c)
{
    if (c < '0' || c > '9')
        throw std::invalid_argument("not a digit");
    return c - '0';
}

static void parse(const char *text)
{
    for (; *text; ++text)
    {
        try
        {
            std::lock_guard<std::mutex> lock(parser_mutex);
            parsed += digit(*text);
        }
        catch (const std::invalid_argument &)
        {
            ++errors;  // BUG: unlocked-global
        }
    }
}

int main()
{
    std::thread a(parse, "12x4yz");
    std::thread b(parse, "7?!9aa");
    a.join();
    b.join();
    std::printf("sum %d, %d errors\n", parsed, errors);
}
