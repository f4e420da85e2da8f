//===- Environment.h - what places hold -----------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_PLACES_ENVIRONMENT_H
#define HEDDLE_ANALYSIS_PLACES_ENVIRONMENT_H

#include "analysis/places/Place.h"
#include "llvm/ADT/ImmutableMap.h"

namespace heddle {

/// The values of places, by the places' serial numbers.
using Environment = llvm::ImmutableMap<unsigned, const Value *>;

/// What owns the elements of the lattice: places, values, environments.
struct Domain {
  PlaceFactory Places;
  Environment::Factory Environments;
  /// The file uses fences: relaxed operations may be ordered by one.
  bool Fences = false;
};

} // namespace heddle

#endif
