#include "ui/ranking/rankingmodel.h"

#include <algorithm>
#include <numeric>

namespace plumbline {

namespace {

/// Whether `a` stands before `b`; what is not known stands last in either direction.
bool standsBefore(const RankingRow& a, const RankingRow& b, int column, Qt::SortOrder order)
{
    const bool up = order == Qt::AscendingOrder;
    if (isWords(column)) {
        const int compared = QString::localeAwareCompare(rankingText(a, column), rankingText(b, column));
        return up ? compared < 0 : compared > 0;
    }
    const auto left = rankingNumber(a, column);
    const auto right = rankingNumber(b, column);
    if (!left || !right)
        return left.has_value() && !right.has_value();
    return up ? *left < *right : *right < *left;
}

bool startsWord(const QString& name, const QString& typed)
{
    for (qsizetype at = name.indexOf(typed, 0, Qt::CaseInsensitive); at >= 0;
         at = name.indexOf(typed, at + 1, Qt::CaseInsensitive))
        if (at == 0 || !name[at - 1].isLetterOrNumber())
            return true;
    return false;
}

} // namespace

RankingModel::RankingModel(QObject* parent) : QAbstractTableModel(parent) {}

void RankingModel::setRows(const std::vector<RankingRow>& rows)
{
    const auto staysIn = [](const std::vector<RankingRow>& list, const QString& symbol) {
        return std::any_of(list.begin(), list.end(),
                           [&](const RankingRow& one) { return one.symbol == symbol; });
    };
    // Who left is taken away first; places in m_rows stay true until all have gone.
    for (int row = rowCount() - 1; row >= 0; --row)
        if (!staysIn(rows, rowAt(row).symbol)) {
            beginRemoveRows({}, row, row);
            m_order.erase(m_order.begin() + row);
            endRemoveRows();
        }
    QHash<QString, std::size_t> places;
    for (std::size_t i = 0; i < rows.size(); ++i)
        places.insert(rows[i].symbol, i);
    std::vector<int> differing;
    for (int row = 0; row < rowCount(); ++row) {
        const RankingRow& old = rowAt(row);
        const std::size_t place = places.value(old.symbol);
        if (!(old == rows[place]))
            differing.push_back(row);
        m_order[static_cast<std::size_t>(row)] = place;
    }
    m_rows = rows;
    if (!differing.empty())
        emit dataChanged(index(differing.front(), 0), index(differing.back(), ColumnCount - 1));
    arrange();
}

void RankingModel::setFilter(int column, const QString& text)
{
    m_filters[static_cast<std::size_t>(column)] = ColumnFilter(text);
    arrange();
}

bool RankingModel::passes(const RankingRow& row, bool& undecided) const
{
    bool passed = true;
    for (int column = 0; column < ColumnCount && passed; ++column) {
        const ColumnFilter& filter = m_filters[static_cast<std::size_t>(column)];
        if (filter.isEmpty())
            continue;
        const QString text = rankingText(row, column);
        const auto match =
            isWords(column) ? filter.match(text, true) : filter.match(rankingNumber(row, column), text);
        undecided = undecided || match == ColumnFilter::Match::Undecided;
        passed = match == ColumnFilter::Match::Yes;
    }
    return passed;
}

std::vector<std::size_t> RankingModel::wanted()
{
    std::vector<std::size_t> order;
    m_undecided = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        bool undecided = false;
        if (passes(m_rows[i], undecided))
            order.push_back(i);
        else if (undecided)
            ++m_undecided;
    }
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
        return standsBefore(m_rows[a], m_rows[b], m_sortColumn, m_sortOrder);
    });
    return order;
}

/// Takes away what is filtered out, adds what came in, then moves rows only if their order differs.
void RankingModel::arrange()
{
    const std::vector<std::size_t> order = wanted();
    std::vector<bool> stays(m_rows.size(), false);
    for (const std::size_t place : order)
        stays[place] = true;
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (stays[m_order[static_cast<std::size_t>(last)]])
            continue;
        int first = last;
        while (first > 0 && !stays[m_order[static_cast<std::size_t>(first - 1)]])
            --first;
        beginRemoveRows({}, first, last);
        m_order.erase(m_order.begin() + first, m_order.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
    for (const std::size_t place : m_order)
        stays[place] = false;
    std::vector<std::size_t> come;
    std::copy_if(order.begin(), order.end(), std::back_inserter(come),
                 [&](std::size_t place) { return stays[place]; });
    if (!come.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(come.size()) - 1);
        m_order.insert(m_order.end(), come.begin(), come.end());
        endInsertRows();
    }
    permute(order);
}

void RankingModel::permute(const std::vector<std::size_t>& order)
{
    if (order == m_order)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    std::vector<int> rowOfPlace(m_rows.size(), -1);
    for (std::size_t row = 0; row < order.size(); ++row)
        rowOfPlace[order[row]] = static_cast<int>(row);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& one : before)
        after.append(index(rowOfPlace[m_order[static_cast<std::size_t>(one.row())]], one.column()));
    m_order = order;
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void RankingModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column >= 0 && column < ColumnCount ? column : static_cast<int>(Rank);
    m_sortOrder = order;
    permute(wanted());
}

int RankingModel::rowOf(const QString& symbol) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (rowAt(row).symbol == symbol)
            return row;
    return -1;
}

int RankingModel::rowFor(const QString& typed) const
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return -1;
    const auto first = [this](auto&& fits) {
        for (int row = 0; row < rowCount(); ++row)
            if (fits(rowAt(row)))
                return row;
        return -1;
    };
    int row =
        first([&](const RankingRow& one) { return one.symbol.compare(text, Qt::CaseInsensitive) == 0; });
    if (row < 0)
        row = first([&](const RankingRow& one) { return one.symbol.startsWith(text, Qt::CaseInsensitive); });
    if (row < 0)
        row = first([&](const RankingRow& one) { return one.name.startsWith(text, Qt::CaseInsensitive); });
    return row >= 0 ? row : first([&](const RankingRow& one) { return startsWord(one.name, text); });
}

int RankingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int RankingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

} // namespace plumbline
