#include "core/desk/universe.h"

#include <algorithm>

namespace plumbline {

void Universe::add(const Card& card)
{
    Company company;
    const auto handles = m_columns.add(card.sheet, rankedFigureNames());
    std::copy(handles.begin(), handles.end(), company.handles.begin());
    m_numbers.insert(card.coverage.dossier.symbol, m_companies.size());
    m_companies.push_back(std::move(company));
    m_described.push_back(describedCompany(card));
}

void Universe::build()
{
    m_columns.build();
    m_columns.evaluate();
    for (std::size_t number = 0; number < m_companies.size(); ++number)
        m_described[number].figures = figures(number);
    m_rows.rank(std::exchange(m_described, {}));
}

bool Universe::replace(const Card& card)
{
    const auto number = m_numbers.constFind(card.coverage.dossier.symbol);
    if (number == m_numbers.constEnd())
        return false;
    Company& company = m_companies[*number];
    Columns& columns = company.own != nullptr ? *company.own : m_columns;
    if (!columns.replace(company.handles, card.sheet, rankedFigureNames())) {
        company.own = std::make_shared<Columns>();
        const auto handles = company.own->add(card.sheet, rankedFigureNames());
        std::copy(handles.begin(), handles.end(), company.handles.begin());
        company.own->build();
        company.own->evaluate();
    }
    RankedCompany row = describedCompany(card);
    row.number = static_cast<std::uint32_t>(*number);
    row.figures = figures(*number);
    m_rows.change(std::move(row));
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
    m_stale = m_stale || used;
    return used;
}

std::shared_ptr<const Ranking> Universe::ranking()
{
    if (std::exchange(m_stale, false))
        m_rows.changeFigures([this](std::size_t number) { return figures(number); });
    return m_rows.ranking();
}

RankedRows::Figures Universe::figures(std::size_t number) const
{
    const Company& company = m_companies[number];
    const Columns& columns = company.own != nullptr ? *company.own : m_columns;
    RankedRows::Figures figures {};
    for (std::size_t i = 0; i < rankedFigures; ++i)
        figures[i] = columns.value(company.handles[i]);
    return figures;
}

} // namespace plumbline
