#pragma once

#include "core/report/card.h"
#include "core/uplift/simulation.h"

namespace plumbline {

/// The uplift of a card as a function of what is uncertain in it.
struct UncertainUplift
{
    QString figure {}; ///< "aggregate.eps_uplift_percent"; for a loss "aggregate.income_effect"
    std::vector<Input>
        inputs {}; ///< named as the figures they are: assumptions with a range, hedged claim figures
    std::vector<Sheet::Id> cells {};
};

/// Finds the uncertain inputs that reach the uplift: assumptions with a range; figures said with a hedge (an open end
/// reaches as far as the assumption bound_room); counted shares for which somebody chose a range.
Result<UncertainUplift> uncertainUplift(const Card& card);

/// The distribution of a card's uplift, and what it is held against.
struct CardSimulation
{
    UncertainUplift uplift {};
    Distribution distribution {};
    double atCard = 0;                    ///< the figure on the card
    std::optional<double> atConsensus {}; ///< where the uplift would be all the growth consensus expects
    Unit unit {};
};
Result<CardSimulation> simulateCard(const Card& card, int draws, std::uint64_t seed);

/// One input at a time over its range: what matters most for the uplift, the widest first.
Result<Tornado> tornadoOf(const Card& card);

} // namespace plumbline
