#include "ui/common/figuretablemodel.h"

namespace plumbline {

TableCell::TableCell(const Shown& shown, Tone itsTone)
    : text(shown.text)
    , tip(shown.reason)
    , figure(shown.figure)
    , raw(shown.value ? QVariant(*shown.value) : QVariant())
    , tone(shown.value ? itsTone : Tone::Muted)
{}

FigureTableModel::FigureTableModel(std::vector<TableColumn> columns, QObject* parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{}

void FigureTableModel::setRows(std::vector<TableRow> rows)
{
    const bool same =
        rows.size() == m_rows.size()
        && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const TableRow& a, const TableRow& b) {
               return a.size() == b.size() && a.front().text == b.front().text;
           });
    if (same && !rows.empty()) {
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int FigureTableModel::columnsOf(int row, int column) const
{
    const TableRow& cells = m_rows[static_cast<std::size_t>(row)];
    if (cells.size() == 1)
        return column == 0 ? columnCount() : 1;
    return static_cast<std::size_t>(column) < cells.size() ? cells[static_cast<std::size_t>(column)].span : 1;
}

void FigureTableModel::setTitles(const QStringList& titles)
{
    for (int i = 0; i < columnCount(); ++i)
        m_columns[static_cast<std::size_t>(i)].title = titles.value(i);
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int FigureTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FigureTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant FigureTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TableRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    if (column >= row.size())
        return {};
    const TableCell& cell = row[column];
    switch (role) {
    case Qt::DisplayRole: return cell.text;
    case Qt::ToolTipRole: return cell.tip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignTop | (m_columns[column].right && row.size() > 1 ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole: return cell.note.isEmpty() ? cell.text : cell.text + u'\n' + cell.note;
    case Qt::AccessibleDescriptionRole: return cell.tip;
    case RawRole: return cell.raw.isValid() ? cell.raw : QVariant(cell.text);
    case SortRole: return cell.raw;
    case FigureRole: return cell.figure;
    case NoteRole: return cell.note;
    case CallRole: return cell.call;
    case SentenceRole: return cell.sentence;
    case MarksRole: return QVariant::fromValue(cell.marks);
    case ToneRole: return static_cast<int>(row.size() == 1 ? Tone::Heading : cell.tone);
    default: return {};
    }
}

QVariant FigureTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TableColumn& column = m_columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole: return column.title;
    case Qt::ToolTipRole: return column.tip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column.right ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

Qt::ItemFlags FigureTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    return isHeading(index.row()) ? Qt::ItemIsEnabled
                                  : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace plumbline
