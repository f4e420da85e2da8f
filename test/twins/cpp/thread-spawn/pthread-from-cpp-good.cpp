// A C++ class starts a pthread by a static trampoline; the trampoline's target takes the lock.
#include <cstdio>
#include <mutex>
#include <pthread.h>

class Fountain
{
public:
    void open() { pthread_create(&thread_, nullptr, &Fountain::trampoline, this); }
    void close() { pthread_join(thread_, nullptr); }

    void drop(int n)
    {
        std::lock_guard<std::mutex> lock(mutex_);
        litres_ += n;
    }

private:
    static void *trampoline(void *self)
    {
        static_cast<Fountain *>(self)->run();
        return nullptr;
    }

    void run()
    {
        for (int i = 0; i < 20; ++i)
        {
            std::lock_guard<std::mutex> lock(mutex_);
            litres_ -= 1;
        }
    }

    std::mutex mutex_;
    int litres_ = 100;
    pthread_t thread_{};
};

static Fountain trevi;

int main()
{
    trevi.open();
    trevi.drop(7);
    trevi.close();
    std::puts("dry");
    return 0;
}
