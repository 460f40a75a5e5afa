#include "core/desk/readcalls.h"
#include "core/store/scale.h"
#include "core/store/store.h"
#include "tests/bench/windowbenchscenarios.h"
#include "tests/net/wire.h"

#include <QTimer>

#include <atomic>
#include <cstdio>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int companies = 2000;

/// A service that knows every company, and of each the same.
QByteArray rowsFor(const QByteArray& head)
{
    const auto about = [&](const char* endpoint) {
        return head.contains(QByteArray("/stable/") + endpoint + "?");
    };
    if (about("profile"))
        return R"([{"companyName": "Made up for a measurement", "currency": "USD", "industry": "Software",
                    "averageVolume": 1e6, "beta": 1.1}])";
    if (about("quote"))
        return R"([{"price": 50, "marketCap": 20e9, "timestamp": 1777896000}])";
    if (about("income-statement"))
        return R"([{"date": "2025-12-31", "reportedCurrency": "USD", "fiscalYear": "2025", "revenue": 4e9,
                    "netIncome": 8e8, "incomeBeforeTax": 1e9, "epsDiluted": 2, "filingDate": "2026-02-20"}])";
    if (about("analyst-estimates"))
        return R"([{"date": "2026-12-31", "revenueAvg": 4.5e9, "netIncomeAvg": 9e8, "epsAvg": 2.3,
                    "numAnalystsEps": 12}])";
    return "[]";
}

QString nameOf(int number)
{
    return u"RF%1"_s.arg(number, 4, 10, QLatin1Char('0'));
}

void makeWorkspace(const QString& path)
{
    must(writeEmpty(path, QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources"), u"2026-05-04T12:00:00Z"_s)
             .has_value(),
         "a workspace is made");
    const auto store = Store::open(path, Store::Access::Write);
    must(store.has_value(), "it opens");
    std::vector<Coverage> all;
    for (int i = 0; i < companies; ++i)
        all.push_back(newCompany(nameOf(i)));
    must((*store)->keepAll(all, {}, 1).has_value(), "its companies are kept");
}

/// How far apart the beats of a timer of one millisecond come on the window's thread.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_gaps.all.push_back(static_cast<double>(m_since.nsecsElapsed()) / 1e6);
            m_since.start();
        });
        m_since.start();
        m_timer.start();
    }
    const Samples& gaps() const { return m_gaps; }

private:
    QTimer m_timer {};
    QElapsedTimer m_since {};
    Samples m_gaps {};
};

void tell(const char* when, const Samples& gaps)
{
    std::printf("heartbeat of 1 ms, %s: median %.2f ms, 99th percentile %.2f ms, longest %.2f ms\n", when,
                gaps.median(), gaps.part(0.99), gaps.part(1));
}

} // namespace

void measureRefresh()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"refresh.plumbline"_s);
    makeWorkspace(path);
    std::atomic<int> asked = 0;
    const examples::Wire wire([&asked](QTcpSocket& socket, const QByteArray& head) {
        ++asked;
        socket.write(examples::answer(200, rowsFor(head)));
    });
    OurWindow window(path);
    window.desk().setAccess([base = wire.url(u"/stable"_s).toString()]() -> Result<FmpAccess> {
        return FmpAccess {.base = base,
                          .key = *Key::from("a-key-for-measuring"),
                          .route = {.kind = Route::Kind::Direct},
                          .pace = {1'000'000'000, 1'000'000'000, 6}};
    });
    window.waitUntilComplete();
    Heartbeat* beat = new Heartbeat;
    QElapsedTimer idle;
    idle.start();
    must(application().runUntil([&] { return idle.elapsed() > 3000; }), "the window is idle for a while");
    tell("window idle", beat->gaps());
    delete beat;
    const double before = privateDirty();
    QStringList symbols;
    for (int i = 0; i < companies; ++i)
        symbols += nameOf(i);
    beat = new Heartbeat;
    QElapsedTimer clock;
    clock.start();
    application().beginPhase(u"refresh of 2,000 companies"_s);
    window.desk().refresh(symbols);
    must(application().runUntil([&] { return !window.desk().isRefreshing(); }, 900'000), "the refresh ends");
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    window.settle();
    application().beginPhase({});
    tell("refreshing", beat->gaps());
    delete beat;
    const auto card = window.desk().ranking();
    must(static_cast<int>(card->size()) == companies, "all companies are ranked");
    std::printf(
        "refresh of %d companies: %.1f s, %d requests, %.0f requests/s; %.1f MB private before, %.1f after\n",
        companies, seconds, asked.load(), asked / seconds, before, privateDirty());
}

} // namespace plumbline
