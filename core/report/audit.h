#pragma once

#include "core/report/card.h"

#include <vector>

namespace plumbline {

/// One line of the audit of a workspace.
struct AuditLine
{
    QString check {};
    QString subject {}; ///< the company, or a path of its card
    bool holds = true;
    bool note = false; ///< worth saying, but no fault of the workspace
    QString detail {};
};

/// Looks at every card: formulas that cannot be read or run in a ring, quotes that do not stand in their call, sums that
/// do not add up. What merely is not known, or was printed otherwise elsewhere, is a note.
std::vector<AuditLine> audit(const std::vector<Card>& cards);

} // namespace plumbline
