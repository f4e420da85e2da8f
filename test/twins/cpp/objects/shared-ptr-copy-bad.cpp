// The global shared_ptr is assigned while another thread copies it.
#include <cstdio>
#include <memory>
#include <thread>

struct Theme
{
    int hue;
};

static std::shared_ptr<const Theme> theme = std::make_shared<const Theme>(Theme{120});

static void change(int hue)
{
    auto next = std::make_shared<const Theme>(Theme{hue});
    theme = next;  // BUG: unlocked-global
}

static bool themed()
{
    std::shared_ptr<const Theme> mine = theme;  // BUG: unlocked-global
    return mine != nullptr;
}

int main()
{
    std::thread designer(change, 240);
    const bool before = themed();
    designer.join();
    std::printf("themed %d, hue %d\n", before, theme->hue);
    return 0;
}
