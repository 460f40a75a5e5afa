#pragma once

#include "core/formula/columns.h"
#include "core/report/card.h"

namespace plumbline {

/// Made-up companies for measuring: every claim is sized, figures come from a seed.
struct MadeUpUniverse
{
    static constexpr int claimsPerCompany = 24;

    Columns columns {};
    std::vector<QString> symbols {};
    std::vector<Columns::Handle> total {}; ///< conviction, by company
    std::vector<Columns::Handle> unpriced {};
    std::vector<Columns::Handle> eps {};
    std::vector<Columns::Handle> margin {};
    Columns::Handle taxRate = 0;
};

/// The coverage of one made-up company.
Coverage madeUpCompany(int number);

/// The default assumptions and the scoring model v1 as they are shipped.
std::vector<Assumption> shippedAssumptions();
ScoringModel shippedModel();

MadeUpUniverse makeUniverse(int companies);

} // namespace plumbline
