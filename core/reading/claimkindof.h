#pragma once

#include "core/reading/reading.h"

namespace plumbline {

/// What kind of claim a figure makes, by its unit and the words around it: one table of words, the first row that fits.
/// A figure of no row is engagement where people use something, else a count, a technical ratio or growth without a base.
ClaimKind claimKindOf(const Quantification& said);

/// The type that goes with a kind.
ClaimType claimTypeOf(ClaimKind kind);

} // namespace plumbline
