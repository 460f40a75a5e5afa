#include "ui/common/roles.h"
#include "ui/ranking/rankingmodel.h"

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

bool isRight(int column)
{
    return column == RankingModel::Rank || column == RankingModel::Enthusiasm
        || column == RankingModel::Revenue || column == RankingModel::Eps;
}

const Shown* figureAt(const RankingRow& row, int column)
{
    switch (column) {
    case RankingModel::Conviction: return &row.conviction;
    case RankingModel::Enthusiasm: return &row.enthusiasm;
    case RankingModel::Revenue: return &row.revenue;
    case RankingModel::Eps: return &row.eps;
    default: return nullptr;
    }
}

const VerdictCell* verdictAt(const RankingRow& row, int column)
{
    return column == RankingModel::VersusAnalysts ? &row.versusAnalysts
         : column == RankingModel::PricedIn       ? &row.pricedIn
                                                  : nullptr;
}

/// What is copied, in the unit its header names.
QVariant raw(const RankingRow& row, int column)
{
    const auto value = rankingNumber(row, column);
    if (column == RankingModel::Rank)
        return row.rank;
    if (figureAt(row, column) == nullptr)
        return rankingText(row, column);
    return value ? QVariant(*value) : QVariant();
}

Tone tone(const RankingRow& row, int column)
{
    if (!rankingReason(row, column).isEmpty())
        return Tone::Muted;
    switch (column) {
    case RankingModel::Symbol:
    case RankingModel::Eps:
    case RankingModel::Conviction: return Tone::Strong;
    case RankingModel::Company: return Tone::Muted;
    case RankingModel::Revenue: return row.revenue.value.value_or(0) < 0 ? Tone::Down : Tone::Plain;
    case RankingModel::VersusAnalysts:
        return row.versusAnalysts.order == 3 ? Tone::Up
             : row.versusAnalysts.order == 0 ? Tone::Down
                                             : Tone::Plain;
    default: return Tone::Plain;
    }
}

} // namespace

QString rankingText(const RankingRow& row, int column)
{
    if (const Shown* figure = figureAt(row, column))
        return figure->text;
    if (const VerdictCell* verdict = verdictAt(row, column))
        return verdict->word;
    return column == RankingModel::Rank   ? QString::number(row.rank)
         : column == RankingModel::Symbol ? row.symbol
                                          : row.name;
}

QString rankingReason(const RankingRow& row, int column)
{
    if (const Shown* figure = figureAt(row, column))
        return figure->reason;
    const VerdictCell* verdict = verdictAt(row, column);
    return verdict == nullptr ? QString() : verdict->reason;
}

std::optional<double> rankingNumber(const RankingRow& row, int column)
{
    const bool percent = column == RankingModel::Revenue || column == RankingModel::Eps;
    if (const Shown* figure = figureAt(row, column); figure != nullptr && percent && figure->value)
        return *figure->value * displayFactor(Display::Percent);
    else if (figure != nullptr)
        return figure->value;
    if (const VerdictCell* verdict = verdictAt(row, column))
        return verdict->order;
    return column == RankingModel::Rank ? std::optional<double>(row.rank) : std::nullopt;
}

QString rankingFigure(int column)
{
    switch (column) {
    case RankingModel::Rank:
    case RankingModel::Conviction: return u"conviction.total"_s;
    case RankingModel::Enthusiasm: return u"enthusiasm.latest"_s;
    case RankingModel::Revenue: return u"aggregate.revenue_uplift_percent"_s;
    case RankingModel::Eps: return u"aggregate.eps_uplift_percent"_s;
    case RankingModel::VersusAnalysts: return u"aggregate.versus_analysts"_s;
    case RankingModel::PricedIn: return u"aggregate.priced_in"_s;
    default: return {};
    }
}

QVariant RankingModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RankingRow& row = rowAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return rankingText(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isRight(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        return column == Conviction ? tr("%1 of %2").arg(row.conviction.text, row.measurableText)
                                    : rankingText(row, column);
    case Qt::AccessibleDescriptionRole:
    case Qt::ToolTipRole: {
        if (const QString reason = rankingReason(row, column); !reason.isEmpty())
            return reason;
        if (column == Conviction)
            return tr("%1 of %2 measurable\n%3").arg(row.conviction.text, row.measurableText, row.partsText);
        if (column == Rank && row.before != 0 && row.before != row.rank)
            return tr("%1 in scenario base with scoring model v1").arg(row.before);
        if (column == Enthusiasm)
            return row.trend;
        return column == Company ? row.fictional ? tr("%1 (fictional)").arg(row.name) : row.name : QString();
    }
    case SortRole: {
        const auto value = rankingNumber(row, column);
        return value ? QVariant(*value) : isWords(column) ? QVariant(rankingText(row, column)) : QVariant();
    }
    case RawRole: return raw(row, column);
    case FigureRole: return rankingFigure(column);
    case ToneRole: return static_cast<int>(tone(row, column));
    case NoteRole:
        if (column == Conviction && row.measurable < 100)
            return tr("of %1").arg(row.measurableText);
        if (column == Rank && row.before != 0 && row.before != row.rank)
            return row.before > row.rank ? u"▲%1"_s.arg(row.before - row.rank)
                                         : u"▼%1"_s.arg(row.rank - row.before);
        return column == Enthusiasm && row.direction != 0 ? row.direction > 0 ? u"▲"_s : u"▼"_s : QVariant();
    case SymbolRole: return row.symbol;
    case PartsRole: return QVariant::fromValue(row.parts);
    default: return {};
    }
}

QVariant RankingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    static const std::array<QString, ColumnCount> titles {
        tr("#"),     tr("Symbol"), tr("Company"),     tr("Conviction"), tr("Enth."),
        tr("Rev %"), tr("EPS %"),  tr("Vs analysts"), tr("Priced in")};
    static const std::array<QString, ColumnCount> meanings {
        tr("Place by conviction; the arrow compares with scenario base and scoring model v1"),
        tr("Ticker"),
        tr("Company"),
        tr("Points of conviction, of 100; fewer where not everything can be measured"),
        tr("How enthusiastic management sounded about AI on the latest call, 0 to 10"),
        tr("What counted claims add to revenue, in percent of the base year"),
        tr("What they add to earnings per share, in percent"),
        tr("The uplift against the growth analysts expect"),
        tr("How much of the uplift the price holds already, by rule")};
    switch (role) {
    case Qt::DisplayRole: return titles[static_cast<std::size_t>(section)];
    case Qt::ToolTipRole: return meanings[static_cast<std::size_t>(section)];
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isRight(section) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::InitialSortOrderRole:
        return QVariant::fromValue(section <= Company ? Qt::AscendingOrder : Qt::DescendingOrder);
    default: return {};
    }
}

} // namespace plumbline
