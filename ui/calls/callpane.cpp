#include "ui/calls/callpane.h"

#include "ui/calls/callrows.h"
#include "ui/common/figuretable.h"
#include "ui/common/names.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QTimer>

namespace plumbline {

using namespace Qt::StringLiterals;

CallPane::CallPane(QWidget* parent)
    : QFrame(parent)
    , m_head(new QWidget(this))
    , m_calls(named(new QComboBox, u"callBox"_s, tr("Call")))
    , m_title(named(new QLabel, u"callTitle"_s, tr("Call shown")))
    , m_hint(named(new QLabel, u"callHint"_s, tr("How to hold the whole call")))
    , m_table(named(new FigureTable({{tr("No."), 46, true}, {tr("Speaker"), 168}, {tr("Sentence"), 0}}),
                    u"callTable"_s, tr("Sentences of the call")))
{
    setObjectName(u"pane"_s);
    setAccessibleName(tr("Calls"));
    m_title->setTextFormat(Qt::PlainText);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setContentsMargins(10, 0, 10, 6);
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_calls->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_calls, &QComboBox::activated, this, [this] {
        m_lit = 0;
        showCall();
    });
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* top = new QHBoxLayout(m_head);
    top->setContentsMargins(0, 0, 0, 0);
    top->addWidget(m_calls);
    top->addWidget(m_title, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_hint);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    showCall();
}

void CallPane::showCard(const std::shared_ptr<const Card>& card)
{
    m_card = card;
    const QString symbol = card == nullptr ? QString() : card->coverage.dossier.symbol;
    QStringList held;
    if (card != nullptr)
        for (const Call& one : card->coverage.calls)
            held.append(callTitle(one));
    if (symbol == m_symbol && held == m_held)
        return; // what is assumed does not change them; a call may have come in
    m_symbol = symbol;
    m_held = held;
    m_lit = 0;
    const QSignalBlocker quiet(m_calls);
    m_calls->clear();
    if (card != nullptr)
        for (const Call& one : card->coverage.calls)
            m_calls->addItem(one.id, one.id);
    if (card != nullptr)
        m_calls->setCurrentIndex(std::max(0, m_calls->findData(card->coverage.dossier.latestCall)));
    showCall();
}

const Call* CallPane::call() const
{
    if (m_card == nullptr)
        return nullptr;
    for (const Call& one : m_card->coverage.calls)
        if (one.id == m_calls->currentData().toString())
            return &one;
    return nullptr;
}

void CallPane::showSentence(const QString& call, int sentence)
{
    if (const int at = m_calls->findData(call); at >= 0)
        m_calls->setCurrentIndex(at);
    m_lit = sentence;
    showCall();
}

/// Once all rows have their height and the pane its size.
void CallPane::centre()
{
    QTimer::singleShot(0, this, [this] {
        if (m_lit > 0 && m_table->currentIndex().isValid())
            m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
    });
}

void CallPane::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    centre();
}

void CallPane::showCall()
{
    const Call* shown = call();
    m_calls->setEnabled(m_calls->count() > 1);
    m_hint->setVisible(shown != nullptr && !shown->whole);
    if (shown == nullptr) {
        m_title->setText(tr("No call of this company is held."));
        m_table->showRows({});
        return;
    }
    QString title = callTitle(*shown);
    for (const Sentence& one : shown->sentences)
        if (one.id == m_lit)
            title += tr(" · sentence %1, %2").arg(m_lit).arg(speakerOf(one));
    m_title->setText(title);
    m_hint->setText(
        tr("Quotes from it cannot be held against what was said around them. Bring the whole call in with "
           "File → Import calls, or drop its file here."));
    m_table->showRows(callRows(*shown, m_lit));
    const int row = rowOfSentence(*shown, m_lit);
    if (row < 0)
        return;
    m_table->fitNow();
    m_table->setCurrentIndex(m_table->model()->index(row, 2));
    centre();
}

} // namespace plumbline
