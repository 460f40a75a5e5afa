#pragma once

#include "core/reading/read.h"

namespace plumbline {

/// The names of the company's own products of the theme, learnt from what management says of them on its calls: "Fennick,
/// our AI database", "Fennick is an agent that answers", "our AI planner, we call it Fennick", "Fennick agents". What
/// introduces a name is a term of the theme or one of its introducing words; people, companies and words that are also
/// written small are none. In alphabetic order.
QStringList ownProducts(const std::vector<std::vector<SaidSentence>>& calls, const Theme& theme,
                        const QString& company);

/// The theme with these names as products.
Theme withProducts(Theme theme, const QStringList& names);

} // namespace plumbline
