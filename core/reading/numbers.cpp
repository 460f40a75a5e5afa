#include "core/reading/numbers.h"

#include "core/reading/spoken.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

/// What a value of the figure's unit is worth as a plain number: 40 % is 0.40.
double plain(double value, SpokenUnit unit)
{
    switch (unit) {
    case SpokenUnit::Percent:
    case SpokenUnit::Points: return value / 100;
    case SpokenUnit::BasisPoints: return value / 10000;
    default: return value;
    }
}

} // namespace

std::vector<double> numbersSaid(const QString& text)
{
    std::vector<double> numbers;
    for (const SpokenFigure& figure : spokenFigures(text)) {
        for (const double value : figure.values) {
            numbers.push_back(plain(value, figure.unit));
            if (plain(value, figure.unit) != value) // entries of mixed units hold the number as it was spoken
                numbers.push_back(value);
        }
        const bool tens = figure.form == SpokenForm::Fuzzy && figure.values.size() == 1 && figure.high
                       && *figure.high == 10 * figure.values.front() && figure.unit != SpokenUnit::Percent;
        if (tens) // "tens of billions" are counted as twenty
            numbers.push_back(plain(2 * figure.values.front(), figure.unit));
    }
    return numbers;
}

bool saysFigure(const QString& text, const Quantity& quantity)
{
    const std::vector<double> numbers = numbersSaid(text);
    const auto says = [&](double value) {
        return std::any_of(numbers.begin(), numbers.end(), [value](double number) {
            return std::abs(std::abs(number) - value) <= 1e-9 * std::max(std::abs(value), 1e-9);
        });
    };
    if (says(std::abs(quantity.value)))
        return true;
    return quantity.low && quantity.high && says(std::abs(*quantity.low)) && says(std::abs(*quantity.high));
}

} // namespace plumbline
