#pragma once

#include "ui/ranking/columnfilter.h"
#include "ui/ranking/rankingcells.h"

#include <QAbstractTableModel>
#include <QHash>

#include <array>
#include <functional>
#include <memory>

namespace plumbline {

/// What the ranking asks when a cell needs more than its numbers; asked for cells in view only.
struct RankingAnswers
{
    /// Why a figure is not known; empty where nobody can say.
    std::function<QString(const QString& symbol, RankedFigure figure)> reason {};
    /// A company's rank in the order compared with; 0: unknown.
    std::function<int(const QString& symbol)> before {};
};

/// The ranking. It keeps order and filters itself, so that a new ranking moves rows without losing what is selected, and
/// writes a figure as text only when somebody looks at it.
class RankingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RankingModel(const QLocale& locale, QObject* parent = nullptr);

    void setAnswers(RankingAnswers answers) { m_answers = std::move(answers); }
    /// Takes new figures: companies are known by their symbol.
    void showRanking(std::shared_ptr<const Ranking> ranking);
    const Ranking& ranking() const { return *m_ranking; }
    const RankedCompany& companyAt(int row) const
    {
        return (*m_ranking)[m_order[static_cast<std::size_t>(row)]];
    }
    std::size_t companies() const { return m_ranking->size(); }

    void setFilter(RankingColumn column, const QString& text);
    /// Companies a filter could not decide on, since a figure is not known.
    int undecided() const { return m_undecided; }

    /// The row of a symbol; -1 where it is not shown.
    int rowOf(const QString& symbol) const;
    /// Where typed letters lead: a ticker first, then a name; -1 for nowhere.
    int rowFor(const QString& typed) const;

    QModelIndex at(int row, RankingColumn column) const { return index(row, static_cast<int>(column)); }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    using Places = std::vector<std::uint32_t>; ///< of companies in m_ranking

    Places placesIn(const Ranking& other) const;
    void removeWhoLeft(const Places& places);
    Places wanted();
    void arrange();
    void removeFiltered(const Places& order, const std::vector<bool>& stays);
    void permute(const Places& order);
    bool passes(const RankedCompany& company, bool& undecided) const;
    void sortByNumber(Places& places) const;
    void sortByWord(Places& places);
    QString note(const RankedCompany& company, RankingColumn column) const;
    QString tip(const RankedCompany& company, RankingColumn column) const;

    QLocale m_locale;
    RankingAnswers m_answers {};
    std::shared_ptr<const Ranking> m_ranking = std::make_shared<const Ranking>();
    Places m_order {}; ///< the shown rows
    std::array<ColumnFilter, rankingColumns> m_filters {};
    QHash<QString, int> m_alphabet {}; ///< words in the order of the user's language: comparing them is slow
    RankingColumn m_sortColumn = RankingColumn::Rank;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    int m_undecided = 0;
};

} // namespace plumbline
