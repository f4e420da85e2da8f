// The node is linked into the global list with plain pointer stores.
#include <atomic>
#include <cstdio>
#include <thread>

struct Node
{
    int value;
    Node *next;
};

static Node *head;

static void push(Node *node)
{
    node->next = head;  // BUG: unlocked-global
    head = node;        // BUG: unlocked-global
}

int main()
{
    Node a{1, nullptr};
    Node b{2, nullptr};
    std::thread s([&a] { push(&a); });
    std::thread t([&b] { push(&b); });
    s.join();
    t.join();
    int sum = 0;
    for (const Node *n = head; n; n = n->next)
        sum += n->value;
    std::printf("sum %d\n", sum);
}
