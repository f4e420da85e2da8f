// The child joins the grandchild, so joining the child is enough for main.
#include <cstdio>
#include <thread>

static std::thread grandchild;
static unsigned inheritance = 1;

static void spend()
{
    inheritance *= 2;
}

static void child_main()
{
    grandchild = std::thread(spend);
    grandchild.join();
}

int main()
{
    std::thread child(child_main);
    child.join();
    inheritance += 5;
    if (grandchild.joinable())
        grandchild.join();
    std::printf("inheritance %u\n", inheritance);
    return 0;
}
