//===- Progress.cpp - how far a run has come ------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cli/Progress.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace heddle::cli;

static constexpr size_t BarWidth = 24;
static constexpr std::chrono::seconds BetweenLines(10);

Progress::Progress(size_t Total, bool IsQuiet)
    : Total(Total), IsQuiet(IsQuiet),
      IsTerminal(sys::Process::StandardErrIsDisplayed()),
      LastLine(std::chrono::steady_clock::now()) {}

void Progress::drawBar(StringRef File) {
  size_t Filled = BarWidth * Done / Total;
  std::string Count = std::to_string(Done) + "/" + std::to_string(Total);
  size_t Used = BarWidth + Count.size() + 4;
  unsigned Columns = sys::Process::StandardErrColumns();
  if (!Columns)
    Columns = 80;
  size_t Room = Columns > Used ? Columns - Used - 1 : 0;
  errs() << "\r\033[K[" << std::string(Filled, '#')
         << std::string(BarWidth - Filled, '.') << "] " << Count << " "
         << File.take_back(Room);
}

void Progress::advance(StringRef File) {
  ++Done;
  if (IsQuiet)
    return;
  if (IsTerminal) {
    drawBar(File);
    return;
  }
  auto Now = std::chrono::steady_clock::now();
  if (Now - LastLine < BetweenLines || Done == Total)
    return;
  LastLine = Now;
  errs() << "heddle: " << Done << " of " << Total << " files\n";
}

void Progress::finish() {
  if (!IsQuiet && IsTerminal)
    errs() << "\r\033[K";
}
