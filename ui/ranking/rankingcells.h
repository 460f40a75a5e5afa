#pragma once

#include "core/desk/universe.h"
#include "ui/common/roles.h"

#include <QLocale>

#include <optional>

namespace plumbline {

/// The columns of the ranking.
enum class RankingColumn : int {
    Rank,
    Symbol,
    Company,
    Conviction,
    Enthusiasm,
    Revenue,
    Eps,
    VersusAnalysts,
    PricedIn,
    Count,
};
inline constexpr int rankingColumns = static_cast<int>(RankingColumn::Count);

/// Whether a column holds words rather than figures and verdicts.
inline bool isWords(RankingColumn column)
{
    return column == RankingColumn::Symbol || column == RankingColumn::Company;
}
bool isRightAligned(RankingColumn column);

/// The figure in a column; nothing for words and the rank.
std::optional<RankedFigure> rankedFigureIn(RankingColumn column);
/// What F3 opens in a column: a name of the card; empty for words.
QString rankingFigure(RankingColumn column);

/// The number behind a cell, in the unit of its header: more is better for verdicts. Nothing where it is not known.
std::optional<double> rankingNumber(const RankedCompany& company, RankingColumn column);
/// What a cell says; "–" for what is not known.
QString rankingText(const RankedCompany& company, RankingColumn column, const QLocale& locale);
/// What is copied: full precision, in the unit of the header.
QVariant rankingRaw(const RankedCompany& company, RankingColumn column, const QLocale& locale);
Tone rankingTone(const RankedCompany& company, RankingColumn column);

/// 1 for rising enthusiasm, -1 for falling, else 0.
int direction(const RankedCompany& company);

/// The points of the seven components, in the order of a card's bar.
struct RankedParts
{
    std::array<double, 7> points {};
};
RankedParts partsOf(const RankedCompany& company);
/// One line a component, for tool tips and screen readers.
QString partsText(const RankedCompany& company, const QLocale& locale);

} // namespace plumbline

Q_DECLARE_METATYPE(plumbline::RankedParts)
