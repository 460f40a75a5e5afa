#pragma once

#include "core/formats/jsonreader.h"
#include "core/uplift/coverage.h"

namespace plumbline {

/// Parts of a company that a company file and a card hold in the same words.

Source sourceFrom(const std::optional<JsonReader>& in);
Fact factFrom(const JsonReader& in);

/// A proposal; without a symbol its scope is taken as it stands, and is global where none is given.
Assumption assumptionFrom(const JsonReader& in, const QString& symbol);

/// A figure with its hedge and ends, as literals.
Quantity figureFrom(const JsonReader& in);

/// Gives a figure the evidence that says it: the first whose text says the number, else the first there is.
void cite(ClaimFigure& figure, const std::vector<Citation>& evidence);

/// Whether the quote says all numbers taken from it.
bool saysNumbers(const Quantification& said);

/// An id stands in formulas, and a claim that came twice would be counted twice.
void checkId(const JsonReader& in, const QString& id, const std::vector<Claim>& others);

} // namespace plumbline
