// The optional thread is joined after the printout.
#include <cstdio>
#include <optional>
#include <thread>

static unsigned hash = 5381;

static void digest(const char *text)
{
    for (; *text; ++text)
        hash = hash * 33 + static_cast<unsigned char>(*text);  // BUG: unlocked-global
}

int main(int argc, char **argv)
{
    std::optional<std::thread> background;
    background.emplace(digest, argc > 1 ? argv[1] : "default text");

    std::printf("hash %u\n", hash);  // BUG: unlocked-global
    if (background)
        background->join();
    return 0;
}
