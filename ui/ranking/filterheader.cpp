#include "ui/ranking/filterheader.h"

#include "ui/common/names.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QLineEdit>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionHeader>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 4;

} // namespace

FilterHeader::FilterHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QHeaderView::sectionResized, this, &FilterHeader::place);
    connect(this, &QHeaderView::geometriesChanged, this, &FilterHeader::place);
}

void FilterHeader::addField(int column, const QString& accessibleName, const QString& placeholder)
{
    auto* edit = named(new QLineEdit(this), QStringLiteral("filter%1").arg(column), accessibleName);
    edit->setPlaceholderText(placeholder);
    QAction* mark =
        edit->addAction(style()->standardIcon(QStyle::SP_MessageBoxWarning), QLineEdit::TrailingPosition);
    mark->setVisible(false);
    connect(edit, &QLineEdit::textChanged, this,
            [this, column](const QString& text) { emit filterChanged(column, text); });
    m_fields.push_back({column, edit, mark});
    markBroken(column, false);
}

void FilterHeader::markBroken(int column, bool broken)
{
    const QString ways = tr("Text, /expression/, > 15, <= 2, 5~10, = 3, <> high, or ? for what is not known");
    const QString words =
        broken ? tr("This filter cannot be read and leaves nothing out. What it can be: %1").arg(ways) : ways;
    for (const Field& field : m_fields)
        if (field.column == column) {
            QPalette own = palette();
            if (broken)
                own.setColor(QPalette::Text, coloursOf(palette()).warning);
            field.edit->setPalette(broken ? own : QPalette());
            field.edit->setToolTip(words);
            field.edit->setAccessibleDescription(words);
            field.mark->setToolTip(words);
            field.mark->setVisible(broken);
        }
}

void FilterHeader::clear()
{
    for (const Field& field : m_fields)
        field.edit->clear();
}

QSize FilterHeader::sizeHint() const
{
    QSize size = QHeaderView::sizeHint();
    if (!m_fields.empty())
        size.setHeight(size.height() + m_fields.front().edit->sizeHint().height() + margin);
    return size;
}

void FilterHeader::updateGeometries()
{
    if (!m_fields.empty())
        setViewportMargins(0, 0, 0, m_fields.front().edit->sizeHint().height() + margin);
    QHeaderView::updateGeometries();
    place();
}

void FilterHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (option->sortIndicator != QStyleOptionHeader::None)
        option->text += option->sortIndicator == QStyleOptionHeader::SortDown ? u" ▾"_s : u" ▴"_s;
    option->sortIndicator = QStyleOptionHeader::None;
}

void FilterHeader::place()
{
    for (const Field& field : m_fields) {
        const int height = field.edit->sizeHint().height();
        field.edit->setGeometry(sectionViewportPosition(field.column) + margin / 2,
                                QHeaderView::sizeHint().height(), sectionSize(field.column) - margin, height);
        field.edit->setVisible(!isSectionHidden(field.column));
    }
}

} // namespace plumbline
