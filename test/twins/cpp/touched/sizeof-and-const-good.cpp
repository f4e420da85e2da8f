// The length of the buffer is found by sizeof, which reads nothing at run-time.
#include <cstdio>
#include <cstring>
#include <thread>

static char text[] = "fifteen letters";

static void shorten()
{
    text[7] = '\0';
}

static std::size_t room()
{
    return sizeof(text);
}

int main()
{
    std::thread editor(shorten);
    const std::size_t n = room();
    editor.join();
    std::printf("%zu, now %s\n", n, text);
    return 0;
}
