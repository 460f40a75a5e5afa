#pragma once

#include "core/formats/jsonreader.h"
#include "core/values/quantity.h"

namespace plumbline {

/// JSON shows 0.07 as 7.000000000000001 percent, because that is 0.07 * 100. These find the number behind, bit for bit.

/// The value that was multiplied by `factor` to be written; of several the one a person would have typed.
double valueBehind(double written, double factor);

/// The number that was divided by `factor`, and multiplied again to be written.
double typedBehind(double written, double factor);

/// How a number is measured and shown.
struct Measure
{
    Unit unit {};
    Display display = Display::Plain;

    friend bool operator==(const Measure&, const Measure&) = default;
};

/// What a unit's word in a card means: "USD/share", "percent", "hours", "count", "ratio".
std::optional<Measure> measureFromWord(const QString& word);

/// A value as a literal that reads back as the same number: "25%", "300bps", "716924000000". The unit stands beside it.
QString exactLiteral(double value, Display display);

/// A quantity as texts: "value", "low", "high", "bound", "unit", and "display" where the literal does not say it.
Json toJson(const Quantity& quantity);

/// Reads "unit" and "display" of such a quantity, over what its literal said.
void readMeasure(const JsonReader& in, Quantity& quantity);

} // namespace plumbline
