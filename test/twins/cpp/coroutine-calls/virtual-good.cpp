// The only implementation of a virtual function computes.
#include "cppcoro/task.hpp"
#include <iostream>

class Prompt {
public:
  virtual ~Prompt() = default;
  virtual int ask() = 0;
};

class TerminalPrompt final : public Prompt {
public:
  int ask() override {
    int Answer = 42;
    return Answer;
  }
};

cppcoro::task<int> question(Prompt &From) { co_return From.ask(); }

TerminalPrompt Terminal;
