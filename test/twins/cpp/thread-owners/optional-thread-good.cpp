// The optional thread is joined before the printout.
#include <cstdio>
#include <optional>
#include <thread>

static unsigned hash = 5381;

static void digest(const char *text)
{
    for (; *text; ++text)
        hash = hash * 33 + static_cast<unsigned char>(*text);
}

int main(int argc, char **argv)
{
    std::optional<std::thread> background;
    background.emplace(digest, argc > 1 ? argv[1] : "default text");

    if (background)
        background->join();
    std::printf("hash %u\n", hash);
    return 0;
}
