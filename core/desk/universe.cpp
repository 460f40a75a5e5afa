#include "core/desk/universe.h"

#include "core/conviction/ranking.h"
#include "core/formats/ranking.h"
#include "core/formula/operations.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

const std::array<QString, rankedFigures>& rankedNames()
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

double knownOrZero(double value)
{
    return std::isnan(value) ? 0 : value;
}

} // namespace

QString nameOf(RankedFigure figure)
{
    return rankedNames()[static_cast<std::size_t>(figure)];
}

RankedCompany rankedCompany(const Card& card)
{
    RankedCompany row {.symbol = card.coverage.dossier.symbol,
                       .name = card.coverage.dossier.name,
                       .fictional = card.coverage.dossier.fictional,
                       .rank = card.rank.value_or(0),
                       .flags = card.flags,
                       .oldestInput = oldestInputOf(card.coverage.dossier)};
    for (std::size_t i = 0; i < rankedFigures; ++i)
        row.figures[i] = card.sheet.value(rankedNames()[i]).value_or(operations::unknown);
    return row;
}

Universe::Company Universe::describe(const Card& card)
{
    const Dossier& dossier = card.coverage.dossier;
    return {.symbol = dossier.symbol,
            .name = dossier.name,
            .fictional = dossier.fictional,
            .flags = card.flags,
            .oldestInput = oldestInputOf(dossier)};
}

void Universe::add(const Card& card)
{
    Company company = describe(card);
    const auto handles = m_columns.add(card.sheet, rankedNames());
    std::copy(handles.begin(), handles.end(), company.handles.begin());
    m_places.insert(company.symbol, m_companies.size());
    m_companies.push_back(std::move(company));
}

void Universe::build()
{
    m_columns.build();
    m_columns.evaluate();
}

bool Universe::replace(const Card& card)
{
    const auto place = m_places.constFind(card.coverage.dossier.symbol);
    if (place == m_places.constEnd())
        return false;
    Company& old = m_companies[*place];
    Company company = describe(card);
    company.own = old.own;
    company.handles = old.handles;
    Columns& columns = old.own != nullptr ? *old.own : m_columns;
    if (!columns.replace(old.handles, card.sheet, rankedNames())) {
        company.own = std::make_shared<Columns>();
        const auto handles = company.own->add(card.sheet, rankedNames());
        std::copy(handles.begin(), handles.end(), company.handles.begin());
        company.own->build();
        company.own->evaluate();
    }
    old = std::move(company);
    return true;
}

bool Universe::choose(const QString& scope, const QString& name, double value)
{
    bool used = false;
    const auto chooseIn = [&](Columns& columns) {
        const auto handle = columns.shared(scope, name);
        if (handle)
            columns.choose(*handle, value);
        used = used || handle;
    };
    chooseIn(m_columns);
    for (const Company& company : m_companies)
        if (company.own != nullptr)
            chooseIn(*company.own);
    return used;
}

RankedCompany Universe::row(const Company& company) const
{
    const Columns& columns = company.own != nullptr ? *company.own : m_columns;
    RankedCompany row {.symbol = company.symbol,
                       .name = company.name,
                       .fictional = company.fictional,
                       .flags = company.flags,
                       .oldestInput = company.oldestInput};
    for (std::size_t i = 0; i < rankedFigures; ++i)
        row.figures[i] = columns.value(company.handles[i]);
    return row;
}

Ranking Universe::ranking() const
{
    std::vector<Standing> standings;
    standings.reserve(m_companies.size());
    for (const Company& company : m_companies) {
        const Columns& columns = company.own != nullptr ? *company.own : m_columns;
        const auto value = [&](RankedFigure figure) {
            return knownOrZero(columns.value(company.handles[static_cast<std::size_t>(figure)]));
        };
        standings.push_back(
            {company.symbol, value(RankedFigure::Conviction), value(RankedFigure::UnpricedUplift)});
    }
    Ranking ranking;
    ranking.reserve(m_companies.size());
    for (const std::size_t place : rank(standings)) {
        ranking.push_back(row(m_companies[place]));
        ranking.back().rank = static_cast<int>(ranking.size());
    }
    return ranking;
}

} // namespace plumbline
