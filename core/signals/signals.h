#pragma once

#include "core/formula/sheet.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace plumbline {

/// Figures of the confirmation and market sections: multiples under their right names, insiders' net purchases, the
/// institutions' three signals, the options proxy. `money` is the company's reporting currency.
void addSignals(Sheet& sheet, const Unit& money);

/// One vote on whether the uplift is priced in, by a measure of its own.
struct PricedInVote
{
    QString measure {};
    QString name {}; ///< the figure it looks at
    QString vote {}; ///< low, medium, high; empty where the figure is unknown
    QString why {};
};

/// The votes that can be cast and their median; under three votes the verdict is unknown.
struct PricedInVotes
{
    std::vector<PricedInVote> votes {};
    int known = 0;
    QString verdict {}; ///< empty: unknown
};
PricedInVotes pricedInVotes(const Sheet& sheet);

/// What insiders, institutions and language say, each with the words the card shows; an empty direction is unknown.
struct SignalReading
{
    QString direction {};
    QString why {};
};
struct InstitutionSignal
{
    QString name {};
    int sign = 0;
};
struct Confirmation
{
    QString verdict {};
    QString sentence {};
    SignalReading insiders {};
    SignalReading institutions {};
    std::vector<InstitutionSignal> institutionSignals {};
    SignalReading language {};
};
Confirmation confirmation(const Sheet& sheet);

/// Liquidity of the options by proxy: good, fair, poor; empty where an input is unknown.
QString optionsLiquidityByProxy(const Sheet& sheet);

} // namespace plumbline
