#include "ui/ranking/rankingcells.h"

#include "core/text/figures.h"
#include "ui/common/shown.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RankingCells)
};

constexpr double percent = 100;

bool isPercent(RankingColumn column)
{
    return column == RankingColumn::Revenue || column == RankingColumn::Eps;
}

/// The code a card's sheet holds for a verdict, as its word.
QString verdictWord(RankingColumn column, double code)
{
    static const std::array<QString, 4> versus {u"below"_s, u"immaterial"_s, u"inline"_s, u"above"_s};
    static const std::array<QString, 4> pricedIn {u"not_applicable"_s, u"low"_s, u"medium"_s, u"high"_s};
    const bool analysts = column == RankingColumn::VersusAnalysts;
    const int place = static_cast<int>(std::lround(code)) + (analysts ? 1 : 0);
    if (place < 0 || place > 3)
        return {};
    const auto at = static_cast<std::size_t>(place);
    return analysts ? versusAnalystsWord(versus[at]) : pricedInWord(pricedIn[at]);
}

const std::array<QString, 7>& componentTitles()
{
    static const std::array<QString, 7> titles {
        Words::tr("Enthusiasm"),      Words::tr("Trend"),      Words::tr("Quantifies"),  Words::tr("Impact"),
        Words::tr("Under the radar"), Words::tr("Hard share"), Words::tr("Confirmation")};
    return titles;
}

double at(const RankedCompany& company, RankedFigure first, std::size_t further)
{
    return company.figures[static_cast<std::size_t>(first) + further];
}

} // namespace

bool isRightAligned(RankingColumn column)
{
    return column == RankingColumn::Rank || column == RankingColumn::Enthusiasm || isPercent(column);
}

std::optional<RankedFigure> rankedFigureIn(RankingColumn column)
{
    switch (column) {
    case RankingColumn::Conviction: return RankedFigure::Conviction;
    case RankingColumn::Enthusiasm: return RankedFigure::EnthusiasmLatest;
    case RankingColumn::Revenue: return RankedFigure::RevenueUplift;
    case RankingColumn::Eps: return RankedFigure::EpsUplift;
    case RankingColumn::VersusAnalysts: return RankedFigure::VersusAnalysts;
    case RankingColumn::PricedIn: return RankedFigure::PricedIn;
    case RankingColumn::Rank:
    case RankingColumn::Symbol:
    case RankingColumn::Company:
    case RankingColumn::Count: break;
    }
    return std::nullopt;
}

QString rankingFigure(RankingColumn column)
{
    if (const auto figure = rankedFigureIn(column))
        return nameOf(*figure);
    return column == RankingColumn::Rank ? nameOf(RankedFigure::Conviction) : QString();
}

std::optional<double> rankingNumber(const RankedCompany& company, RankingColumn column)
{
    if (column == RankingColumn::Rank)
        return company.rank > 0 ? std::optional<double>(company.rank) : std::nullopt;
    const auto figure = rankedFigureIn(column);
    const double value = figure ? company.figure(*figure) : std::nan("");
    if (std::isnan(value))
        return std::nullopt;
    if (column == RankingColumn::PricedIn)
        return value > 0 ? 4 - value : 0; // low is best, then medium, high, not applicable
    return isPercent(column) ? value * percent : value;
}

QString rankingText(const RankedCompany& company, RankingColumn column, const QLocale& locale)
{
    switch (column) {
    case RankingColumn::Rank: return company.rank > 0 ? QString::number(company.rank) : u"–"_s;
    case RankingColumn::Symbol: return company.symbol;
    case RankingColumn::Company: return company.name;
    default: break;
    }
    const auto value = rankingNumber(company, column);
    if (!value) {
        const auto figure = rankedFigureIn(column);
        return figure && company.isMisleading(*figure) ? Words::tr("n.m.") : u"–"_s;
    }
    switch (column) {
    case RankingColumn::Conviction: return number(*value, 1, locale);
    case RankingColumn::Enthusiasm: return score(*value, locale);
    case RankingColumn::Revenue:
    case RankingColumn::Eps: return number(*value, 2, locale);
    default: return verdictWord(column, company.figure(*rankedFigureIn(column)));
    }
}

QVariant rankingRaw(const RankedCompany& company, RankingColumn column, const QLocale& locale)
{
    if (column == RankingColumn::Rank)
        return company.rank > 0 ? QVariant(company.rank) : QVariant();
    if (isWords(column) || column == RankingColumn::VersusAnalysts || column == RankingColumn::PricedIn)
        return rankingText(company, column, locale);
    const auto value = rankingNumber(company, column);
    return value ? QVariant(*value) : QVariant();
}

Tone rankingTone(const RankedCompany& company, RankingColumn column)
{
    const auto figure = rankedFigureIn(column);
    const double value = figure ? company.figure(*figure) : 0;
    if (std::isnan(value) || (column == RankingColumn::Rank && company.rank == 0))
        return Tone::Muted;
    switch (column) {
    case RankingColumn::Symbol:
    case RankingColumn::Conviction: return Tone::Strong;
    case RankingColumn::Company: return Tone::Muted;
    case RankingColumn::Eps: return value < 0 ? Tone::Down : Tone::Strong;
    case RankingColumn::Revenue: return value < 0 ? Tone::Down : Tone::Plain;
    case RankingColumn::VersusAnalysts: return value > 1 ? Tone::Up : value < 0 ? Tone::Down : Tone::Plain;
    default: return Tone::Plain;
    }
}

int direction(const RankedCompany& company)
{
    const double change =
        company.figure(RankedFigure::EnthusiasmLatest) - company.figure(RankedFigure::EnthusiasmPrior);
    return change >= 1 ? 1 : change <= -1 ? -1 : 0; // NaN: neither
}

RankedParts partsOf(const RankedCompany& company)
{
    RankedParts parts;
    for (std::size_t i = 0; i < parts.points.size(); ++i) {
        const double points = at(company, RankedFigure::EnthusiasmPoints, i);
        parts.points[i] = std::isnan(points) ? 0 : points;
    }
    return parts;
}

QString partsText(const RankedCompany& company, const QLocale& locale)
{
    QStringList lines;
    for (std::size_t i = 0; i < componentTitles().size(); ++i) {
        const double points = at(company, RankedFigure::EnthusiasmPoints, i);
        const double measurable = at(company, RankedFigure::EnthusiasmMeasurable, i);
        const QString& title = componentTitles()[i];
        lines.append(std::isnan(points) || !(measurable > 0)
                         ? Words::tr("%1: not measured").arg(title)
                         : Words::tr("%1: %2 of %3 measurable")
                               .arg(title, i == 0 ? number(points, 1, locale) : score(points, locale),
                                    score(measurable, locale)));
    }
    return lines.join(u'\n');
}

} // namespace plumbline
