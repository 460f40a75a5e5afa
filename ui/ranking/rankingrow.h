#pragma once

#include "ui/common/components.h"
#include "ui/common/shown.h"

namespace plumbline {

/// A verdict in the words of the screen, with its place among the others: more is better.
struct VerdictCell
{
    QString word {};
    QString reason {};
    std::optional<double> order {};

    friend bool operator==(const VerdictCell&, const VerdictCell&) = default;
};

/// One company of the ranking.
struct RankingRow
{
    QString symbol {};
    QString name {};
    bool fictional = false;
    int rank = 0;
    int before = 0; ///< its rank in the order compared with; 0: none
    Shown conviction {};
    double measurable = 0;
    QString measurableText {};
    ComponentParts parts {};
    QString partsText {};
    Shown enthusiasm {};
    QString trend {};
    int direction = 0; ///< of enthusiasm: 1 rising, -1 falling
    Shown revenue {};
    Shown eps {};
    VerdictCell versusAnalysts {};
    VerdictCell pricedIn {};

    friend bool operator==(const RankingRow&, const RankingRow&) = default;
};

RankingRow rankingRow(const Card& card, const QLocale& locale);

/// All rows of ranked cards; `before` gives each company's rank in the order they are compared with.
std::vector<RankingRow> rankingRows(const std::vector<Card>& ranked, const QHash<QString, int>& before,
                                    const QLocale& locale);

} // namespace plumbline
