//===- FileReport.cpp - the text form of a report -------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// YAML, because Clang's tooling library already writes its diagnostics so.
//
//===----------------------------------------------------------------------===//

#include "cli/FileReport.h"
#include "clang/Tooling/DiagnosticsYaml.h"
#include "llvm/Support/YAMLTraits.h"
#include "llvm/Support/raw_ostream.h"

using heddle::cli::FileReport;

template <> struct llvm::yaml::MappingTraits<FileReport> {
  static void mapping(IO &Yaml, FileReport &Report) {
    Yaml.mapRequired("Failure", Report.Failure);
    Yaml.mapRequired("Suppressed", Report.Suppressed);
    Yaml.mapRequired("Seconds", Report.Seconds);
    Yaml.mapRequired("DroppedFlags", Report.DroppedFlags);
    Yaml.mapRequired("Findings", Report.Findings);
  }
};

std::string heddle::cli::serialize(FileReport Report) {
  std::string Text;
  llvm::raw_string_ostream Stream(Text);
  llvm::yaml::Output Output(Stream, nullptr, /*WrapColumn=*/0);
  Output << Report;
  return Text;
}

std::optional<FileReport> heddle::cli::deserialize(llvm::StringRef Text) {
  FileReport Report;
  llvm::yaml::Input Input(Text);
  Input >> Report;
  if (Input.error())
    return std::nullopt;
  return Report;
}
