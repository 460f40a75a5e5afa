#include "ui/assumptions/assumptionseditor.h"

#include "ui/assumptions/assumptionline.h"
#include "ui/common/names.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

QLabel* quiet(const QString& text, const QString& objectName)
{
    auto* label = new QLabel(text);
    label->setObjectName(objectName);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

AssumptionsEditor::AssumptionsEditor(const QLocale& locale, QWidget* parent)
    : QWidget(parent)
    , m_locale(locale)
    , m_readOnly(quiet({}, u"assumptionsReadOnly"_s))
    , m_empty(quiet(tr("No assumption is in force: nobody proposed one for this company."),
                    u"assumptionsEmpty"_s))
    , m_page(new QWidget)
    , m_layout(new QVBoxLayout(m_page))
{
    named(this, u"assumptionsEditor"_s, tr("Assumptions"));
    auto* title = new QLabel(tr("Assumptions"));
    title->setObjectName(u"assumptionsTitle"_s);
    QFont bold = font();
    bold.setBold(true);
    title->setFont(bold);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(8, 6, 8, 2);
    top->setSpacing(8);
    top->addWidget(title);
    top->addWidget(quiet(tr("blue: put in · pink: yours · ↺ as proposed"), u"assumptionsLegend"_s), 1);
    m_readOnly->setContentsMargins(8, 0, 8, 2);
    m_readOnly->setWordWrap(true);
    m_readOnly->hide();
    m_empty->setContentsMargins(8, 4, 8, 4);
    m_empty->setWordWrap(true);
    m_layout->setContentsMargins(0, 0, 0, 4);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_empty);
    m_layout->addStretch(1);
    auto* scroll = named(new QScrollArea, u"assumptionsScroll"_s, tr("Assumptions"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->verticalScrollBar()->setSingleStep(26);
    scroll->setWidget(m_page);
    scroll->viewport()->setAutoFillBackground(false);
    m_page->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_readOnly);
    layout->addWidget(scroll, 1);
    setMinimumWidth(380);
}

void AssumptionsEditor::showCard(std::shared_ptr<const Card> card)
{
    m_card = std::move(card);
    showRows(editorRows(*m_card, m_locale));
}

void AssumptionsEditor::showRows(const std::vector<AssumptionRow>& rows)
{
    QStringList order;
    order.reserve(static_cast<qsizetype>(rows.size()));
    for (const AssumptionRow& row : rows)
        order.append(row.key());
    if (order != m_order) {
        const auto shown = m_card;
        const auto lines = m_lines;
        for (AssumptionLine* line : lines) // may lead to another card before it returns
            if (!order.contains(line->row().key()))
                line->settle();
        if (m_card != shown)
            return;
        m_order = order;
        arrange(rows);
    }
    for (const AssumptionRow& row : rows)
        m_lines.value(row.key())->showRow(row);
}

/// Other rows than before: lines that stay keep their place in the focus, the others are given new rows.
void AssumptionsEditor::arrange(const std::vector<AssumptionRow>& rows)
{
    QList<AssumptionLine*> free;
    m_lines.removeIf([this, &free](const auto& line) {
        const bool gone = !m_order.contains(line.key());
        if (gone)
            free.append(line.value());
        return gone;
    });
    while (m_layout->count() > 0)
        delete m_layout->takeAt(0);
    for (QLabel* label : std::as_const(m_headings))
        label->hide();
    m_layout->addWidget(m_empty);
    m_empty->setVisible(rows.empty());
    const AssumptionRow* before = nullptr;
    QWidget* last = nullptr;
    for (const AssumptionRow& row : rows) {
        AssumptionLine*& line = m_lines[row.key()];
        if (line == nullptr)
            line = free.isEmpty() ? newLine() : free.takeLast();
        if (before == nullptr || before->group != row.group)
            m_layout->addWidget(headingFor(row.group));
        m_layout->addWidget(line);
        line->show();
        last = line->tabAfter(last);
        before = &row;
    }
    m_layout->addStretch(1);
    qDeleteAll(free);
}

AssumptionLine* AssumptionsEditor::newLine()
{
    const auto checked = [this](const AssumptionRow& row, const QString& typed) {
        return checkedValue(*m_card, row, typed, m_locale);
    };
    auto* line = new AssumptionLine(m_locale, checked, m_page);
    connect(line, &AssumptionLine::previewed, this, &AssumptionsEditor::previewed);
    connect(line, &AssumptionLine::committed, this, &AssumptionsEditor::committed);
    connect(line, &AssumptionLine::resetAsked, this, &AssumptionsEditor::resetAsked);
    connect(line, &AssumptionLine::takenBack, this, &AssumptionsEditor::takenBack);
    connect(line, &AssumptionLine::figureChosen, this, &AssumptionsEditor::figureChosen);
    line->setLocked(m_locked);
    return line;
}

QLabel* AssumptionsEditor::headingFor(AssumptionRow::Group group)
{
    QLabel*& label = m_headings[static_cast<int>(group)];
    if (label == nullptr) {
        label = quiet(heading(group), u"assumptionsHeading%1"_s.arg(static_cast<int>(group)));
        label->setParent(m_page);
        label->setContentsMargins(8, 6, 8, 1);
    }
    label->show();
    return label;
}

void AssumptionsEditor::setReadOnly(bool readOnly, const QString& reason)
{
    m_locked = !readOnly ? QString() : reason.isEmpty() ? tr("Nothing can be changed here.") : reason;
    m_readOnly->setText(m_locked);
    m_readOnly->setVisible(readOnly);
    for (AssumptionLine* line : std::as_const(m_lines))
        line->setLocked(m_locked);
}

} // namespace plumbline
