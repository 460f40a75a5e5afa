#pragma once

#include "core/formula/expression.h"
#include "core/values/quantity.h"
#include "core/values/result.h"

namespace plumbline {

/// What a formula may be at most; beyond it an error with its position, never a crash or a hang.
struct FormulaLimits
{
    static constexpr int characters = 4096;
    static constexpr int nodes = 512;
    static constexpr int depth = 64; ///< of parentheses, signs, powers and calls inside each other
};

/// Reads one formula. The grammar:
///   formula = sum;  sum = product {("+"|"-") product};  product = sign {("*"|"/") sign}
///   sign = "-" sign | power;  power = atom ["^" sign]
///   atom = literal | name ["@" period] | function "(" formula {"," formula} ")" | "(" formula ")"
///   literal = [currency] number ["K"|"M"|"B"|"T"] ["%"|"bps"] [unit]
/// A comparison may stand only as the first argument of if(). Errors carry the 1-based position and what was expected.
Result<Expression> parse(QStringView text);

/// Reads a comparison such as `insiders.buys + insiders.sells >= 3`, for guards of scoring parts.
Result<Expression> parseComparison(QStringView text);

/// Reads a single literal with an optional minus, such as "$15B" or "-2.68%", into a quantity.
Result<Quantity> parseLiteral(QStringView text);

} // namespace plumbline
