// The length of the text is found by walking it while the other thread shortens it.
#include <cstdio>
#include <cstring>
#include <thread>

static char text[] = "fifteen letters";

static void shorten()
{
    text[7] = '\0';  // BUG: unlocked-global
}

static std::size_t room()
{
    return std::strlen(text);  // BUG: unlocked-global
}

int main()
{
    std::thread editor(shorten);
    const std::size_t n = room();
    editor.join();
    std::printf("%zu, now %s\n", n, text);
    return 0;
}
