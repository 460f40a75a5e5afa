#include "tests/store/stores.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

/// The queue of a refresh and what was asked, as they outlive the program.
class TestRefreshJobs : public QObject
{
    Q_OBJECT

private:
    static Coverage company(const QString& symbol)
    {
        return {.dossier = {.symbol = symbol, .name = symbol, .currency = u"USD"_s}};
    }

    static void fill(Store& store)
    {
        QVERIFY(store.keep(company(u"ORBQ"_s), 1).has_value());
        QVERIFY(store.keep(company(u"VRTN"_s), 1).has_value());
    }

private slots:
    void whatWaitsIsThereAfterARestart()
    {
        const WorkspaceFolder at;
        {
            const auto store = at.open();
            fill(*store);
            QVERIFY(store->queueRefresh({u"VRTN"_s, u"ORBQ"_s, u"NOPE"_s}, 10).has_value());
        }
        const auto jobs = at.open()->refreshJobs();
        QVERIFY(jobs.has_value());
        QCOMPARE(jobs->size(), 2U); // a company that is not here cannot wait
        QCOMPARE(jobs->front(), (RefreshJob {.symbol = u"VRTN"_s, .at = 10}));
    }

    void whatCameLeavesTheQueueAndWhatFailedStays()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        fill(*store);
        QVERIFY(store->queueRefresh({u"ORBQ"_s, u"VRTN"_s}, 10).has_value());
        QVERIFY(store->keepRefreshed(u"ORBQ"_s, company(u"ORBQ"_s), {}, {}, 20).has_value());
        QVERIFY(store->keepRefreshed(u"VRTN"_s, {}, {}, u"FMP is not working."_s, 21).has_value());
        auto jobs = store->refreshJobs();
        QVERIFY(jobs.has_value());
        QCOMPARE(jobs->size(), 1U);
        QCOMPARE(jobs->front(), (RefreshJob {u"VRTN"_s, true, 1, u"FMP is not working."_s, 21}));
        // Called off: what waits goes, what failed stays to be tried again.
        QVERIFY(store->queueRefresh({u"ORBQ"_s}, 30).has_value());
        QVERIFY(store->dropRefresh().has_value());
        jobs = store->refreshJobs();
        QCOMPARE(jobs->size(), 1U);
        QVERIFY(jobs->front().failed);
        QVERIFY(store->queueRefresh({u"VRTN"_s}, 40).has_value());
        QVERIFY(!store->refreshJobs()->front().failed);
    }

    void theLatestOfEachKindIsKnown()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        fill(*store);
        using Outcome = AskedRecord::Outcome;
        const std::vector<AskedRecord> first {
            {.kind = u"quote"_s, .request = u"quote?symbol=ORBQ"_s, .at = 100, .status = 200},
            {.kind = u"news"_s,
             .request = u"news"_s,
             .at = 100,
             .outcome = Outcome::Failed,
             .raw = "<html>"}};
        const std::vector<AskedRecord> second {{.kind = u"quote"_s,
                                                .request = u"quote?symbol=ORBQ"_s,
                                                .at = 200,
                                                .outcome = Outcome::Refused,
                                                .status = 402}};
        QVERIFY(store->keepRefreshed(u"ORBQ"_s, {}, first, {}, 100).has_value());
        QVERIFY(store->keepRefreshed(u"ORBQ"_s, {}, second, {}, 200).has_value());
        const auto known = store->refreshKnown({u"ORBQ"_s, u"NOPE"_s});
        QVERIFY(known.has_value());
        QCOMPARE(known->front().asked.size(), 2U);
        for (const AskedRecord& one : known->front().asked)
            QCOMPARE(std::pair(one.at, one.outcome), one.kind == u"quote"
                                                         ? std::pair(qint64(200), Outcome::Refused)
                                                         : std::pair(qint64(100), Outcome::Failed));
        QVERIFY(known->back().asked.empty());
    }
};

QTEST_GUILESS_MAIN(TestRefreshJobs)
#include "tst_refreshjobs.moc"
