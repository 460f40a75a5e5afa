#pragma once

#include "ui/ranking/columnfilter.h"
#include "ui/ranking/rankingrow.h"

#include <QAbstractTableModel>

#include <array>

namespace plumbline {

/// The ranking. It keeps order and filters itself, so that a new ranking moves rows without losing what is selected.
class RankingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Rank,
        Symbol,
        Company,
        Conviction,
        Enthusiasm,
        Revenue,
        Eps,
        VersusAnalysts,
        PricedIn,
        ColumnCount
    };

    explicit RankingModel(QObject* parent = nullptr);

    /// Takes new figures: companies are known by their symbol.
    void setRows(const std::vector<RankingRow>& rows);
    const RankingRow& rowAt(int row) const { return m_rows[m_order[static_cast<std::size_t>(row)]]; }
    std::size_t companies() const { return m_rows.size(); }

    void setFilter(int column, const QString& text);
    /// Companies a filter could not decide on, since a figure is not known.
    int undecided() const { return m_undecided; }

    /// The row of a symbol; -1 where it is not shown.
    int rowOf(const QString& symbol) const;
    /// Where typed letters lead: a ticker first, then a name; -1 for nowhere.
    int rowFor(const QString& typed) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    std::vector<std::size_t> wanted();
    void arrange();
    void permute(const std::vector<std::size_t>& order);
    bool passes(const RankingRow& row, bool& undecided) const;

    std::vector<RankingRow> m_rows {};
    std::vector<std::size_t> m_order {}; ///< the shown rows, as places in m_rows
    std::array<ColumnFilter, ColumnCount> m_filters {};
    int m_sortColumn = Rank;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    int m_undecided = 0;
};

/// Whether a column holds words rather than figures and verdicts.
inline bool isWords(int column)
{
    return column == RankingModel::Symbol || column == RankingModel::Company;
}

/// What a column shows of a row: its text, why there is none, and the number behind it, in the unit of the header.
QString rankingText(const RankingRow& row, int column);
QString rankingReason(const RankingRow& row, int column);
std::optional<double> rankingNumber(const RankingRow& row, int column);
/// The name of the figure in a column; empty for words.
QString rankingFigure(int column);

} // namespace plumbline
