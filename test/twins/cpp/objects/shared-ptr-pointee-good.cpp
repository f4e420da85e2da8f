// Each thread has its own copy of the shared_ptr, and both only read the one pointee.
#include <cstdio>
#include <memory>
#include <thread>

struct Document
{
    int words = 20000;
    int views = 0;
};

static const std::shared_ptr<Document> shared_document = std::make_shared<Document>();

static int read_document(int speed)
{
    std::shared_ptr<Document> doc = shared_document;
    [[maybe_unused]] int views = 0;
    for (int word = 0; word < doc->words; ++word)
        views += 1;
    return doc->words / speed;
}

int main()
{
    int a = 0;
    int b = 0;
    std::thread s([&a] { a = read_document(5); });
    std::thread t([&b] { b = read_document(10); });
    s.join();
    t.join();
    std::printf("%d %d, %d views\n", a, b, shared_document->views);
    return 0;
}
