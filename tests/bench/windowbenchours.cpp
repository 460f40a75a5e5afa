#include "tests/bench/windowbenchours.h"

#include "ui/common/figuretable.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>

namespace plumbline {

namespace {

QElapsedTimer started()
{
    QElapsedTimer timer;
    timer.start();
    return timer;
}

/// Cells in view that say something.
int textsIn(const QTableView& table)
{
    const QModelIndex last = table.indexAt(table.viewport()->rect().bottomLeft());
    const int rows = last.isValid() ? last.row() + 1 : table.model()->rowCount();
    int texts = 0;
    for (int row = std::max(0, table.rowAt(0)); row < rows; ++row)
        for (int column = 0; column < table.model()->columnCount(); ++column)
            texts += table.model()->index(row, column).data().toString().isEmpty() ? 0 : 1;
    return texts;
}

} // namespace

QLocale english()
{
    return {QLocale::English, QLocale::UnitedStates};
}

OurWindow::OurWindow(const QString& workspace) : m_since(started())
{
    m_window.resize(windowSize);
    m_window.show();
    QObject::connect(&m_desk, &Desk::failed, [](const Error& error) { giveUp(qPrintable(error.message)); });
    QObject::connect(&m_desk, &Desk::opened, &m_window, [this] { openedAt = elapsed(); });
    QObject::connect(&m_desk, &Desk::cardReady, &m_window, [this] { m_cardStale = true; });
    madeAt = elapsed();
    application().painted = [this](const QWidget* widget) { take(widget); };
    watchModel();
    m_desk.open(workspace);
}

OurWindow::~OurWindow()
{
    application().painted = nullptr;
    m_window.close();
    m_desk.close();
}

void OurWindow::watchModel()
{
    const QAbstractItemModel* model = m_ranking->model();
    const auto stale = [this] {
        m_rankingStale = true;
        if (rankedAt < 0)
            rankedAt = elapsed();
    };
    QObject::connect(model, &QAbstractItemModel::dataChanged, &m_window, stale);
    QObject::connect(model, &QAbstractItemModel::layoutChanged, &m_window, stale);
    QObject::connect(model, &QAbstractItemModel::rowsInserted, &m_window, stale);
    QObject::connect(model, &QAbstractItemModel::rowsRemoved, &m_window, stale);
    QObject::connect(model, &QAbstractItemModel::modelReset, &m_window, stale);
}

void OurWindow::waitForRanking()
{
    must(application().runUntil([this] { return rankedAt >= 0 && rankingSeen(); }), "a ranking is painted");
    must(m_ranking->model()->rowCount() > 0, "the ranking has rows");
}

void OurWindow::waitUntilComplete()
{
    must(application().runUntil([this] { return m_desk.isComplete(); }, 600'000), "all cards are made");
    settle();
}

void OurWindow::settle()
{
    int quiet = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&quiet] { ++quiet; });
    timer.start(300);
    must(application().runUntil([&] { return quiet >= 2; }), "the window comes to rest");
}

void OurWindow::forget()
{
    m_rankingStale = true;
    m_cardStale = true;
}

RankedCompany OurWindow::row(const QString& symbol) const
{
    const auto ranking = m_desk.ranking();
    for (const RankedCompany& one : *ranking)
        if (one.symbol == symbol)
            return one;
    return {};
}

int OurWindow::textsOnCard() const
{
    int texts = 0;
    const auto seen = [](const QWidget* one) { return one->isVisible() && !one->visibleRegion().isEmpty(); };
    const auto labels = m_card->findChildren<QLabel*>();
    for (const QLabel* one : labels)
        texts += seen(one) ? 1 : 0;
    const auto fields = m_card->findChildren<QLineEdit*>();
    for (const QLineEdit* one : fields)
        texts += seen(one) ? 1 : 0;
    const auto tables = m_card->findChildren<FigureTable*>();
    for (const FigureTable* one : tables)
        texts += seen(one) ? textsIn(*one) : 0;
    return texts;
}

void OurWindow::take(const QWidget* widget)
{
    if (widget == m_ranking->viewport())
        m_rankingStale = false;
    else if (m_card->isAncestorOf(widget))
        m_cardStale = false;
}

} // namespace plumbline
