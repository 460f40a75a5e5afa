#include "core/uplift/sensitivity.h"

#include <QCoreApplication>

#include <cmath>
#include <numeric>
#include <optional>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Sensitivity)
};

constexpr double ninetyFifth = 1.6448536269514722; // of the standard normal

bool isLogNormal(const Input& input)
{
    return input.shape == Input::Shape::LogNormal && !input.isConstant();
}

/// What is wrong with an input, as a sentence; empty: nothing.
QString complaint(const Input& input)
{
    if (!std::isfinite(input.base))
        return Words::tr("%1 has no base value.").arg(input.name);
    if (!(input.lowerBound <= input.base && input.base <= input.upperBound))
        return Words::tr("The base of %1 lies outside its bounds.").arg(input.name);
    if (input.shape == Input::Shape::Constant)
        return {};
    if (!std::isfinite(input.high - input.low))
        return Words::tr("The range of %1 has no end.").arg(input.name);
    if (input.low > input.base)
        return Words::tr("The low end of %1 lies above its base.").arg(input.name);
    if (input.base > input.high)
        return Words::tr("The high end of %1 lies below its base.").arg(input.name);
    if (input.shape == Input::Shape::LogNormal && input.low <= 0)
        return Words::tr("%1 needs a range above zero for a log-normal distribution.").arg(input.name);
    return {};
}

/// The figure as a function of one input, others at base.
class Along
{
public:
    Along(std::span<const Input> inputs, const Model& model, std::size_t input)
        : m_model(model)
        , m_input(input)
        , m_values(baseValues(inputs))
    {}
    double operator()(double value)
    {
        m_values[m_input] = value;
        return m_model(m_values);
    }

private:
    const Model& m_model;
    std::size_t m_input;
    std::vector<double> m_values;
};

/// Whether the figure both rises and falls on the way from low over base to high. Unknown points say nothing.
bool turns(const Input& input, Along& along)
{
    constexpr int steps = 8;
    std::vector<double> points {input.base};
    for (int step = 0; step <= steps; ++step)
        points.push_back(std::lerp(input.lowEnd(), input.highEnd(), double(step) / steps));
    std::sort(points.begin(), points.end());
    bool rises = false;
    bool falls = false;
    std::optional<double> before;
    for (const double point : points) {
        const double now = along(point);
        if (std::isnan(now))
            continue;
        const double rounding = before ? 1e-12 * std::max(std::abs(now), std::abs(*before)) : 0;
        rises = rises || (before && now - *before > rounding);
        falls = falls || (before && *before - now > rounding);
        before = now;
    }
    return rises && falls;
}

TornadoRow tornadoRow(std::span<const Input> inputs, const Model& model, std::size_t input)
{
    Along along(inputs, model, input);
    const Input& moved = inputs[input];
    TornadoRow row {.input = input, .name = moved.name, .low = moved.lowEnd(), .high = moved.highEnd()};
    row.atLow = along(row.low);
    row.atHigh = along(row.high);
    row.nonMonotone = turns(moved, along);
    return row;
}

bool isWider(const TornadoRow& a, const TornadoRow& b)
{
    if (std::isnan(a.swing()) || std::isnan(b.swing()))
        return !std::isnan(a.swing()) && std::isnan(b.swing());
    return a.swing() > b.swing();
}

/// Two values of an input, and the figure less the target at each.
struct Bracket
{
    double from = 0;
    double to = 0;
    double atFrom = 0;
    double atTo = 0;

    bool holds() const { return atFrom == 0 || atTo == 0 || (atFrom < 0) != (atTo < 0); }
};

/// The whole range if the target lies between its ends, else its first step that crosses the target.
std::optional<Bracket> crossing(Along& along, const Bracket& range, double target)
{
    if (range.holds())
        return range;
    constexpr int steps = 32;
    Bracket step {range.from, range.from, range.atFrom, range.atFrom};
    for (int i = 1; i <= steps; ++i) {
        const double to = std::lerp(range.from, range.to, double(i) / steps);
        step = {step.to, to, step.atTo, along(to) - target};
        if (!std::isnan(step.atFrom) && !std::isnan(step.atTo) && step.holds())
            return step;
    }
    return std::nullopt;
}

tl::unexpected<Error> unknownFigure()
{
    return failure(Error::Kind::Unknown, Words::tr("The figure is unknown within this range."));
}

tl::unexpected<Error> noSolution(const Input& input)
{
    return failure(Error::Kind::NotAvailable,
                   Words::tr("No value of %1 in this range meets the target.").arg(input.name));
}

/// Halves a bracket until it is as narrow as a relative 1e-12; ends early on the target itself.
Result<Bracket> narrowed(Along& along, Bracket bracket, double target)
{
    constexpr int steps = 200; // enough for a solution at zero, where no width is relatively small
    for (int step = 0; step < steps && bracket.atFrom != 0 && bracket.atTo != 0; ++step) {
        const double middle = std::midpoint(bracket.from, bracket.to);
        const double scale = std::max(std::abs(bracket.from), std::abs(bracket.to));
        if (bracket.to - bracket.from <= 1e-12 * scale || middle == bracket.from || middle == bracket.to)
            break;
        const double at = along(middle) - target;
        if (std::isnan(at))
            return unknownFigure();
        const bool below = (at < 0) == (bracket.atFrom < 0) && at != 0;
        (below ? bracket.from : bracket.to) = middle;
        (below ? bracket.atFrom : bracket.atTo) = at;
    }
    return bracket;
}

} // namespace

Result<void> checkInputs(std::span<const Input> inputs)
{
    for (const Input& input : inputs) {
        if (const QString wrong = complaint(input); !wrong.isEmpty())
            return failure(Error::Kind::Invalid, wrong);
    }
    return {};
}

std::vector<double> baseValues(std::span<const Input> inputs)
{
    std::vector<double> values;
    values.reserve(inputs.size());
    for (const Input& input : inputs)
        values.push_back(input.base);
    return values;
}

double meanOf(const Input& input)
{
    const double a = input.lowEnd(), m = input.base, b = input.highEnd();
    if (isLogNormal(input)) {
        const double sigma = std::log(input.high / input.low) / (2 * ninetyFifth);
        return std::sqrt(input.low * input.high) * std::exp(sigma * sigma / 2);
    }
    switch (input.shape) {
    case Input::Shape::Pert: return (a + 4 * m + b) / 6;
    case Input::Shape::Triangular: return (a + m + b) / 3;
    case Input::Shape::Uniform: return std::midpoint(a, b);
    default: return m;
    }
}

double standardDeviationOf(const Input& input)
{
    const double a = input.lowEnd(), m = input.base, b = input.highEnd();
    const double mean = meanOf(input);
    if (isLogNormal(input)) {
        const double sigma = std::log(input.high / input.low) / (2 * ninetyFifth);
        return mean * std::sqrt(std::expm1(sigma * sigma));
    }
    switch (input.shape) {
    case Input::Shape::Pert: return std::sqrt((mean - a) * (b - mean) / 7);
    case Input::Shape::Triangular:
        return std::sqrt(((m - a) * (m - a) + (b - m) * (b - m) + (b - a) * (b - a)) / 36);
    case Input::Shape::Uniform: return (b - a) / std::sqrt(12.0);
    default: return 0;
    }
}

Result<Tornado> tornado(std::span<const Input> inputs, const Model& model)
{
    if (auto checked = checkInputs(inputs); !checked)
        return tl::unexpected(checked.error());
    Tornado all {.base = model(baseValues(inputs))};
    for (std::size_t input = 0; input < inputs.size(); ++input)
        all.rows.push_back(tornadoRow(inputs, model, input));
    std::stable_sort(all.rows.begin(), all.rows.end(), isWider);
    return all;
}

Result<TwoWay> twoWay(std::span<const Input> inputs, const Model& model, std::size_t first,
                      std::span<const double> firstValues, std::size_t second,
                      std::span<const double> secondValues)
{
    if (auto checked = checkInputs(inputs); !checked)
        return tl::unexpected(checked.error());
    if (first >= inputs.size() || second >= inputs.size() || first == second)
        return failure(Error::Kind::Invalid, Words::tr("A two-way table needs two different inputs."));
    TwoWay table {{firstValues.begin(), firstValues.end()}, {secondValues.begin(), secondValues.end()}};
    std::vector<double> values = baseValues(inputs);
    for (const double row : firstValues) {
        values[first] = row;
        for (const double column : secondValues) {
            values[second] = column;
            table.cells.push_back(model(values));
        }
    }
    return table;
}

Result<double> breakEven(std::span<const Input> inputs, const Model& model, std::size_t input, double target,
                         double from, double to)
{
    if (auto checked = checkInputs(inputs); !checked)
        return tl::unexpected(checked.error());
    if (input >= inputs.size() || !(from <= to) || !std::isfinite(to - from) || !std::isfinite(target))
        return failure(Error::Kind::Invalid, Words::tr("A break-even needs an input, a target and a range."));
    Along along(inputs, model, input);
    const Bracket range {from, to, along(from) - target, along(to) - target};
    if (std::isnan(range.atFrom) || std::isnan(range.atTo))
        return unknownFigure();
    const auto crossed = crossing(along, range, target);
    if (!crossed)
        return noSolution(inputs[input]);
    const auto narrow = narrowed(along, *crossed, target);
    if (!narrow)
        return tl::unexpected(narrow.error());
    // A figure that jumps over the target still jumps, however narrow the bracket.
    const double residue = std::min(std::abs(narrow->atFrom), std::abs(narrow->atTo));
    if (residue > 1e-6 * std::max({std::abs(crossed->atFrom), std::abs(crossed->atTo), std::abs(target)}))
        return noSolution(inputs[input]);
    return std::abs(narrow->atFrom) <= std::abs(narrow->atTo) ? narrow->from : narrow->to;
}

std::vector<Result<double>> thresholds(std::span<const Input> inputs, const Model& model, double target,
                                       double beyond)
{
    std::vector<Result<double>> values;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const Input& input = inputs[i];
        const double room = beyond * (input.highEnd() - input.lowEnd());
        values.push_back(breakEven(inputs, model, i, target, input.bounded(input.lowEnd() - room),
                                   input.bounded(input.highEnd() + room)));
    }
    return values;
}

} // namespace plumbline
