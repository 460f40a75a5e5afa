#pragma once

#include "core/formula/expression.h"

#include <cmath>
#include <limits>

namespace plumbline::operations {

inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// A result that overflowed is no result.
inline double finite(double value)
{
    return value - value == 0 ? value : unknown;
}

/// Comparisons give 1 or 0, or unknown where a side is.
template<Op op>
double compare(double a, double b)
{
    const bool holds = op == Op::Less         ? a < b
                     : op == Op::LessEqual    ? a <= b
                     : op == Op::Greater      ? a > b
                     : op == Op::GreaterEqual ? a >= b
                     : op == Op::Equal        ? a == b
                                              : a != b;
    return a - a == 0 && b - b == 0 ? (holds ? 1.0 : 0.0) : unknown;
}

/// The one definition of each operation, used for single values and for columns alike, so that both agree bit for bit.
template<Op op>
double binary(double a, double b)
{
    if constexpr (op == Op::Add)
        return finite(a + b);
    else if constexpr (op == Op::Subtract)
        return finite(a - b);
    else if constexpr (op == Op::Multiply)
        return finite(a * b);
    else if constexpr (op == Op::Divide)
        return finite(a / b);
    else if constexpr (op == Op::Power)
        return finite(a - a == 0 && b - b == 0 ? std::pow(a, b) : unknown);
    else if constexpr (op == Op::Min)
        return a <= b ? a : b < a ? b : unknown;
    else if constexpr (op == Op::Max)
        return a >= b ? a : b > a ? b : unknown;
    else if constexpr (op == Op::PercentOf)
        return b > 0 ? finite(a / b) : unknown;
    else if constexpr (op == Op::Growth)
        return a > 0 ? finite(b / a - 1) : unknown;
    else
        return compare<op>(a, b);
}

template<Op op>
double unary(double a)
{
    if constexpr (op == Op::Negate)
        return -a;
    else if constexpr (op == Op::Abs)
        return std::abs(a);
    else if constexpr (op == Op::Ln)
        return a > 0 ? std::log(a) : unknown;
    else
        return a > 0 ? std::log10(a) : unknown;
}

inline double choose(double condition, double yes, double no)
{
    return condition == 1 ? yes : condition == 0 ? no : unknown;
}

inline double clamp(double x, double low, double high)
{
    return low <= high ? binary<Op::Min>(binary<Op::Max>(x, low), high) : unknown;
}

/// A sum over claims with one more of them: a share of 0 leaves the claim out, known or not.
inline double addCounted(double sum, double share, double value)
{
    return share != 0 ? finite(sum + finite(share * value)) : sum;
}

/// A sum over what is measured with one more part: left out where its condition is not known.
inline double addKnown(double sum, double condition, double value)
{
    return std::isnan(condition) ? sum : finite(sum + value);
}

/// Calls `body` with the operation as a compile-time constant, so that a column loop has no branch in it.
template<typename Body>
void withOperation(Op op, Body body)
{
    switch (op) {
    case Op::Add: return body.template operator()<Op::Add>();
    case Op::Subtract: return body.template operator()<Op::Subtract>();
    case Op::Multiply: return body.template operator()<Op::Multiply>();
    case Op::Divide: return body.template operator()<Op::Divide>();
    case Op::Power: return body.template operator()<Op::Power>();
    case Op::Min: return body.template operator()<Op::Min>();
    case Op::Max: return body.template operator()<Op::Max>();
    case Op::PercentOf: return body.template operator()<Op::PercentOf>();
    case Op::Growth: return body.template operator()<Op::Growth>();
    case Op::Less: return body.template operator()<Op::Less>();
    case Op::LessEqual: return body.template operator()<Op::LessEqual>();
    case Op::Greater: return body.template operator()<Op::Greater>();
    case Op::GreaterEqual: return body.template operator()<Op::GreaterEqual>();
    case Op::Equal: return body.template operator()<Op::Equal>();
    default: return body.template operator()<Op::NotEqual>();
    }
}

} // namespace plumbline::operations
