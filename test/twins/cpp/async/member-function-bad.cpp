// Two asynchronous calls of a member function change the global object they run on.
#include <cstdio>
#include <future>

class Matrix
{
public:
    int trace()
    {
        reads_ += 2;  // BUG: unlocked-global
        return cells_[0][0] + cells_[1][1];
    }
    int reads() const { return reads_; }

private:
    int cells_[2][2] = {{1, 2}, {3, 4}};
    int reads_ = 0;
};

static Matrix matrix;

int main()
{
    auto a = std::async(std::launch::async, &Matrix::trace, &matrix);
    auto b = std::async(std::launch::async, &Matrix::trace, &matrix);
    const int sum = a.get() + b.get();
    std::printf("%d after %d reads\n", sum, matrix.reads());
    return 0;
}
