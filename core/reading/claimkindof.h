#pragma once

#include "core/reading/reading.h"

namespace plumbline {

/// What kind of claim a figure makes, by its unit and the words around it: one table of words, the first row that fits.
/// A figure of no row is engagement where people use something, else a count, a technical ratio or growth without a base.
/// `subject` is what the figure is said of (claimsubject.h).
ClaimKind claimKindOf(const Quantification& said, const QString& subject);

/// The type that goes with a kind.
ClaimType claimTypeOf(ClaimKind kind);

} // namespace plumbline
