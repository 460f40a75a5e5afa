#pragma once

#include "core/formula/expression.h"
#include "core/values/result.h"

#include <functional>

namespace plumbline {

/// The unit of a name node; nothing where it fits any place, as a total over no claims; an error when the name is not
/// known.
using UnitOf = std::function<Result<std::optional<Unit>>(const Node&)>;

/// Checks the unit rules of the language and gives the unit of the whole. `expected` is the unit of the place the
/// formula stands in (the literal 0 fits any); nothing means any unit will do. Arguments of total() are not looked
/// into: `unitOf` is asked for the Total node itself. Errors carry the position and a way to mend.
Result<Unit> checkUnits(const Expression& expression, const UnitOf& unitOf,
                        const std::optional<Unit>& expected);

/// For each node, whether it stands inside the argument of a total(): such nodes belong to claims, not to this level.
std::vector<bool> insideTotal(const Expression& expression);

/// "USD", or "a plain number".
QString unitWords(const Unit& unit);

} // namespace plumbline
