// The class wraps a pthread mutex whose guard is missing in the thread's lambda.
#include <cstdio>
#include <pthread.h>

class PosixMutex
{
public:
    void lock() { pthread_mutex_lock(&m_); }
    void unlock() { pthread_mutex_unlock(&m_); }

private:
    pthread_mutex_t m_ = PTHREAD_MUTEX_INITIALIZER;
};

template <typename M>
struct Hold
{
    explicit Hold(M &m) : m_(m) { m_.lock(); }
    ~Hold() { m_.unlock(); }
    M &m_;
};

static PosixMutex letters_mutex;
static int letters = 100;

int main()
{
    pthread_t postman;
    auto deliver = [](void *) -> void * {
        for (int i = 0; i < 10; ++i)
        {
            --letters;  // BUG: unlocked-global
        }
        return nullptr;
    };
    pthread_create(&postman, nullptr, deliver, nullptr);
    {
        Hold<PosixMutex> hold(letters_mutex);
        letters += 5;
    }
    pthread_join(postman, nullptr);
    std::printf("%d letters\n", letters);
    return 0;
}
