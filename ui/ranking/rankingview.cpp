#include "ui/ranking/rankingview.h"

#include "ui/common/copy.h"
#include "ui/common/names.h"
#include "ui/ranking/filterheader.h"
#include "ui/ranking/rankingdelegate.h"
#include "ui/ranking/rankingmodel.h"

#include <QKeyEvent>

namespace plumbline {

using namespace Qt::StringLiterals;

RankingView::RankingView(RankingModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_header(named(new FilterHeader(this), u"rankingHeader"_s, tr("Columns of the ranking")))
{
    named(this, u"rankingTable"_s, tr("Ranking"));
    setHorizontalHeader(m_header);
    setModel(&model);
    setItemDelegate(new RankingDelegate(this));
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(30);
    const std::array<int, RankingModel::ColumnCount> widths {44, 65, 0, 158, 51, 55, 56, 84, 70};
    for (int i = 0; i < RankingModel::ColumnCount; ++i)
        if (i == RankingModel::Company)
            m_header->setSectionResizeMode(i, QHeaderView::Stretch);
        else
            setColumnWidth(i, widths[static_cast<std::size_t>(i)]);
    m_header->setMinimumSectionSize(36);
    addFilters();
    m_header->setSortIndicator(RankingModel::Rank, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit opened(index.data(SymbolRole).toString()); });
    connect(this, &QTableView::clicked, this,
            [this](const QModelIndex& index) { emit figureChosen(index.data(FigureRole).toString()); });
}

void RankingView::addFilters()
{
    const QString words = tr("text");
    m_header->addField(RankingModel::Symbol, tr("Filter by symbol"), words);
    m_header->addField(RankingModel::Company, tr("Filter by company"), words);
    m_header->addField(RankingModel::Conviction, tr("Filter by conviction"), u">"_s);
    m_header->addField(RankingModel::Enthusiasm, tr("Filter by enthusiasm"), u">"_s);
    m_header->addField(RankingModel::Revenue, tr("Filter by revenue uplift"), u">"_s);
    m_header->addField(RankingModel::Eps, tr("Filter by EPS uplift"), u"a~b"_s);
    m_header->addField(RankingModel::VersusAnalysts, tr("Filter by the verdict versus analysts"), words);
    m_header->addField(RankingModel::PricedIn, tr("Filter by what is priced in"), words);
    connect(m_header, &FilterHeader::filterChanged, this, [this](int column, const QString& text) {
        m_header->markBroken(column, !ColumnFilter(text).isValid());
        m_model.setFilter(column, text);
        emit filtered();
    });
}

QString RankingView::symbol() const
{
    return currentIndex().data(SymbolRole).toString();
}

void RankingView::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const int column =
        currentIndex().isValid() ? currentIndex().column() : static_cast<int>(RankingModel::Symbol);
    setCurrentIndex(m_model.index(row, column));
    scrollTo(currentIndex());
}

void RankingView::step(int by)
{
    const int row = currentIndex().isValid() ? currentIndex().row() + by : 0;
    choose(std::clamp(row, 0, std::max(0, m_model.rowCount() - 1)));
}

void RankingView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!current.isValid() || symbol() == m_chosen)
        return;
    m_chosen = symbol();
    emit chosen(m_chosen);
}

void RankingView::keyPressEvent(QKeyEvent* event)
{
    const QString letters = event->text();
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (event->matches(QKeySequence::Copy))
        copySelection(*this, CopyHeaders::No);
    else if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        copySelection(*this, CopyHeaders::Yes);
    else if (event->key() == Qt::Key_F3)
        emit figureChosen(currentIndex().data(FigureRole).toString());
    else if (plain && (event->key() == Qt::Key_BracketLeft || event->key() == Qt::Key_BracketRight))
        step(event->key() == Qt::Key_BracketRight ? 1 : -1);
    else if (plain && !letters.isEmpty() && letters.front().isPrint() && !letters.front().isSpace())
        emit typed(letters);
    else
        QTableView::keyPressEvent(event);
}

} // namespace plumbline
