// The guard is outside the try block, so it is still there in the handler.
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
        std::lock_guard<std::mutex> lock(parser_mutex);
        try
        {
            parsed += digit(*text);
        }
        catch (const std::invalid_argument &)
        {
            ++errors;
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
