#include "ui/common/tracepane.h"

#include "core/formula/explain.h"
#include "ui/common/celldelegate.h"
#include "ui/common/frame.h"
#include "ui/common/names.h"
#include "ui/common/roles.h"
#include "ui/common/shown.h"
#include "ui/common/tracemodel.h"

#include <QHeaderView>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastHeight = 52; ///< its header and the beginning of a row

/// Where an item stands in a tree, from the root down: it outlives a new tree of the same figure.
std::vector<int> placeOf(QModelIndex index)
{
    std::vector<int> rows;
    for (; index.isValid(); index = index.parent())
        rows.insert(rows.begin(), index.row());
    return rows;
}

QModelIndex indexAt(const QAbstractItemModel& model, const std::vector<int>& rows)
{
    QModelIndex index;
    for (const int row : rows)
        index = model.index(row, 0, index);
    return index;
}

} // namespace

TracePane::TracePane(const QLocale& locale, QWidget* parent)
    : QFrame(parent)
    , m_locale(locale)
    , m_title(named(new QLabel, u"traceTitle"_s, tr("Trace")))
    , m_model(new TraceModel(this))
    , m_frame(new QTimer(this))
    , m_fit(new QTimer(this))
    , m_tree(named(new QTreeView, u"traceTree"_s, tr("What stands behind the figure")))
{
    setObjectName(u"pane"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new CellDelegate(m_tree));
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setMinimumHeight(leastHeight);
    m_tree->setUniformRowHeights(false);
    m_tree->header()->setSectionResizeMode(TraceModel::From, QHeaderView::Stretch);
    m_tree->header()->setTextElideMode(Qt::ElideRight);
    m_tree->header()->resizeSection(TraceModel::Value, 90);
    m_tree->header()->setStretchLastSection(true);
    m_fit->setSingleShot(true);
    m_fit->setInterval(0);
    connect(m_fit, &QTimer::timeout, m_tree, &QTreeView::doItemsLayout);
    m_frame->setSingleShot(true);
    m_frame->setInterval(frameMilliseconds);
    connect(m_frame, &QTimer::timeout, this, &TracePane::follow);
    connect(m_tree, &QTreeView::activated, this, &TracePane::openCurrent);
    connect(m_tree->header(), &QHeaderView::sectionResized, m_fit, qOverload<>(&QTimer::start));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_tree);
    clear();
}

void TracePane::followCard(std::shared_ptr<const Card> card, const QString& first)
{
    const bool same = card->coverage.dossier.symbol == m_symbol;
    m_next = std::move(card);
    m_first = first;
    if (same)
        m_frame->start();
    else
        follow();
}

void TracePane::follow()
{
    const std::shared_ptr<const Card> card = std::exchange(m_next, nullptr);
    if (card == nullptr)
        return;
    const bool keeps = card->coverage.dossier.symbol == m_symbol && !m_figure.isEmpty()
                    && card->sheet.find(m_figure) != Sheet::none;
    showFigure(*card, keeps ? m_figure : m_first);
}

void TracePane::showFigure(const Card& card, const QString& figure)
{
    m_next.reset();
    m_frame->stop();
    const bool same = figure == m_figure && card.coverage.dossier.symbol == m_symbol;
    const std::vector<int> place = same ? placeOf(m_tree->currentIndex()) : std::vector<int>();
    const int scrolled = m_tree->verticalScrollBar()->value();
    m_figure = figure;
    m_symbol = card.coverage.dossier.symbol;
    m_model->setFigure(card, figure, m_locale);
    const Shown value = shown(card.sheet, figure, m_locale);
    const QString claim = claimOf(card, figure);
    const QString title =
        claim.isEmpty() ? titleFor(card, figure) : tr("%1 of %2").arg(titleFor(card, figure), claim);
    m_title->setText(u"%1: %2"_s.arg(title, value.reason.isEmpty() ? value.text : value.reason));
    m_title->setToolTip(figure);
    if (m_model->figures() <= 40)
        m_tree->expandAll();
    else
        m_tree->expandToDepth(1);
    if (!same)
        return;
    m_tree->setCurrentIndex(indexAt(*m_model, place));
    m_tree->doItemsLayout();
    m_tree->verticalScrollBar()->setValue(scrolled);
}

/// Names get a good third, arithmetic the rest.
void TracePane::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        m_tree->header()->resizeSection(TraceModel::Name,
                                        std::clamp(event->size().width() * 3 / 8, 130, 270));
}

QWidget* TracePane::head() const
{
    return m_title;
}

void TracePane::openCurrent()
{
    const QModelIndex index = m_tree->currentIndex();
    if (const QString call = index.data(CallRole).toString(); !call.isEmpty())
        emit sentenceChosen(call, index.data(SentenceRole).toInt());
    else if (const QString figure = index.data(FigureRole).toString(); !figure.isEmpty())
        emit figureChosen(figure);
}

void TracePane::clear()
{
    m_next.reset();
    m_figure.clear();
    m_symbol.clear();
    m_model->clear();
    m_title->setText(tr("Choose a figure, or press F3 on it, to see what stands behind it."));
}

} // namespace plumbline
