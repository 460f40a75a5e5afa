#include "core/report/simulatecard.h"

#include "core/formula/sheetmodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Simulation)
};

/// Gathers the inputs of one card.
class Gatherer
{
public:
    explicit Gatherer(const Card& card) : m_card(card), m_sheet(card.sheet) {}

    UncertainUplift gather(const QString& figure)
    {
        m_uplift.figure = figure;
        for (const Cell& cell : m_sheet.cells())
            addAssumption(cell);
        for (const Claim& claim : m_card.coverage.reading.claims)
            addFigures(claim);
        keepWhatReaches();
        return std::move(m_uplift);
    }

private:
    void add(const Cell& cell, double low, double high, int group, bool share)
    {
        if (std::isnan(cell.value) || !(low < high))
            return;
        Input input {.name = cell.name,
                     .low = std::min(low, cell.value),
                     .base = cell.value,
                     .high = std::max(high, cell.value),
                     .group = group};
        if (share) {
            input.lowerBound = 0;
            input.upperBound = 1;
        }
        m_uplift.cells.push_back(m_sheet.find(cell.name));
        m_uplift.inputs.push_back(std::move(input));
    }

    void addAssumption(const Cell& cell)
    {
        const bool range = cell.name.endsWith(u".low") || cell.name.endsWith(u".high");
        if (cell.origin.kind != Origin::Kind::Assumption || range || !cell.origin.low || !cell.origin.high
            || cell.display == Display::Choice)
            return;
        if (cell.name.endsWith(u".counted_share")) {
            const QString subject = claimSubject(m_card.coverage.dossier.symbol, cell.scope.mid(6));
            const Choice* choice = choiceFor(m_card.decisions.choices, m_card.scenario, subject,
                                             QStringLiteral("counted_share"));
            if (choice != nullptr && !choice->low.isEmpty() && !choice->high.isEmpty())
                add(cell, *cell.origin.low, *cell.origin.high, -1, true);
            return;
        }
        add(cell, *cell.origin.low, *cell.origin.high, -1, false);
    }

    void addFigures(const Claim& claim)
    {
        const double room = m_sheet.value(QStringLiteral("bound_room")).value_or(0);
        for (const ClaimFigure& figure : claim.figures) {
            const Quantity& said = figure.quantity;
            const double reach = std::abs(said.value) * room;
            const bool below = said.bound == Bound::AtMost || said.bound == Bound::About;
            const bool above = said.bound == Bound::AtLeast || said.bound == Bound::About;
            const double low = said.low.value_or(below ? said.value - reach : said.value);
            const double high = said.high.value_or(above ? said.value + reach : said.value);
            const Sheet::Id id = m_sheet.find(QStringLiteral("claim.%1.%2").arg(claim.id, figure.name));
            add(m_sheet.cell(id), low, high, groupNumber(claim.group), false);
        }
    }

    int groupNumber(const QString& group)
    {
        if (group.isEmpty())
            return -1;
        if (!m_groups.contains(group))
            m_groups.append(group);
        return static_cast<int>(m_groups.indexOf(group));
    }

    void keepWhatReaches()
    {
        const SheetModel model(m_sheet, m_uplift.cells, m_sheet.find(m_uplift.figure));
        UncertainUplift kept {.figure = m_uplift.figure};
        for (std::size_t i = 0; i < m_uplift.cells.size(); ++i)
            if (model.reaches(i) && moves(model, i)) {
                kept.inputs.push_back(m_uplift.inputs[i]);
                kept.cells.push_back(m_uplift.cells[i]);
            }
        m_uplift = std::move(kept);
    }

    /// A figure counted 0 reaches the uplift without moving it; so it is no driver, unless its share is uncertain too.
    bool moves(const SheetModel& model, std::size_t which) const
    {
        std::vector<double> values;
        for (const Input& input : m_uplift.inputs)
            values.push_back(input.name.endsWith(u".counted_share") ? input.high : input.base);
        values[which] = m_uplift.inputs[which].low;
        const double low = model(values);
        values[which] = m_uplift.inputs[which].high;
        return low != model(values);
    }

    const Card& m_card;
    const Sheet& m_sheet;
    UncertainUplift m_uplift {};
    QStringList m_groups {};
};

} // namespace

Result<UncertainUplift> uncertainUplift(const Card& card)
{
    const QString percent = QStringLiteral("aggregate.eps_uplift_percent");
    const QString money = QStringLiteral("aggregate.income_effect");
    const auto known = card.sheet.value(percent);
    if (!known && known.error().kind != Error::Kind::NotMeaningful)
        return tl::unexpected(known.error());
    UncertainUplift uplift = Gatherer(card).gather(known ? percent : money);
    if (uplift.inputs.empty())
        return failure(Error::Kind::NotAvailable,
                       Words::tr("Nothing that is counted for %1 has a range, so there is nothing to draw.")
                           .arg(card.coverage.dossier.symbol));
    return uplift;
}

Result<CardSimulation> simulateCard(const Card& card, int draws, std::uint64_t seed)
{
    auto uplift = uncertainUplift(card);
    if (!uplift)
        return tl::unexpected(uplift.error());
    const SheetModel model(card.sheet, uplift->cells, card.sheet.find(uplift->figure));
    auto distribution =
        simulate(uplift->inputs, Model([&model](std::span<const double> inputs) { return model(inputs); }),
                 {.count = draws, .seed = seed});
    if (!distribution)
        return tl::unexpected(distribution.error());
    CardSimulation result {.uplift = std::move(*uplift), .distribution = std::move(*distribution)};
    const bool percent = result.uplift.figure.endsWith(u"_percent");
    const auto consensus = card.sheet.value(percent ? QStringLiteral("consensus.net_income_growth_percent")
                                                    : QStringLiteral("consensus.income_added"));
    result.atCard = card.sheet.value(result.uplift.figure).value_or(0);
    if (consensus)
        result.atConsensus = *consensus;
    result.unit = card.sheet.cell(card.sheet.find(result.uplift.figure)).unit;
    return result;
}

Result<Tornado> tornadoOf(const Card& card)
{
    const auto uplift = uncertainUplift(card);
    if (!uplift)
        return tl::unexpected(uplift.error());
    const SheetModel model(card.sheet, uplift->cells, card.sheet.find(uplift->figure));
    return tornado(uplift->inputs, [&model](std::span<const double> inputs) { return model(inputs); });
}

} // namespace plumbline
