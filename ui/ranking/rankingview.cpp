#include "ui/ranking/rankingview.h"

#include "ui/common/copy.h"
#include "ui/common/names.h"
#include "ui/ranking/filterheader.h"
#include "ui/ranking/rankingdelegate.h"
#include "ui/ranking/rankingmodel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

RankingView::RankingView(RankingModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_header(named(new FilterHeader(this), u"rankingHeader"_s, tr("Columns of the ranking")))
    , m_none(named(new QLabel, u"noneLabel"_s, tr("Why no company is shown")))
    , m_all(named(new QPushButton, u"allButton"_s, tr("Show all companies")))
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
    const std::array<int, rankingColumns> widths {40, 68, 0, 150, 52, 58, 60, 88, 74};
    for (int i = 0; i < rankingColumns; ++i)
        if (static_cast<RankingColumn>(i) == RankingColumn::Company)
            m_header->setSectionResizeMode(i, QHeaderView::Stretch);
        else
            setColumnWidth(i, widths[static_cast<std::size_t>(i)]);
    m_header->setMinimumSectionSize(36);
    addFilters();
    addWordsForNone();
    m_header->setSortIndicator(static_cast<int>(RankingColumn::Rank), Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit opened(index.data(SymbolRole).toString()); });
    connect(this, &QTableView::clicked, this,
            [this](const QModelIndex& index) { emit figureChosen(index.data(FigureRole).toString()); });
}

void RankingView::addFilters()
{
    const auto field = [this](RankingColumn column, const QString& name, const QString& example) {
        m_header->addField(static_cast<int>(column), name, example);
    };
    const QString words = tr("text");
    field(RankingColumn::Symbol, tr("Filter by symbol"), words);
    field(RankingColumn::Company, tr("Filter by company"), words);
    field(RankingColumn::Conviction, tr("Filter by conviction"), u">"_s);
    field(RankingColumn::Enthusiasm, tr("Filter by enthusiasm"), u">"_s);
    field(RankingColumn::Revenue, tr("Filter by revenue uplift"), u">"_s);
    field(RankingColumn::Eps, tr("Filter by EPS uplift"), u"a~b"_s);
    field(RankingColumn::VersusAnalysts, tr("Filter by the verdict versus analysts"), words);
    field(RankingColumn::PricedIn, tr("Filter by what is priced in"), words);
    connect(m_header, &FilterHeader::filterChanged, this, [this](int column, const QString& text) {
        m_header->markBroken(column, !ColumnFilter(text).isValid());
        m_model.setFilter(static_cast<RankingColumn>(column), text);
        sayWhereNoneIsLeft();
        emit filtered();
    });
}

/// What stands in the place of rows that the filters left out.
void RankingView::addWordsForNone()
{
    m_none->setTextFormat(Qt::PlainText);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_all->setText(tr("Show all companies"));
    auto* layout = new QVBoxLayout(viewport());
    layout->addStretch();
    layout->addWidget(m_none);
    layout->addWidget(m_all, 0, Qt::AlignHCenter);
    layout->addStretch();
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_header->clear();
        setFocus();
    });
    const auto follow = [this] { sayWhereNoneIsLeft(); };
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, follow);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, follow);
    connect(&m_model, &QAbstractItemModel::modelReset, this, follow);
    sayWhereNoneIsLeft();
}

void RankingView::sayWhereNoneIsLeft()
{
    const bool none = m_model.rowCount() == 0 && m_model.companies() > 0;
    m_none->setText(m_model.undecided() > 0 ? tr(
                        "No company fits the filters; of %n of them a figure that is asked for is not known.",
                        nullptr, m_model.undecided())
                                            : tr("No company fits the filters."));
    m_none->setVisible(none);
    m_all->setVisible(none);
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
        currentIndex().isValid() ? currentIndex().column() : static_cast<int>(RankingColumn::Symbol);
    setCurrentIndex(m_model.index(row, column));
    scrollTo(currentIndex());
}

void RankingView::step(int by)
{
    const int row = currentIndex().isValid() ? currentIndex().row() + by : 0;
    choose(std::clamp(row, 0, std::max(0, m_model.rowCount() - 1)));
}

/// Where it is narrow columns give way, so that those that stay are readable.
void RankingView::resizeEvent(QResizeEvent* event)
{
    const int width = viewport()->width();
    const auto needs = [&](RankingColumn column, int least) {
        setColumnHidden(static_cast<int>(column), width < least);
    };
    needs(RankingColumn::PricedIn, 700);
    needs(RankingColumn::VersusAnalysts, 620);
    needs(RankingColumn::Revenue, 540);
    needs(RankingColumn::Enthusiasm, 400);
    needs(RankingColumn::Company, 400);
    setColumnWidth(static_cast<int>(RankingColumn::Conviction), width < 400   ? 124
                                                                : width < 560 ? 134
                                                                : width < 900 ? 150
                                                                              : 230);
    QTableView::resizeEvent(event);
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
    else if (plain && !letters.isEmpty() && letters.front().isPrint() && !letters.front().isSpace())
        emit typed(letters);
    else
        QTableView::keyPressEvent(event);
}

} // namespace plumbline
