// Two threads run one member function of a global object, and it takes the object's mutex.
#include <cstdio>
#include <mutex>
#include <thread>

class Turnstile
{
public:
    void admit(int people)
    {
        std::lock_guard<std::mutex> hold(mutex_);
        for (int i = 0; i < people; ++i)
            inside_ = inside_ + 1;
    }

    int inside()
    {
        std::lock_guard<std::mutex> hold(mutex_);
        return inside_;
    }

private:
    std::mutex mutex_;
    int inside_ = 0;
};

static Turnstile gate;

int main()
{
    std::thread north(&Turnstile::admit, &gate, 40);
    std::thread south(&Turnstile::admit, &gate, 60);
    north.join();
    south.join();
    std::printf("%d inside\n", gate.inside());
}
