#include "core/text/figures.h"
#include "ui/ranking/rankingmodel.h"

#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

QString RankingModel::note(const RankedCompany& company, RankingColumn column) const
{
    if (column == RankingColumn::Conviction) {
        const double measurable = company.figure(RankedFigure::Measurable);
        return measurable < 100 ? tr("of %1").arg(score(measurable, m_locale)) : QString();
    }
    if (column == RankingColumn::Rank && m_answers.before != nullptr) {
        const int before = m_answers.before(company.symbol);
        if (before != 0 && company.rank != 0 && before != company.rank)
            return before > company.rank ? u"▲%1"_s.arg(before - company.rank)
                                         : u"▼%1"_s.arg(company.rank - before);
    }
    if (column == RankingColumn::Enthusiasm && direction(company) != 0)
        return direction(company) > 0 ? u"▲"_s : u"▼"_s;
    return {};
}

QString RankingModel::tip(const RankedCompany& company, RankingColumn column) const
{
    const auto figure = rankedFigureIn(column);
    if (figure && std::isnan(company.figure(*figure))) {
        const QString reason =
            m_answers.reason == nullptr ? QString() : m_answers.reason(company.symbol, *figure);
        return reason.isEmpty() ? tr("Not known. Open the company to see why.") : reason;
    }
    switch (column) {
    case RankingColumn::Rank: {
        if (company.rank == 0)
            return tr("No rank, since its conviction is not known. Open the company to see why.");
        const int before = m_answers.before == nullptr ? 0 : m_answers.before(company.symbol);
        return before == 0 || before == company.rank
                 ? QString()
                 : tr("%1 with scenario base and the workspace's first scoring model").arg(before);
    }
    case RankingColumn::Company:
        return company.fictional ? tr("%1 (fictional)").arg(company.name) : company.name;
    case RankingColumn::Conviction:
        return tr("%1 of %2 measurable\n%3")
            .arg(rankingText(company, column, m_locale),
                 score(company.figure(RankedFigure::Measurable), m_locale), partsText(company, m_locale));
    case RankingColumn::Enthusiasm:
        return direction(company) > 0 ? tr("rising since the call before")
             : direction(company) < 0 ? tr("falling since the call before")
                                      : QString();
    default: return {};
    }
}

QVariant RankingModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RankedCompany& company = companyAt(index.row());
    const auto column = static_cast<RankingColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return rankingText(company, column, m_locale);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        return rankingTone(company, column) == Tone::Muted && !isWords(column)
                 ? tr("not known")
                 : (rankingText(company, column, m_locale) + u' ' + note(company, column)).trimmed();
    case Qt::AccessibleDescriptionRole:
    case Qt::ToolTipRole: return tip(company, column);
    case SortRole:
        if (isWords(column))
            return rankingText(company, column, m_locale);
        else if (const auto value = rankingNumber(company, column))
            return *value;
        return {};
    case RawRole: return rankingRaw(company, column, m_locale);
    case FigureRole: return rankingFigure(column);
    case ToneRole: return static_cast<int>(rankingTone(company, column));
    case NoteRole: return note(company, column);
    case SymbolRole: return company.symbol;
    case PartsRole: return QVariant::fromValue(partsOf(company));
    default: return {};
    }
}

QVariant RankingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= rankingColumns)
        return {};
    static const std::array<QString, rankingColumns> titles {
        tr("#"),     tr("Symbol"), tr("Company"),     tr("Conviction"), tr("Enth."),
        tr("Rev %"), tr("EPS %"),  tr("Vs analysts"), tr("Priced in")};
    static const std::array<QString, rankingColumns> meanings {
        tr("Place by conviction; the arrow compares with scenario base and the workspace's first scoring "
           "model"),
        tr("Ticker"),
        tr("Company"),
        tr("Points of conviction, of 100; fewer where not everything can be measured"),
        tr("How enthusiastic management sounded about AI on the latest call, 0 to 10"),
        tr("What counted claims add to revenue, in percent of the base year"),
        tr("What they add to earnings per share, in percent"),
        tr("The uplift against the growth analysts expect"),
        tr("How much of the uplift the price holds already, by rule")};
    const auto column = static_cast<RankingColumn>(section);
    switch (role) {
    case Qt::DisplayRole: return titles[static_cast<std::size_t>(section)];
    case Qt::ToolTipRole: return meanings[static_cast<std::size_t>(section)];
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::InitialSortOrderRole:
        return QVariant::fromValue(column <= RankingColumn::Company ? Qt::AscendingOrder
                                                                    : Qt::DescendingOrder);
    default: return {};
    }
}

} // namespace plumbline
