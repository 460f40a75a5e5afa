#include "ui/ranking/rankingmodel.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace plumbline {

namespace {

bool startsWord(const QString& name, const QString& typed)
{
    for (qsizetype at = name.indexOf(typed, 0, Qt::CaseInsensitive); at >= 0;
         at = name.indexOf(typed, at + 1, Qt::CaseInsensitive))
        if (at == 0 || !name[at - 1].isLetterOrNumber())
            return true;
    return false;
}

constexpr std::uint32_t gone = std::numeric_limits<std::uint32_t>::max();

const QString& wordIn(const RankedCompany& company, RankingColumn column)
{
    return column == RankingColumn::Symbol ? company.symbol : company.name;
}

} // namespace

RankingModel::RankingModel(const QLocale& locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(locale)
{}

void RankingModel::showRanking(std::shared_ptr<const Ranking> ranking)
{
    if (ranking == nullptr)
        ranking = std::make_shared<const Ranking>();
    const Places places = placesIn(*ranking);
    removeWhoLeft(places);
    int first = -1;
    int last = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const RankedCompany& old = companyAt(row);
        const std::uint32_t place = places[m_order[static_cast<std::size_t>(row)]];
        if (old != (*ranking)[place]) {
            first = first < 0 ? row : first;
            last = row;
        }
        m_order[static_cast<std::size_t>(row)] = place;
    }
    m_ranking = std::move(ranking);
    if (first >= 0)
        emit dataChanged(index(first, 0), index(last, rankingColumns - 1));
    arrange();
}

/// Where the companies of the ranking shown stand in another one. Mostly a company has the number it had; its symbol is
/// looked for only where that is another's.
RankingModel::Places RankingModel::placesIn(const Ranking& other) const
{
    Places byNumber(other.size(), gone);
    QHash<QString, std::uint32_t> bySymbol;
    for (std::size_t i = 0; i < other.size(); ++i)
        if (other[i].number < byNumber.size())
            byNumber[other[i].number] = static_cast<std::uint32_t>(i);
    Places places;
    places.reserve(m_ranking->size());
    for (const RankedCompany& old : *m_ranking) {
        const std::uint32_t near = old.number < byNumber.size() ? byNumber[old.number] : gone;
        if (near != gone && sameText(other[near].symbol, old.symbol)) {
            places.push_back(near);
            continue;
        }
        if (bySymbol.isEmpty())
            for (std::size_t i = 0; i < other.size(); ++i)
                bySymbol.insert(other[i].symbol, static_cast<std::uint32_t>(i));
        places.push_back(bySymbol.value(old.symbol, gone));
    }
    return places;
}

/// Rows of companies that are no longer ranked go first, while places still mean the old ranking.
void RankingModel::removeWhoLeft(const Places& places)
{
    for (int row = rowCount() - 1; row >= 0; --row)
        if (places[m_order[static_cast<std::size_t>(row)]] == gone) {
            beginRemoveRows({}, row, row);
            m_order.erase(m_order.begin() + row);
            endRemoveRows();
        }
}

void RankingModel::setFilter(RankingColumn column, const QString& text)
{
    m_filters[static_cast<std::size_t>(column)] = ColumnFilter(text);
    arrange();
}

bool RankingModel::passes(const RankedCompany& company, bool& undecided) const
{
    bool passed = true;
    for (int i = 0; i < rankingColumns && passed; ++i) {
        const auto column = static_cast<RankingColumn>(i);
        const ColumnFilter& filter = m_filters[static_cast<std::size_t>(i)];
        if (filter.isEmpty())
            continue;
        const auto match = isWords(column) ? filter.match(wordIn(company, column), true)
                                           : filter.match(rankingNumber(company, column), [&] {
                                                 return rankingText(company, column, m_locale);
                                             });
        undecided = undecided || match == ColumnFilter::Match::Undecided;
        passed = match == ColumnFilter::Match::Yes;
    }
    return passed;
}

RankingModel::Places RankingModel::wanted()
{
    Places places;
    places.reserve(m_ranking->size());
    m_undecided = 0;
    const bool all = std::all_of(m_filters.begin(), m_filters.end(),
                                 [](const ColumnFilter& filter) { return filter.isEmpty(); });
    for (std::size_t i = 0; i < m_ranking->size(); ++i) {
        bool undecided = false;
        if (all || passes((*m_ranking)[i], undecided))
            places.push_back(static_cast<std::uint32_t>(i));
        else if (undecided)
            ++m_undecided;
    }
    if (isWords(m_sortColumn))
        sortByWord(places);
    else
        sortByNumber(places);
    return places;
}

/// What is not known stands last in either direction.
void RankingModel::sortByNumber(Places& places) const
{
    constexpr double last = std::numeric_limits<double>::infinity();
    std::vector<double> keys(m_ranking->size(), last);
    for (const std::uint32_t place : places)
        if (const auto value = rankingNumber((*m_ranking)[place], m_sortColumn))
            keys[place] = m_sortOrder == Qt::AscendingOrder ? *value : -*value;
    std::stable_sort(places.begin(), places.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
}

void RankingModel::sortByWord(Places& places)
{
    const bool known =
        std::all_of(m_ranking->begin(), m_ranking->end(), [this](const RankedCompany& company) {
            return m_alphabet.contains(wordIn(company, m_sortColumn));
        });
    if (!known) {
        std::vector<QString> words;
        for (const RankedCompany& company : *m_ranking)
            words.insert(words.end(), {company.symbol, company.name});
        std::sort(words.begin(), words.end(),
                  [](const QString& a, const QString& b) { return QString::localeAwareCompare(a, b) < 0; });
        m_alphabet.clear();
        for (std::size_t i = 0; i < words.size(); ++i)
            m_alphabet.insert(words[i], static_cast<int>(i));
    }
    std::vector<int> keys(m_ranking->size());
    const int sign = m_sortOrder == Qt::AscendingOrder ? 1 : -1;
    for (const std::uint32_t place : places)
        keys[place] = sign * m_alphabet.value(wordIn((*m_ranking)[place], m_sortColumn));
    std::stable_sort(places.begin(), places.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
}

/// Takes away what is filtered out, adds what came in, then moves rows only if their order differs.
void RankingModel::arrange()
{
    const Places order = wanted();
    std::vector<bool> stays(m_ranking->size(), false);
    for (const std::uint32_t place : order)
        stays[place] = true;
    removeFiltered(order, stays);
    for (const std::uint32_t place : m_order)
        stays[place] = false;
    Places come;
    std::copy_if(order.begin(), order.end(), std::back_inserter(come),
                 [&](std::uint32_t place) { return stays[place]; });
    if (!come.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(come.size()) - 1);
        m_order.insert(m_order.end(), come.begin(), come.end());
        endInsertRows();
    }
    permute(order);
}

/// What is filtered out is moved to the end and leaves at once: views work through every stretch that leaves.
void RankingModel::removeFiltered(const Places& order, const std::vector<bool>& stays)
{
    std::vector<bool> shown(m_ranking->size(), false);
    for (const std::uint32_t place : m_order)
        shown[place] = true;
    Places sorted;
    sorted.reserve(m_order.size());
    std::copy_if(order.begin(), order.end(), std::back_inserter(sorted),
                 [&](std::uint32_t place) { return shown[place]; });
    if (sorted.size() == m_order.size())
        return;
    const int first = static_cast<int>(sorted.size());
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(sorted),
                 [&](std::uint32_t place) { return !stays[place]; });
    permute(sorted);
    beginRemoveRows({}, first, rowCount() - 1);
    m_order.resize(static_cast<std::size_t>(first));
    endRemoveRows();
}

void RankingModel::permute(const Places& order)
{
    if (order == m_order)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    std::vector<int> rowOfPlace(m_ranking->size(), -1);
    for (std::size_t row = 0; row < order.size(); ++row)
        rowOfPlace[order[row]] = static_cast<int>(row);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& one : before)
        after.append(index(rowOfPlace[m_order[static_cast<std::size_t>(one.row())]], one.column()));
    m_order = order;
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void RankingModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn =
        column >= 0 && column < rankingColumns ? static_cast<RankingColumn>(column) : RankingColumn::Rank;
    m_sortOrder = order;
    permute(wanted());
}

int RankingModel::rowOf(const QString& symbol) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (companyAt(row).symbol == symbol)
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
            if (fits(companyAt(row)))
                return row;
        return -1;
    };
    int row =
        first([&](const RankedCompany& one) { return one.symbol.compare(text, Qt::CaseInsensitive) == 0; });
    if (row < 0)
        row =
            first([&](const RankedCompany& one) { return one.symbol.startsWith(text, Qt::CaseInsensitive); });
    if (row < 0)
        row = first([&](const RankedCompany& one) { return one.name.startsWith(text, Qt::CaseInsensitive); });
    return row >= 0 ? row : first([&](const RankedCompany& one) { return startsWord(one.name, text); });
}

int RankingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int RankingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : rankingColumns;
}

} // namespace plumbline
