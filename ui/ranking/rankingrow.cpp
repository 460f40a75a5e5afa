#include "ui/ranking/rankingrow.h"

#include "core/text/figures.h"

#include <QCoreApplication>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

/// The percent number alone: its unit stands in the header.
Shown percentNumber(const Card& card, const QString& name, const QLocale& locale)
{
    Shown own = shown(card.sheet, name, locale);
    if (own.value)
        own.text = number(*own.value * displayFactor(Display::Percent), 2, locale);
    return own;
}

VerdictCell verdict(const QString& word, const QString& value, const QStringList& worstFirst,
                    const QString& reason)
{
    const qsizetype place = worstFirst.indexOf(value);
    return {word, place < 0 ? reason : QString(),
            place < 0 ? std::nullopt : std::optional(static_cast<double>(place))};
}

} // namespace

RankingRow rankingRow(const Card& card, const QLocale& locale)
{
    const Dossier& dossier = card.coverage.dossier;
    RankingRow row {.symbol = dossier.symbol,
                    .name = dossier.name,
                    .fictional = dossier.fictional,
                    .rank = card.rank.value_or(0)};
    row.conviction = shown(card.sheet, u"conviction.total"_s, locale);
    if (row.conviction.value)
        row.conviction.text = number(*row.conviction.value, 1, locale);
    row.measurable = card.sheet.value(u"conviction.measurable"_s).value_or(0);
    row.measurableText = score(row.measurable, locale);
    row.parts = componentsOf(card);
    row.partsText = componentsText(row.parts, locale);
    row.enthusiasm = shown(card.sheet, u"enthusiasm.latest"_s, locale);
    if (row.enthusiasm.value)
        row.enthusiasm.text = score(*row.enthusiasm.value, locale);
    row.trend = trendWord(card.sheet);
    const auto latest = card.sheet.value(u"enthusiasm.latest"_s);
    const auto prior = card.sheet.value(u"enthusiasm.prior"_s);
    if (latest && prior)
        row.direction = *latest - *prior >= 1 ? 1 : *latest - *prior <= -1 ? -1 : 0;
    row.revenue = percentNumber(card, u"aggregate.revenue_uplift_percent"_s, locale);
    row.eps = percentNumber(card, u"aggregate.eps_uplift_percent"_s, locale);
    row.versusAnalysts = verdict(versusAnalystsWord(card.versusAnalysts), card.versusAnalysts,
                                 {u"below"_s, u"immaterial"_s, u"inline"_s, u"above"_s},
                                 reasonOf(card.sheet, u"aggregate.versus_analysts"_s));
    row.pricedIn = verdict(pricedInWord(card.pricedIn), card.pricedIn,
                           {u"not_applicable"_s, u"high"_s, u"medium"_s, u"low"_s},
                           reasonOf(card.sheet, u"aggregate.priced_in"_s));
    return row;
}

std::vector<RankingRow> rankingRows(const std::vector<Card>& ranked, const QHash<QString, int>& before,
                                    const QLocale& locale)
{
    std::vector<RankingRow> rows;
    rows.reserve(ranked.size());
    for (const Card& card : ranked) {
        rows.push_back(rankingRow(card, locale));
        rows.back().before = before.value(rows.back().symbol);
    }
    return rows;
}

} // namespace plumbline
