#include "ui/calls/searchpane.h"

#include "ui/calls/founddelegate.h"
#include "ui/calls/foundrows.h"
#include "ui/common/figuretable.h"
#include "ui/common/names.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int pause = 120; // milliseconds without a key: the line is looked up

} // namespace

SearchPane::SearchPane(const QLocale& locale, QWidget* parent)
    : QFrame(parent)
    , m_locale(locale)
    , m_head(new QWidget(this))
    , m_line(named(new QLineEdit, u"searchLine"_s, tr("Search in all calls")))
    , m_note(named(new QLabel, u"searchNote"_s, tr("What was found")))
    , m_table(named(new FigureTable(foundColumns()), u"searchTable"_s, tr("Sentences that were found")))
{
    setObjectName(u"pane"_s);
    setAccessibleName(tr("Search"));
    m_line->setPlaceholderText(tr("Search in all calls"));
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);
    m_table->installEventFilter(this);
    m_table->setItemDelegate(new FoundDelegate(m_table));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setContentsMargins(10, 4, 10, 4);
    auto* top = new QHBoxLayout(m_head);
    top->setContentsMargins(0, 0, 0, 0);
    top->addWidget(m_line);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_line);
    m_typed.setSingleShot(true);
    m_typed.setInterval(pause);
    connect(&m_typed, &QTimer::timeout, this, &SearchPane::ask);
    connect(m_line, &QLineEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));
    connect(m_table, &QTableView::activated, this, &SearchPane::openCurrent);
    showFound({});
}

void SearchPane::begin()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void SearchPane::ask()
{
    m_typed.stop();
    emit asked(m_line->text());
}

void SearchPane::askAgain()
{
    if (!m_line->text().isEmpty())
        ask();
}

void SearchPane::showFound(const CallsFound& found)
{
    const auto count = static_cast<int>(found.found.size());
    if (m_line->text().trimmed().isEmpty())
        m_note->setText(
            tr("Type words, \"a phrase\", begin*, one OR another, -without or NEAR(two words); and "
               "speaker: role: firm: company: period: section:qa about:ai has:figure."));
    else if (found.more)
        m_note->setText(tr("The best %1 sentences; there are more. Further words or company: narrow them.")
                            .arg(m_locale.toString(count)));
    else if (count == 0)
        m_note->setText(tr("No sentence of the calls in this workspace fits."));
    else
        m_note->setText(tr("%n sentences", nullptr, count));
    list(found.found);
}

void SearchPane::showRefusal(const QString& sentence)
{
    m_note->setText(sentence);
    list({});
}

void SearchPane::list(const std::vector<Found>& found)
{
    m_note->setAccessibleDescription(m_note->text());
    m_found = found;
    m_table->showRows(foundRows(found));
    m_table->scrollToTop();
    m_table->setVisible(!found.empty());
}

void SearchPane::openCurrent()
{
    const auto row = static_cast<std::size_t>(m_table->currentIndex().row());
    if (m_table->currentIndex().isValid() && row < m_found.size())
        emit sentenceChosen(m_found[row].symbol, m_found[row].call, m_found[row].sentence);
}

/// Down and Enter lead from the line to what was found.
bool SearchPane::keyInLine(int key)
{
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter && m_typed.isActive()) {
        ask();
        return true;
    }
    if ((!enter && key != Qt::Key_Down) || m_found.empty())
        return false;
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    m_table->setFocus(Qt::OtherFocusReason);
    return true;
}

/// Up from the first row, and Escape, lead back.
bool SearchPane::keyInTable(int key)
{
    if (key != Qt::Key_Escape && (key != Qt::Key_Up || m_table->currentIndex().row() > 0))
        return false;
    begin();
    return true;
}

bool SearchPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent*>(event)->key();
        if (watched == m_line ? keyInLine(key) : keyInTable(key))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace plumbline
