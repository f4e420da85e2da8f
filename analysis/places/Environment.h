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
#include "llvm/ADT/STLFunctionalExtras.h"

namespace heddle {

/// The values of places, by the places' serial numbers.
using Environment = llvm::ImmutableMap<unsigned, const Value *>;

/// Shows each place at which the two differ, with what either side says of it:
/// null where it says nothing. What they share is not looked at.
void forEachDifference(
    const Environment &A, const Environment &B,
    llvm::function_ref<void(unsigned Id, const Value *const *InA,
                            const Value *const *InB)>
        Visit);

/// What owns the elements of the lattice: places, values, environments.
struct Domain {
  PlaceFactory Places;
  /// Equal environments need not be one object: looking for the other one
  /// costs more than it saves.
  Environment::Factory Environments{/*canonicalize=*/false};
  /// The file uses fences: relaxed operations may be ordered by one.
  bool Fences = false;
};

} // namespace heddle

#endif
