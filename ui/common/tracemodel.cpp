#include "ui/common/tracemodel.h"

#include "core/formula/explain.h"
#include "core/text/figures.h"
#include "ui/common/roles.h"
#include "ui/common/shown.h"

#include <cmath>

namespace plumbline {

struct TraceModel::Item
{
    QString path {};
    QString title {};
    QString claim {}; ///< whose figure it is; said where it changes
    QString shown {};
    QString from {};
    QString tip {};
    QString call {}; ///< of a leaf that quotes one
    int sentence = 0;
    double value = 0;
    bool known = true;
    Origin::Kind kind = Origin::Kind::Computed;
    const Item* parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Item>> inputs {};

    void add(const TraceNode& node, const Card& card, const QLocale& locale)
    {
        auto item = std::make_unique<Item>();
        const Sheet& sheet = card.sheet;
        item->claim = claimOf(card, node.path);
        const Sheet::Id id = sheet.find(node.path);
        item->path = node.path;
        item->title = titleFor(card, node.path);
        if (!item->claim.isEmpty() && item->claim != claim)
            item->title = item->claim + QStringLiteral(": ") + item->title;
        item->known = !std::isnan(node.value);
        item->shown = item->known ? node.shown : plumbline::shown(sheet, node.path, locale).text;
        item->value = node.value;
        item->kind = node.origin.kind;
        if (item->kind == Origin::Kind::Sentence) {
            item->call = node.origin.citation.call;
            item->sentence = node.origin.citation.sentence;
        }
        if (id != Sheet::none)
            item->from = node.formula.isEmpty() ? originWords(sheet.cell(id), locale)
                                                : unbroken(explain(sheet, id, locale).line);
        item->tip =
            node.formula.isEmpty() ? item->path : QStringLiteral("%1 = %2").arg(item->path, node.formula);
        item->parent = this;
        item->row = static_cast<int>(inputs.size());
        for (const TraceNode& input : node.inputs)
            item->add(input, card, locale);
        inputs.push_back(std::move(item));
    }

    int count() const
    {
        int all = 1;
        for (const auto& input : inputs)
            all += input->count();
        return all;
    }

    Tone tone(int column) const
    {
        if (column == Value)
            return !known ? Tone::Muted : kind == Origin::Kind::Computed ? Tone::Strong : Tone::Input;
        return column == From ? Tone::Muted : Tone::Plain;
    }
};

TraceModel::TraceModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Item>()) {}

TraceModel::~TraceModel() = default;

void TraceModel::setFigure(const Card& card, const QString& figure, const QLocale& locale)
{
    beginResetModel();
    m_root = std::make_unique<Item>();
    m_root->claim = claimOf(card, figure); // the title above the tree names it already
    if (const Sheet::Id id = card.sheet.find(figure); id != Sheet::none)
        m_root->add(trace(card.sheet, id, locale), card, locale);
    endResetModel();
}

void TraceModel::clear()
{
    beginResetModel();
    m_root = std::make_unique<Item>();
    endResetModel();
}

int TraceModel::figures() const
{
    return m_root->count() - 1;
}

const TraceModel::Item* TraceModel::itemAt(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const Item*>(index.constInternalPointer()) : m_root.get();
}

QModelIndex TraceModel::index(int row, int column, const QModelIndex& parent) const
{
    const Item* above = itemAt(parent);
    if (row < 0 || column < 0 || column >= ColumnCount || parent.column() > 0
        || row >= static_cast<int>(above->inputs.size()))
        return {};
    return createIndex(row, column, above->inputs[static_cast<std::size_t>(row)].get());
}

QModelIndex TraceModel::parent(const QModelIndex& index) const
{
    const Item* above = index.isValid() ? itemAt(index)->parent : nullptr;
    return above == nullptr || above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int TraceModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(itemAt(parent)->inputs.size());
}

int TraceModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant TraceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item& item = *itemAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? item.title : index.column() == Value ? item.shown : item.from;
    case Qt::ToolTipRole: return item.tip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (index.column() == Value ? Qt::AlignRight : Qt::AlignLeft));
    case ToneRole: return static_cast<int>(item.tone(index.column()));
    case FigureRole: return item.path;
    case CallRole: return item.call;
    case SentenceRole: return item.sentence;
    case SortRole: return item.value;
    case RawRole:
        return index.column() == Value && item.known ? QVariant(item.value) : data(index, Qt::DisplayRole);
    default: return {};
    }
}

QVariant TraceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Value ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Figure") : section == Value ? tr("Value") : tr("Arithmetic, or source");
}

} // namespace plumbline
