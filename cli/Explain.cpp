//===- Explain.cpp - heddle explain ---------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints the documentation page of a check, which is part of the program.
//
//===----------------------------------------------------------------------===//

#include "cli/CheckPages.h"
#include "cli/Commands.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace heddle::cli;

cl::SubCommand heddle::cli::ExplainCommand("explain",
                                           "Print the page of a check");

static cl::OptionCategory Category("options of heddle explain");
static cl::opt<std::string> Name(cl::Positional, cl::desc("[CHECK]"),
                                 cl::sub(ExplainCommand), cl::cat(Category));

/// The first sentence of a page: the first line of text below its title and
/// header.
static StringRef summaryOf(StringRef Page) {
  bool InHeader = Page.starts_with("---\n");
  if (InHeader)
    Page = Page.drop_front(4).split("\n---\n").second;
  while (!Page.empty()) {
    auto [Line, Rest] = Page.split('\n');
    Line = Line.trim();
    if (!Line.empty() && !Line.starts_with("#") && !Line.starts_with("|"))
      return Line;
    Page = Rest;
  }
  return "";
}

static int listChecks() {
  for (const CheckPage &Page : checkPages())
    outs() << left_justify(std::string("heddle-") + Page.Name, 32) << " "
           << summaryOf(Page.Text) << "\n";
  return ExitClean;
}

/// The check whose name is nearest to what was typed.
static StringRef nearestName(StringRef Typed) {
  StringRef Nearest;
  unsigned Best = Typed.size() / 2 + 1;
  for (const CheckPage &Page : checkPages()) {
    unsigned Distance = Typed.edit_distance(Page.Name, true, Best);
    if (Distance >= Best)
      continue;
    Best = Distance;
    Nearest = Page.Name;
  }
  return Nearest;
}

int heddle::cli::runExplain() {
  if (Name.empty())
    return listChecks();
  StringRef Wanted = Name;
  Wanted.consume_front("heddle-");
  for (const CheckPage &Page : checkPages()) {
    if (Wanted != Page.Name)
      continue;
    if (!*Page.Text) {
      complain("heddle-" + Wanted + " has no page yet");
      return ExitProblem;
    }
    outs() << Page.Text;
    return ExitClean;
  }
  StringRef Nearest = nearestName(Wanted);
  complain("there is no check '" + Wanted + "'" +
           (Nearest.empty() ? "" : "; did you mean '" + Nearest.str() + "'?") +
           " (heddle explain lists them all)");
  return ExitProblem;
}
