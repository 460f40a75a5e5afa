#pragma once

#include <QString>
#include <QStringList>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

namespace plumbline::tests {

/// Numbers and formulas from a seed: the same ones at each run of a program.
class Seeded
{
public:
    explicit Seeded(std::uint64_t seed) : m_random(seed) {}

    std::size_t below(std::size_t end) { return m_random() % end; }
    bool once(std::size_t in) { return below(in) == 0; }
    const QString& oneOf(const QStringList& words)
    {
        return words[static_cast<qsizetype>(below(static_cast<std::size_t>(words.size())))];
    }

    /// Often a small whole number, so that comparisons are sometimes equal; zeros of both signs; never NaN or infinite.
    double number()
    {
        const double unit = static_cast<double>(m_random() >> 11U) * 0x1p-53;
        switch (below(10)) {
        case 0: return once(3) ? -0.0 : 0.0;
        case 1:
        case 2:
        case 3: return std::floor(unit * 7) - 3;
        case 4: return (unit - 0.5) * 1e300;
        case 5: return (unit - 0.5) * 1e-300;
        default: return (unit - 0.5) * 20;
        }
    }
    /// The same, and unknown now and then.
    double operand() { return once(10) ? std::numeric_limits<double>::quiet_NaN() : number(); }

    /// A formula over the names, of any nesting up to `depth`, with needless parentheses and spaces here and there.
    QString formula(const QStringList& names, const QStringList& literals, int depth)
    {
        const auto inner = [&] { return formula(names, literals, depth - 1); };
        if (depth == 0 || once(6))
            return once(3) ? oneOf(literals) : oneOf(names);
        switch (below(14)) {
        case 0: return u'(' + inner() + u')';
        case 1: return QStringLiteral(" -") + inner();
        case 2:
            return QStringLiteral("if(") + comparison(names, literals, depth - 1)
                 + separated({inner(), inner()}) + u')';
        case 3: return QStringLiteral("clamp(") + inner() + separated({inner(), inner()}) + u')';
        case 4:
        case 5:
            return oneOf({QStringLiteral("min("), QStringLiteral("max(")}) + inner()
                 + separated({inner(), inner()}) + u')';
        case 6:
            return oneOf({QStringLiteral("ln("), QStringLiteral("log10("), QStringLiteral("abs("),
                          QStringLiteral("min(")})
                 + inner() + u')';
        case 7:
            return oneOf({QStringLiteral("percent_of("), QStringLiteral("growth(")}) + inner()
                 + separated({inner()}) + u')';
        default: break;
        }
        const QString sign = oneOf({QStringLiteral("+"), QStringLiteral(" - "), QStringLiteral("*"),
                                    QStringLiteral(" / "), QStringLiteral("^")});
        return side(inner()) + sign + side(inner());
    }

    QString comparison(const QStringList& names, const QStringList& literals, int depth)
    {
        const QString sign = oneOf({QStringLiteral("<"), QStringLiteral(" <= "), QStringLiteral(">"),
                                    QStringLiteral(">="), QStringLiteral(" = "), QStringLiteral("<>")});
        return formula(names, literals, depth) + sign + formula(names, literals, depth);
    }

private:
    QString side(const QString& text) { return once(2) ? u'(' + text + u')' : text; }
    static QString separated(const QStringList& arguments)
    {
        return QStringLiteral(", ") + arguments.join(QStringLiteral(", "));
    }

    std::mt19937_64 m_random;
};

/// Bit for bit the same number, or both unknown.
inline bool same(double a, double b)
{
    return std::isnan(a) ? std::isnan(b) : std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

} // namespace plumbline::tests
