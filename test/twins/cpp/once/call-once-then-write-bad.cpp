// After call_once has built the object its users also change it, without a lock.
#include <cstdio>
#include <memory>
#include <mutex>
#include <thread>

struct Font
{
    int size = 0;
    int uses = 0;
};

static std::once_flag font_once;
static std::unique_ptr<Font> font;

static int glyph_width(char c)
{
    std::call_once(font_once, [] {
        font = std::make_unique<Font>();
        font->size = 12;
    });
    font->uses++;  // BUG: unlocked-global
    return c == 'i' ? font->size / 3 : font->size;
}

int main()
{
    int width_a = 0;
    int width_b = 0;
    std::thread a([&] { width_a = glyph_width('i'); });
    std::thread b([&] { width_b = glyph_width('w'); });
    a.join();
    b.join();
    std::printf("%d %d (%d uses)\n", width_a, width_b, font->uses);
    return 0;
}
