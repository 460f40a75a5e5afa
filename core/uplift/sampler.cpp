#include "core/uplift/sampler.h"

#include <limits>
#include <numbers>
#include <numeric>

namespace plumbline {

namespace {

constexpr int tableSteps = 8; // per unit of the normal score
constexpr int tableReach = 9; // units to either side; a draw beyond has a chance of 1e-19

double normalBelow(double z)
{
    return std::erfc(-z / std::numbers::sqrt2) / 2;
}

/// A quantile x and how it changes along the score z: x' = phi(z) / f(x), x'' = x' (-z - x' f'(x) / f(x)).
struct Knot
{
    double x = 0;
    double slope = 0;
    double bend = 0;
};

/// The knots from z = 0 downwards, each found from its neighbour.
std::vector<Knot> lowerKnots(const Beta& beta)
{
    constexpr double h = 1.0 / tableSteps;
    std::vector<Knot> knots;
    Knot knot {.x = beta.a / (beta.a + beta.b)};
    for (int i = 0; i <= tableReach * tableSteps; ++i) {
        const double z = -h * i;
        const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
        knot.x = beta.quantile(normalBelow(z), knot.x - h * knot.slope + h * h / 2 * knot.bend);
        knot.slope = density / beta.density(knot.x);
        knot.bend = knot.slope * (-z - knot.slope * ((beta.a - 1) / knot.x - (beta.b - 1) / (1 - knot.x)));
        knots.push_back(knot);
    }
    return knots;
}

/// The polynomial over t from 0 to 1 that has value, slope and bend of both knots.
std::array<double, 6> between(const Knot& left, const Knot& right)
{
    constexpr double h = 1.0 / tableSteps;
    const double slope = h * left.slope;
    const double bend = h * h * left.bend;
    const double a = right.x - left.x - slope - bend / 2;
    const double b = h * right.slope - slope - bend;
    const double c = h * h * right.bend - bend;
    return {left.x, slope, bend / 2, 10 * a - 4 * b + c / 2, -15 * a + 7 * b - c, 6 * a - 3 * b + c / 2};
}

/// The upper half mirrors the lower one of the mirrored distribution, which keeps its digits near 1.
std::vector<std::array<double, 6>> betaTable(double a, double b)
{
    std::vector<Knot> knots = lowerKnots({a, b});
    std::reverse(knots.begin(), knots.end());
    const std::vector<Knot> mirrored = lowerKnots({b, a});
    for (std::size_t i = 1; i < mirrored.size(); ++i)
        knots.push_back({1 - mirrored[i].x, mirrored[i].slope, -mirrored[i].bend});
    std::vector<std::array<double, 6>> pieces;
    for (std::size_t i = 1; i < knots.size(); ++i)
        pieces.push_back(between(knots[i - 1], knots[i]));
    return pieces;
}

double lookUp(const std::vector<std::array<double, 6>>& pieces, double z)
{
    const double place = (std::clamp<double>(z, -tableReach, tableReach) + tableReach) * tableSteps;
    const std::size_t piece = std::min(static_cast<std::size_t>(place), pieces.size() - 1);
    const double t = place - static_cast<double>(piece);
    const std::array<double, 6>& c = pieces[piece];
    return std::clamp(c[0] + t * (c[1] + t * (c[2] + t * (c[3] + t * (c[4] + t * c[5])))), 0.0, 1.0);
}

double triangular(double a, double m, double b, double z)
{
    const double below = normalBelow(z);
    return below * (b - a) < m - a ? a + std::sqrt(below * (b - a) * (m - a))
                                   : b - std::sqrt(normalBelow(-z) * (b - a) * (b - m));
}

double logNormal(const Input& input, double z)
{
    constexpr double ninetyFifth = 1.6448536269514722; // of the standard normal
    return std::sqrt(input.low * input.high) * std::pow(input.high / input.low, z / (2 * ninetyFifth));
}

/// The continued fraction of the incomplete beta function, without the factor before it.
double betaFraction(double x, double a, double b)
{
    const auto away = [](double value) { return std::abs(value) < 1e-300 ? 1e-300 : value; }; // from zero
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double fraction = d;
    const auto step = [&](double term) {
        d = 1 / away(1 + term * d);
        c = away(1 + term / c);
        fraction *= c * d;
    };
    for (int n = 1; n <= 1000; ++n) {
        const double last = a + 2 * n;
        step(n * (b - n) * x / ((last - 1) * last));
        step(-(a + n) * (a + b + n) * x / (last * (last + 1)));
        if (std::abs(c * d - 1) < std::numeric_limits<double>::epsilon())
            break;
    }
    return fraction;
}

} // namespace

Beta::Beta(double first, double second)
    : a(first)
    , b(second)
    , m_scale(std::tgamma(a + b) / (std::tgamma(a) * std::tgamma(b)))
{}

double Beta::density(double x) const
{
    return m_scale * std::pow(x, a - 1) * std::pow(1 - x, b - 1);
}

double Beta::below(double x) const
{
    if (x <= 0 || x >= 1)
        return x <= 0 ? 0 : 1;
    const double factor = density(x) * x * (1 - x);
    if (x > (a + 1) / (a + b + 2)) // the other side's fraction converges faster
        return 1 - factor / b * betaFraction(1 - x, b, a);
    return factor / a * betaFraction(x, a, b);
}

double Beta::quantile(double p, double guess) const
{
    if (p <= 0 || p >= 1)
        return p <= 0 ? 0 : 1;
    double low = 0, high = 1;
    double x = guess > 0 && guess < 1 ? guess : a / (a + b);
    for (int step = 0; step < 1100; ++step) { // so many halvings reach the smallest number
        const double miss = below(x) - p;
        (miss < 0 ? low : high) = x;
        const double newton = x - miss / density(x);
        if (std::abs(newton - x) <= 1e-14 * x)
            return newton;
        x = newton > low && newton < high ? newton : std::midpoint(low, high);
    }
    return x;
}

Sampler::Sampler(const Input& input) : m_input(input)
{
    const double a = input.lowEnd(), m = input.base, b = input.highEnd();
    if (input.shape == Input::Shape::Pert && !input.isConstant())
        m_pieces = betaTable(1 + 4 * (m - a) / (b - a), 1 + 4 * (b - m) / (b - a));
}

double Sampler::operator()(double z) const
{
    const double a = m_input.lowEnd(), m = m_input.base, b = m_input.highEnd();
    if (m_input.isConstant())
        return m;
    switch (m_input.shape) {
    case Input::Shape::Pert: return m_input.bounded(std::lerp(a, b, lookUp(m_pieces, z)));
    case Input::Shape::Triangular: return m_input.bounded(triangular(a, m, b, z));
    case Input::Shape::Uniform: return m_input.bounded(std::lerp(a, b, normalBelow(z)));
    default: return m_input.bounded(logNormal(m_input, z));
    }
}

} // namespace plumbline
