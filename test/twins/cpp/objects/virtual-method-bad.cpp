// The override that runs in the second thread forgets the lock the other override takes.
#include <cstdio>
#include <memory>
#include <mutex>
#include <thread>

static std::mutex canvas_mutex;
static int canvas_area;

class Shape
{
public:
    virtual ~Shape() = default;
    virtual void paint() const = 0;
};

class Square : public Shape
{
public:
    void paint() const override
    {
        std::lock_guard<std::mutex> lock(canvas_mutex);
        canvas_area += 16;
    }
};

class Circle : public Shape
{
public:
    void paint() const override
    {
        canvas_area += 12;  // BUG: unlocked-global
    }
};

static void draw(const Shape *shape)
{
    shape->paint();
}

int main()
{
    const auto square = std::make_unique<Square>();
    const auto circle = std::make_unique<Circle>();
    std::thread a(draw, square.get());
    std::thread b(draw, circle.get());
    a.join();
    b.join();
    std::printf("area %d\n", canvas_area);
    return 0;
}
