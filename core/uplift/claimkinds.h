#pragma once

#include "core/reading/claim.h"

namespace plumbline {

/// What the program proposes for a kind of claim: formulas over the claim's figure and named assumptions, and whether
/// the kind can be hard. The arithmetic of each kind is explained in ARCHITECTURE.md.
struct ClaimTemplate
{
    QString revenueFormula {}; ///< empty: no revenue effect is computed
    QString incomeFormula {};
    QString dragFormula {}; ///< a memo: the yearly cost of an investment, never counted
    bool sizes = false; ///< an amount of this kind may be counted: the claim is hard if the amount is money
};

/// The template of a claim, with its own names filled in ("margin.aws"). A margin that is not named is `margin.company`.
ClaimTemplate templateFor(const Claim& claim);

/// Why claims of a kind are soft, for a reader who asks; empty for kinds that are not.
QString softReasonFor(ClaimKind kind);

/// Hard: the company stated the amount in money, it is sized, and nobody gave a reason why it is soft. Everything else is soft.
bool isHardByRule(const Claim& claim);

} // namespace plumbline
