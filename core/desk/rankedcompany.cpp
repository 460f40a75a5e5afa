#include "core/desk/rankedcompany.h"

#include "core/formats/ranking.h"
#include "core/formula/operations.h"

#include <algorithm>
#include <bit>

namespace plumbline {

const std::array<QString, rankedFigures>& rankedFigureNames()
{
    static const std::array<QString, rankedFigures> names {
        QStringLiteral("conviction.total"),
        QStringLiteral("conviction.measurable"),
        QStringLiteral("conviction.enthusiasm"),
        QStringLiteral("conviction.trend"),
        QStringLiteral("conviction.quantifies"),
        QStringLiteral("conviction.impact"),
        QStringLiteral("conviction.under_radar"),
        QStringLiteral("conviction.credibility"),
        QStringLiteral("conviction.confirmation"),
        QStringLiteral("conviction.enthusiasm.measurable"),
        QStringLiteral("conviction.trend.measurable"),
        QStringLiteral("conviction.quantifies.measurable"),
        QStringLiteral("conviction.impact.measurable"),
        QStringLiteral("conviction.under_radar.measurable"),
        QStringLiteral("conviction.credibility.measurable"),
        QStringLiteral("conviction.confirmation.measurable"),
        QStringLiteral("enthusiasm.latest"),
        QStringLiteral("enthusiasm.prior"),
        QStringLiteral("aggregate.revenue_uplift_percent"),
        QStringLiteral("aggregate.eps_uplift_percent"),
        QStringLiteral("aggregate.versus_analysts"),
        QStringLiteral("aggregate.priced_in"),
        QStringLiteral("score.unpriced_uplift"),
    };
    return names;
}

QString nameOf(RankedFigure figure)
{
    return rankedFigureNames()[static_cast<std::size_t>(figure)];
}

RankedCompany describedCompany(const Card& card)
{
    const Dossier& dossier = card.coverage.dossier;
    RankedCompany row {.symbol = dossier.symbol,
                       .name = dossier.name,
                       .fictional = dossier.fictional,
                       .rank = card.rank.value_or(0),
                       .flags = card.flags,
                       .oldestInput = oldestInputOf(dossier)};
    row.figures.fill(operations::unknown);
    for (std::size_t i = 0; i < rankedFigures; ++i) {
        const Sheet::Id id = card.sheet.find(rankedFigureNames()[i]);
        if (id != Sheet::none && card.sheet.cell(id).reason.kind == Error::Kind::NotMeaningful)
            row.misleading |= 1U << i;
    }
    return row;
}

RankedCompany rankedCompany(const Card& card)
{
    RankedCompany row = describedCompany(card);
    for (std::size_t i = 0; i < rankedFigures; ++i)
        row.figures[i] = card.sheet.value(rankedFigureNames()[i]).value_or(operations::unknown);
    return row;
}

bool sameText(const QString& one, const QString& other)
{
    return one.size() == other.size() && (one.constData() == other.constData() || one == other);
}

bool sameFigures(const std::array<double, rankedFigures>& one, const std::array<double, rankedFigures>& other)
{
    return std::equal(one.begin(), one.end(), other.begin(), [](double a, double b) {
        return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
    });
}

bool operator==(const RankedCompany& one, const RankedCompany& other)
{
    return one.rank == other.rank && one.fictional == other.fictional && one.misleading == other.misleading
        && sameFigures(one.figures, other.figures) && sameText(one.symbol, other.symbol)
        && sameText(one.name, other.name) && sameText(one.oldestInput, other.oldestInput)
        && one.flags == other.flags;
}

} // namespace plumbline
