#include "core/desk/desk.h"
#include "tests/bench/windowbenchbare.h"
#include "tests/bench/windowbenchwatch.h"
#include "ui/assumptions/editorrows.h"
#include "ui/card/cardpane.h"
#include "ui/mainwindow.h"
#include "ui/ranking/rankingmodel.h"
#include "ui/ranking/rankingview.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QProcess>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>

#include <cmath>
#include <cstdio>

/// Measures the window in a real event loop, on a workspace of thousands of companies, each time beside bare Qt in the same
/// run. Times are told, not judged: the program fails only if what it measures did not happen.
namespace plumbline {
namespace {

using namespace Qt::StringLiterals;

constexpr int starts = 9;
constexpr int repeats = 99;
constexpr QSize windowSize {1600, 900};

[[noreturn]] void giveUp(const char* what)
{
    std::fprintf(stderr, "This did not happen: %s\n", what);
    std::exit(1);
}

void must(bool happened, const char* what)
{
    if (!happened)
        giveUp(what);
}

WatchedApplication& application()
{
    return *static_cast<WatchedApplication*>(QCoreApplication::instance());
}

/// Does something as the user does: from the event loop.
void gesture(const std::function<void()>& work)
{
    QMetaObject::invokeMethod(&application(), work, Qt::QueuedConnection);
}

QLocale english()
{
    return {QLocale::English, QLocale::UnitedStates};
}

struct Line
{
    const char* name;
    Samples ours {};
    Samples bare {};
    const char* bareName = "";
};

void print(const Line& line)
{
    std::printf("%-58s %9.2f %9.2f", line.name, line.ours.median(), line.ours.part(0.95));
    if (!line.bare.all.empty())
        std::printf(" %9.2f %9.2f  %s", line.bare.median(), line.bare.part(0.95), line.bareName);
    std::printf("\n");
    std::fflush(stdout);
}

QElapsedTimer started()
{
    QElapsedTimer timer;
    timer.start();
    return timer;
}

/// Our window on a workspace, and what it has painted.
class OurWindow
{
public:
    explicit OurWindow(const QString& workspace)
    {
        m_window.resize(windowSize);
        m_window.show();
        QObject::connect(&m_desk, &Desk::failed,
                         [](const Error& error) { giveUp(qPrintable(error.message)); });
        QObject::connect(&m_desk, &Desk::opened, &m_window, [this] { openedAt = elapsed(); });
        madeAt = elapsed();
        application().painted = [this](const QWidget* widget) { take(widget); };
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
        m_desk.open(workspace);
    }
    ~OurWindow()
    {
        application().painted = nullptr;
        m_window.close();
        m_desk.close();
    }
    Q_DISABLE_COPY_MOVE(OurWindow)

    /// Until the first ranking is seen.
    void waitForRanking()
    {
        must(application().runUntil([this] { return rankedAt >= 0 && rankingSeen(); }),
             "a ranking is painted");
        must(m_ranking->model()->rowCount() > 0, "the ranking has rows");
    }
    void waitUntilComplete()
    {
        must(application().runUntil([this] { return m_desk.isComplete(); }, 600'000), "all cards are made");
        settle();
    }
    /// Until the card in view is the one of the company chosen, and nothing more comes.
    void settle()
    {
        int quiet = 0;
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, [&quiet] { ++quiet; });
        timer.start(300);
        must(application().runUntil([&] { return quiet >= 2; }), "the window comes to rest");
    }

    bool rankingSeen() const { return !m_rankingStale; }
    bool cardSeen() const { return m_cardPaints > 0; }
    void forget()
    {
        m_rankingStale = true; // until it is painted again
        m_cardPaints = 0;
    }
    /// From now on the ranking counts as seen unless its model changes.
    void expectNothing() { m_rankingStale = false; }
    double elapsed() const { return static_cast<double>(m_since.nsecsElapsed()) / 1e6; }

    Desk& desk() { return m_desk; }
    RankingView* ranking() { return m_ranking; }
    CardPane* card() { return m_card; }
    MainWindow& window() { return m_window; }
    RankedCompany row(const QString& symbol) const
    {
        const auto ranking = m_desk.ranking();
        for (const RankedCompany& one : *ranking)
            if (one.symbol == symbol)
                return one;
        return {};
    }

    double madeAt = -1;
    double openedAt = -1;
    double rankedAt = -1;

private:
    void take(const QWidget* widget)
    {
        if (widget == m_ranking->viewport())
            m_rankingStale = false;
        else if (m_card->isAncestorOf(widget))
            ++m_cardPaints;
    }

    QElapsedTimer m_since = started(); ///< first: before what is measured is made
    QTemporaryDir m_folder {};
    QSettings m_settings {m_folder.filePath(u"window.ini"_s), QSettings::IniFormat};
    Desk m_desk {english()};
    MainWindow m_window {m_desk, m_settings, english()};
    RankingView* m_ranking = m_window.findChild<RankingView*>();
    CardPane* m_card = m_window.findChild<CardPane*>();
    bool m_rankingStale = true;
    int m_cardPaints = 0;
};

/// The time of `work` from the event loop until `done`.
double timed(const std::function<void()>& work, const std::function<bool()>& done, const char* what)
{
    QElapsedTimer since;
    gesture([&] {
        since.start();
        work();
    });
    must(application().runUntil([&] { return since.isValid() && done(); }, 10'000), what);
    return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

std::unique_ptr<BareWindow> shownBare(QSize size, double& milliseconds)
{
    bool seen = false;
    QElapsedTimer since;
    since.start();
    auto bare = std::make_unique<BareWindow>();
    application().painted = [&](const QWidget* widget) { seen = seen || widget == bare->table->viewport(); };
    bare->window.resize(size);
    bare->window.show();
    must(application().runUntil([&] { return seen; }), "the bare table is painted");
    milliseconds = static_cast<double>(since.nsecsElapsed()) / 1e6;
    application().painted = nullptr;
    return bare;
}

double timedBare(BareWindow& bare, const std::function<void()>& work)
{
    bool seen = false;
    application().painted = [&](const QWidget* widget) { seen = seen || widget == bare.table->viewport(); };
    const double spent = timed(
        [&] {
            seen = false;
            work();
        },
        [&] { return seen; }, "the bare table is painted again");
    application().painted = nullptr;
    return spent;
}

struct EmptyDelegate : QAbstractItemDelegate
{
    void paint(QPainter*, const QStyleOptionViewItem&, const QModelIndex&) const override {}
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {60, 30}; }
};

double repaint(QWidget* widget)
{
    QElapsedTimer since;
    since.start();
    widget->repaint();
    return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

void press(QWidget* widget, int key, const QString& text)
{
    QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier, text));
    QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyRelease, key, Qt::NoModifier, text));
}

// What is measured, one after another ----------------------------------------------------------------------------------

std::unique_ptr<OurWindow> measureStart(const QString& workspace)
{
    Line start {"start to the first ranking painted", {}, {}, "window and table of 5,000 x 9 items"};
    Line made {"  … window made and shown (no event yet)"};
    Line opened {"  … workspace opened"};
    Line ranked {"  … ranking in the table's model"};
    std::unique_ptr<OurWindow> window;
    for (int i = 0; i <= starts; ++i) {
        window.reset();
        application().beginPhase(i == 0 ? QString() : u"nine starts"_s);
        window = std::make_unique<OurWindow>(workspace);
        window->waitForRanking();
        const double seen = window->elapsed();
        application().beginPhase({});
        if (i == 0)
            continue; // warms up
        start.ours.all.push_back(seen);
        made.ours.all.push_back(window->madeAt);
        opened.ours.all.push_back(window->openedAt);
        ranked.ours.all.push_back(window->rankedAt);
    }
    const auto ours = std::exchange(application().painted, nullptr);
    for (int i = 0; i <= starts; ++i) {
        double milliseconds = 0;
        shownBare(windowSize, milliseconds);
        if (i > 0)
            start.bare.all.push_back(milliseconds);
    }
    application().painted = ours;
    for (const Line& line : {start, made, opened, ranked})
        print(line);
    return window;
}

struct Place
{
    QString subject;
    QString field;
    double value = 0;
};

QString text(double value)
{
    return QString::number(value * 100, 'f', 3) + u'%';
}

/// A share that is chosen for the company in view and moves its rank's figures.
Place placeThatMoves(OurWindow& window, const QString& symbol)
{
    const auto card = window.desk().card(symbol);
    must(card != nullptr, "the card of the company chosen is at hand");
    for (const AssumptionRow& one : editorRows(*card, english())) {
        if (one.group != AssumptionRow::Group::Company || one.display != Display::Percent || !one.value
            || *one.value <= 0.01 || one.computed)
            continue;
        const auto before = window.row(symbol).figures;
        const auto moved = [&] {
            const auto now = window.row(symbol).figures;
            for (std::size_t i = 0; i < now.size(); ++i)
                if (std::abs(now[i] - before[i]) > 1e-9)
                    return true;
            return false;
        };
        window.desk().preview(one.subject, one.field, text(*one.value * 0.6));
        const bool did = application().runUntil(moved, 2000);
        window.desk().cancelPreview();
        window.settle();
        if (did)
            return {one.subject, one.field, *one.value};
    }
    giveUp("an assumption of the company chosen moves its figures");
}

void measureEdit(OurWindow& window, const QString& symbol, const Place& place, const char* ranked,
                 const char* carded)
{
    Line toRanking {ranked};
    Line toCard {carded};
    for (int i = 0; i < repeats; ++i) {
        const auto rankingBefore = window.desk().ranking();
        const auto cardBefore = window.desk().card(symbol);
        double rankingAt = -1;
        QElapsedTimer since;
        since.start();
        const double all = timed(
            [&] {
                since.restart();
                window.forget();
                window.desk().preview(place.subject, place.field,
                                      text(place.value * (i % 2 == 0 ? 0.7 : 0.8)));
            },
            [&] {
                const bool ranking = window.desk().ranking() != rankingBefore && window.rankingSeen();
                if (ranking && rankingAt < 0)
                    rankingAt = static_cast<double>(since.nsecsElapsed()) / 1e6;
                const auto card = window.desk().card(symbol);
                return ranking && card != nullptr && card != cardBefore && window.cardSeen();
            },
            "an edit is seen in the ranking and on the card");
        toRanking.ours.all.push_back(rankingAt);
        toCard.ours.all.push_back(all);
    }
    window.desk().cancelPreview();
    window.settle();
    print(toRanking);
    print(toCard);
}

void measureCards(OurWindow& window)
{
    Line line {"another card, from its row chosen to painted"};
    const int rows = window.ranking()->model()->rowCount();
    for (int i = 0; i < repeats; ++i) {
        const int row = (1 + i * 17) % rows; // never one of those kept
        const QString symbol = window.ranking()->model()->index(row, 1).data().toString();
        line.ours.all.push_back(timed(
            [&] {
                window.forget();
                window.ranking()->choose(row);
            },
            [&] {
                return window.ranking()->symbol() == symbol && window.desk().card(symbol) != nullptr
                    && window.cardSeen() && window.rankingSeen();
            },
            "another card is seen"));
    }
    print(line);
}

void measureRepaint(OurWindow& window, BareWindow& bare)
{
    Line line {"repaint of the ranking", {}, {}, "the default delegate"};
    Line empty {"  … beside it", {}, {}, "a delegate that paints nothing"};
    EmptyDelegate nothing;
    QAbstractItemDelegate* const usual = bare.table->itemDelegate();
    for (int i = 0; i < repeats; ++i) {
        line.ours.all.push_back(repaint(window.ranking()->viewport()));
        line.bare.all.push_back(repaint(bare.table->viewport()));
    }
    bare.table->setItemDelegate(&nothing);
    for (int i = 0; i < repeats; ++i)
        empty.bare.all.push_back(repaint(bare.table->viewport()));
    bare.table->setItemDelegate(usual);
    empty.ours = line.ours;
    print(line);
    print(empty);
}

void measureSort(OurWindow& window, BareWindow& bare)
{
    Line number {"sort by a number, to repainted", {}, {}, "QSortFilterProxyModel"};
    Line word {"sort by a name, to repainted"};
    const auto sorted = [&](Line& line, RankingColumn column) {
        for (int i = 0; i < repeats; ++i)
            line.ours.all.push_back(timed(
                [&] {
                    window.forget();
                    window.ranking()->sortByColumn(static_cast<int>(column),
                                                   i % 2 == 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
                },
                [&] { return window.rankingSeen(); }, "the sorted ranking is painted"));
    };
    const auto top = [&] { return window.ranking()->model()->index(0, 1).data().toString(); };
    const QString before = top();
    sorted(number, RankingColumn::Eps);
    must(top() != before, "sorting moves rows");
    sorted(word, RankingColumn::Company);
    window.ranking()->sortByColumn(static_cast<int>(RankingColumn::Rank), Qt::AscendingOrder);
    application().beginPhase({});
    const auto ours = std::exchange(application().painted, nullptr);
    for (int i = 0; i < repeats; ++i)
        number.bare.all.push_back(timedBare(bare, [&] {
            bare.table->sortByColumn(3, i % 2 == 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
        }));
    application().painted = ours;
    window.settle();
    print(number);
    print(word);
}

void measureFilter(OurWindow& window, BareWindow& bare)
{
    Line word {"a key in the filter of companies, to repainted", {}, {}, "QSortFilterProxyModel"};
    Line number {"a key in the filter of conviction, to repainted"};
    const int rows = window.ranking()->model()->rowCount();
    int fewest = rows;
    const auto typed = [&](Line& line, RankingColumn column, const QString& keys) {
        auto* field = window.window().findChild<QLineEdit*>(u"filter%1"_s.arg(static_cast<int>(column)));
        must(field != nullptr, "the filter's field is there");
        for (int i = 0; i < repeats;) {
            for (const QChar key : keys) {
                const QString before = field->text();
                line.ours.all.push_back(timed(
                    [&] {
                        window.expectNothing(); // one more letter need not leave out more rows
                        press(field, key.toUpper().unicode(), key);
                    },
                    [&] { return field->text() != before && window.rankingSeen(); },
                    "the filtered ranking is painted"));
                ++i;
            }
            fewest = std::min(fewest, window.ranking()->model()->rowCount());
            field->clear();
            window.settle();
        }
    };
    const QString name = window.ranking()->model()->index(rows / 2, 2).data().toString();
    typed(word, RankingColumn::Company, name.left(8));
    typed(number, RankingColumn::Conviction, u">55.5"_s);
    must(fewest < rows, "a filter leaves rows out");
    must(window.ranking()->model()->rowCount() == rows, "without a filter all rows are there");
    application().beginPhase({});
    const auto ours = std::exchange(application().painted, nullptr);
    for (int i = 0; i < repeats; ++i)
        word.bare.all.push_back(
            timedBare(bare, [&] { bare.sorted.setFilterFixedString(i % 2 == 0 ? u"1"_s : u"12"_s); }));
    bare.sorted.setFilterFixedString({});
    application().painted = ours;
    print(word);
    print(number);
}

/// In a process of its own, since what was measured before leaves its traces.
int tellMemory(const QString& workspace)
{
    std::unique_ptr<BareWindow> bare;
    std::unique_ptr<OurWindow> window;
    if (workspace.isEmpty()) {
        double unused = 0;
        bare = shownBare(windowSize, unused);
    } else {
        window = std::make_unique<OurWindow>(workspace);
        window->waitForRanking();
        window->waitUntilComplete();
        must(application().runUntil([&] { return window->desk().saving().state != Saving::State::Pending; }),
             "scores are kept");
    }
    std::printf("%.1f %.1f\n", privateDirty(), heapInUse());
    return 0;
}

QString memoryOf(const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    must(process.waitForFinished(900'000) && process.exitStatus() == QProcess::NormalExit
             && process.exitCode() == 0,
         "a window tells its memory");
    return QString::fromLatin1(process.readAllStandardOutput()).trimmed();
}

/// It also leaves the scores kept in the workspace, so that starts are warm.
void measureMemory(const QString& workspace)
{
    const QString ours = memoryOf({u"--memory"_s, workspace});
    const QString bare = memoryOf({u"--memory"_s});
    const auto first = [](const QString& pair) { return pair.section(u' ', 0, 0).toDouble(); };
    const auto second = [](const QString& pair) { return pair.section(u' ', 1, 1).toDouble(); };
    std::printf("private dirty memory when complete: %.1f MB, bare %.1f MB, above it %.1f MB"
                " (allocated: %.1f MB, bare %.1f MB)\n\n",
                first(ours), first(bare), first(ours) - first(bare), second(ours), second(bare));
}

int measure(const QString& workspace)
{
    measureMemory(workspace);
    std::printf("%-58s %9s %9s %9s %9s\n", "ms", "median", "p95", "bare", "p95");
    const auto window = measureStart(workspace);
    application().beginPhase(u"cards made in the background"_s);
    window->waitUntilComplete();
    application().beginPhase({});
    const QString symbol = window->ranking()->symbol();
    window->card()->tabs()->setCurrentIndex(1); // claims and uplift: where sliders are
    window->settle();
    const Place own = placeThatMoves(*window, symbol);
    std::printf("(edited: %s %s of %s)\n", qPrintable(own.subject), qPrintable(own.field),
                qPrintable(symbol));
    application().beginPhase(u"edits of a company"_s);
    measureEdit(*window, symbol, own, "a company's assumption edited, to the ranking painted",
                "  … to the ranking and the card painted");
    application().beginPhase(u"edits of the tax rate"_s);
    measureEdit(*window, symbol, {u"global"_s, u"assumption/tax_rate"_s, 0.25},
                "the tax rate edited, to the ranking painted", "  … to the ranking and the card painted");
    application().beginPhase({});
    double unused = 0;
    const auto ours = std::exchange(application().painted, nullptr);
    const auto bare = shownBare(window->ranking()->size(), unused);
    application().painted = ours;
    measureRepaint(*window, *bare);
    application().beginPhase(u"cards opened"_s);
    measureCards(*window);
    application().beginPhase(u"sort"_s);
    measureSort(*window, *bare);
    application().beginPhase(u"filter"_s);
    measureFilter(*window, *bare);
    application().beginPhase({});
    application().report();
    return 0;
}

} // namespace
} // namespace plumbline

int main(int count, char** words)
{
    const plumbline::WatchedApplication application(count, words);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--memory"))
        return plumbline::tellMemory(arguments.value(2));
    if (arguments.size() != 2) {
        std::fprintf(stderr, "usage: plumbline_window_bench WORKSPACE\n");
        return 2;
    }
    return plumbline::measure(arguments[1]);
}
