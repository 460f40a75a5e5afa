#pragma once

#include "core/values/result.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace plumbline {

/// One uncertain figure: the value in force and the range around it, in the input's own unit (money, ratio).
struct Input
{
    enum class Shape : std::uint8_t {
        Pert,       ///< low and high are the ends, base the mode; thin tails
        Triangular, ///< low and high are the ends, base the mode; for ends that are likely
        Uniform,    ///< low and high are the ends, no mode; base only matters where the input is held at base
        LogNormal,  ///< low and high are the 5 % and 95 % points, above zero; for prices. base as for Uniform
        Constant,   ///< base, whatever low and high say
    };

    QString name {};
    double low = 0;
    double base = 0;
    double high = 0;
    Shape shape = Shape::Pert;
    int group = -1; ///< inputs with the same number from 0 on move together; negative: on its own
    double lowerBound =
        -std::numeric_limits<double>::infinity(); ///< no value below is ever used: 0 for a share
    double upperBound =
        std::numeric_limits<double>::infinity(); ///< no value above is ever used: 1 for a share

    double bounded(double value) const { return std::min(std::max(value, lowerBound), upperBound); }
    double lowEnd() const { return shape == Shape::Constant ? base : bounded(low); }
    double highEnd() const { return shape == Shape::Constant ? base : bounded(high); }
    bool isConstant() const { return lowEnd() == highEnd(); }
};

/// A figure as a function of the inputs, in their order. The same inputs always give the same figure; it may be
/// called from several threads at once, throws nothing, and returns NaN where the figure is unknown.
using Model = std::function<double(std::span<const double> inputs)>;

/// The same for many draws: a column an input, a figure out for each row. No row may depend on another.
using BatchModel =
    std::function<void(std::span<const std::span<const double>> columns, std::span<double> out)>;

/// Invalid, with a sentence naming the input, unless low <= base <= high, the base lies within the bounds, every
/// number is finite (bounds apart) and a log-normal range lies above zero. A Constant needs its base only.
Result<void> checkInputs(std::span<const Input> inputs);

/// The base values, in order: where the model stands before anything is changed.
std::vector<double> baseValues(std::span<const Input> inputs);

/// Mean of the input's distribution. With a, m, b for low end, base, high end: PERT (a + 4m + b)/6, triangular
/// (a + m + b)/3, uniform (a + b)/2; a log-normal's before bounds cut it.
double meanOf(const Input& input);

/// Standard deviation, as meanOf. PERT sqrt((mean-a)(b-mean)/7), triangular sqrt((a2+m2+b2-am-ab-mb)/18),
/// uniform (b-a)/sqrt(12).
double standardDeviationOf(const Input& input);

/// What one input does to the figure while all others stay at base.
struct TornadoRow
{
    std::size_t input = 0; ///< its place among the inputs
    QString name {};
    double low = 0;   ///< the input's value at the low end …
    double high = 0;  ///< … and at the high end, within its bounds
    double atLow = 0; ///< the figure there; NaN: unknown. It need not be the smaller one
    double atHigh = 0;
    bool nonMonotone = false; ///< between the ends the figure turns: they do not show its whole range

    double swing() const { return std::abs(atHigh - atLow); }
};

struct Tornado
{
    double base = 0;                 ///< the figure with every input at base; NaN: unknown
    std::vector<TornadoRow> rows {}; ///< a row an input, the widest swing first, unknown ones last
};

/// Moves one input at a time from its low to its high end. Invalid as checkInputs.
Result<Tornado> tornado(std::span<const Input> inputs, const Model& model);

/// The figure over two inputs.
struct TwoWay
{
    std::vector<double> rows {};    ///< values of the first input
    std::vector<double> columns {}; ///< values of the second
    std::vector<double> cells {};   ///< row by row; NaN: unknown

    double at(std::size_t row, std::size_t column) const { return cells[row * columns.size() + column]; }
};

/// The figure for every pair of these values of two different inputs, all others at base. The values are taken as
/// given, also outside the ranges. Invalid as checkInputs, or when the two are one or do not exist.
Result<TwoWay> twoWay(std::span<const Input> inputs, const Model& model, std::size_t first,
                      std::span<const double> firstValues, std::size_t second,
                      std::span<const double> secondValues);

/// The value of one input, from `from` to `to`, at which the figure meets the target with all others at base:
/// bisection to a relative 1e-12. Where the figure lies on the same side of the target at both ends, 32 steps in
/// between are searched for a way across. NotAvailable: no value in the range meets the target (the figure may also
/// jump over it); Unknown: the figure is unknown where needed; Invalid: as checkInputs, no such input, or no range.
Result<double> breakEven(std::span<const Input> inputs, const Model& model, std::size_t input, double target,
                         double from, double to);

/// breakEven for each input in turn, over its range widened on both sides by `beyond` times its width, within its
/// bounds. It stands for the value at which the median of a simulation meets the target: the others are held at
/// base, not drawn.
std::vector<Result<double>> thresholds(std::span<const Input> inputs, const Model& model, double target,
                                       double beyond = 0);

} // namespace plumbline
