#include "ui/actions/commandbox.h"

#include "ui/actions/palettemodel.h"
#include "ui/common/names.h"
#include "ui/common/roles.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int across = 10;
constexpr int rowHeight = 26;
constexpr int mostRows = 14;

/// A row of the list: what it is on the left, a name or a shortcut on the right.
class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& colours = coloursOf(option.palette);
        painter->fillRect(option.rect,
                          option.state.testFlag(QStyle::State_Selected) ? colours.selection : colours.raised);
        const QRect place = option.rect.adjusted(across, 0, -across, 0);
        const QString note = index.data(NoteRole).toString();
        const int width = std::min(option.fontMetrics.horizontalAdvance(note), place.width() / 2);
        const bool company = !index.data(SymbolRole).toString().isEmpty();
        QFont own = option.font;
        own.setBold(company);
        painter->setFont(own);
        painter->setPen(index.flags().testFlag(Qt::ItemIsEnabled) ? colours.text : colours.muted);
        painter->drawText(place.adjusted(0, 0, -width - across, 0), Qt::AlignVCenter | Qt::AlignLeft,
                          index.data().toString());
        painter->setFont(option.font);
        painter->setPen(colours.muted);
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignRight,
                          option.fontMetrics.elidedText(note, Qt::ElideRight, place.width() / 2));
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, rowHeight};
    }
};

} // namespace

CommandBox::CommandBox(PaletteModel& model, QWidget* parent) : QLineEdit(parent), m_model(model)
{
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::textEdited, this, &CommandBox::match);
}

void CommandBox::begin(const QString& typed)
{
    setFocus(Qt::ShortcutFocusReason);
    setText(typed);
    match();
}

/// Tab and the keys of the list belong to this field while it has the focus.
bool CommandBox::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Return)
            event->accept();
    }
    return QLineEdit::event(event);
}

void CommandBox::match()
{
    m_model.suggest(text());
    openList();
}

void CommandBox::openList()
{
    if (m_list == nullptr) {
        m_list = named(new QListView(window()), u"palette"_s, tr("Companies and actions"));
        m_list->setModel(&m_model);
        m_list->setItemDelegate(new PaletteDelegate(m_list));
        m_list->setUniformItemSizes(true);
        m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the focus
        m_list->setFrameShape(QFrame::Box);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
        connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
    }
    const int rows = std::min(mostRows, m_model.rowCount());
    const QPoint corner = mapTo(window(), QPoint(0, height() + 2));
    m_list->setGeometry(corner.x(), corner.y(), width(), rows * rowHeight + 2 * m_list->frameWidth());
    m_list->setCurrentIndex(m_model.index(0));
    m_list->setVisible(rows > 0);
    m_list->raise();
}

void CommandBox::step(int by)
{
    const int rows = m_model.rowCount();
    for (int row = m_list->currentIndex().row() + by; row >= 0 && row < rows; row += by)
        if (m_model.index(row).flags().testFlag(Qt::ItemIsEnabled)) {
            m_list->setCurrentIndex(m_model.index(row));
            return;
        }
}

void CommandBox::choose(int row)
{
    const QString symbol = m_model.symbolAt(row);
    const QString action = m_model.actionAt(row);
    const bool enabled = m_model.index(row).flags().testFlag(Qt::ItemIsEnabled);
    leave();
    if (!symbol.isEmpty())
        emit companyChosen(symbol);
    else if (!action.isEmpty() && enabled)
        emit actionChosen(action);
}

void CommandBox::leave()
{
    clear();
    if (m_list != nullptr)
        m_list->hide();
    emit left();
}

void CommandBox::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape: leave(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(text().isEmpty() && !m_list->isVisible() ? -1 : m_list->currentIndex().row());
        return;
    case Qt::Key_Up: step(-1); return;
    case Qt::Key_Down: step(1); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void CommandBox::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::OtherFocusReason)
        match(); // a window that has just come hides nothing behind a list
}

void CommandBox::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (m_list != nullptr)
        m_list->hide();
}

} // namespace plumbline
