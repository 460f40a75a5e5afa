#include "core/net/schedule.h"

#include <QTest>

using namespace plumbline;
using namespace std::chrono_literals;

namespace {

Reply replyOf(int status, const std::vector<Header>& headers = {})
{
    Reply reply;
    reply.status = status;
    reply.headers = headers;
    reply.bytesOnWire = 100;
    reply.when = 1'000'000'000'000;
    return reply;
}

/// Begins all that may begin until `end`, each call taking a moment; the moments at which they began.
std::vector<Moment> spent(Pacing& pacing, Moment from, Moment end)
{
    std::vector<Moment> began;
    for (Moment now = from; now < end;) {
        const auto at = pacing.nextAt(now);
        if (!at || *at >= end)
            break;
        now = *at;
        pacing.began(now);
        pacing.ended();
        began.push_back(now);
    }
    return began;
}

/// The most that began in any 60 seconds.
size_t busiestMinute(const std::vector<Moment>& began)
{
    size_t most = 0;
    for (size_t first = 0, last = 0; last < began.size(); ++last) {
        while (began[last] - began[first] >= 60s)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return most;
}

Error mended()
{
    return {Error::Kind::Busy, {}, {}, 0};
}

} // namespace

/// When a call may begin and what is tried again, in a time that the test makes up.
class TestPacing : public QObject
{
    Q_OBJECT

private slots:
    void noMinuteHoldsMoreThanItsCallsAndNoneIsWasted()
    {
        for (const int pace : {1, 2, 10, 300, 750, 3000}) {
            Pacing pacing({pace, pace, 6});
            const auto began = spent(pacing, 0s, 600s);
            QVERIFY2(busiestMinute(began) <= size_t(pace), qPrintable(QString::number(busiestMinute(began))));
            QVERIFY2(began.size() >= size_t(pace * 10 * 9 / 10), qPrintable(QString::number(began.size())));
        }
    }

    void oneCompanyFillsAtOnce()
    {
        Pacing pacing({300, 300, 6});
        QCOMPARE(spent(pacing, 0s, 1ms).size(), 75u);
    }

    void onlySoManyAreUnderWay()
    {
        Pacing pacing({300, 300, 2});
        pacing.began(0s);
        QCOMPARE(pacing.nextAt(0s), Moment(0));
        pacing.began(0s);
        QVERIFY(!pacing.nextAt(0s));
        pacing.ended();
        QCOMPARE(pacing.nextAt(0s), Moment(0));
    }

    void aLimitStopsAMinuteAndTeachesThePace()
    {
        Pacing pacing({300, 300, 6});
        const auto began = spent(pacing, 0s, 30s);
        QCOMPARE(began.size(), 75u + 149u);
        pacing.began(30s);
        pacing.ended();
        QVERIFY(pacing.limitMet(30s));
        QVERIFY(!pacing.limitMet(31s)); // the same one
        QCOMPARE(pacing.callsPerMinute(), int(began.size()));
        QCOMPARE(pacing.nextAt(31s), Moment(91s));
        QVERIFY(busiestMinute(spent(pacing, 91s, 600s)) <= began.size());
        pacing.limitMet(601s, 5s); // it says how long
        QCOMPARE(pacing.nextAt(601s), Moment(606s));
    }

    void aLimitThatOthersUsedUpHalvesThePaceAtMost()
    {
        Pacing pacing({300, 300, 6});
        pacing.began(0s);
        pacing.ended();
        pacing.limitMet(0s);
        QCOMPARE(pacing.callsPerMinute(), 150);
    }

    void roomIsFoundAndALimitIsNotTriedAgainWithinTheHour()
    {
        Pacing pacing({300, 3000, 6});
        spent(pacing, 0s, 1800s);
        const int grown = pacing.callsPerMinute();
        QVERIFY2(grown > 2000, qPrintable(QString::number(grown)));
        pacing.began(1800s);
        pacing.ended();
        pacing.limitMet(1800s);
        const int learned = pacing.callsPerMinute();
        QVERIFY(learned <= grown);
        spent(pacing, 1800s, 1800s + 55min);
        QCOMPARE(pacing.callsPerMinute(), learned);
    }

    void onlyWhatMayHelpIsTriedAgain()
    {
        for (const int status : {200, 304, 400, 401, 402, 403, 404, 501})
            QCOMPARE(verdictByStatus(replyOf(status)), Verdict::Final);
        for (const int status : {408, 500, 502, 503, 504, 522})
            QCOMPARE(verdictByStatus(replyOf(status)), Verdict::Again);
        QCOMPARE(verdictByStatus(replyOf(429)), Verdict::Limit);
        QVERIFY(mayGoAway(mended()));
        QVERIFY(!mayGoAway({Error::Kind::BadData, {}, {}, 0}));
    }

    void retryAfterIsReadAsSecondsOrAsADate()
    {
        QVERIFY(!retryAfter(replyOf(503)));
        QCOMPARE(retryAfter(replyOf(503, {{"retry-after", "7"}})), 7s);
        QVERIFY(!retryAfter(replyOf(503, {{"Retry-After", "soon"}})));
        const Header until {"Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"};
        // By the service's own clock, however wrong the one of this computer is.
        QCOMPARE(retryAfter(replyOf(503, {until, {"Date", "Sun, 06 Nov 1994 08:49:07 GMT"}})), 30s);
        QCOMPARE(retryAfter(replyOf(503, {until})), 0s); // gone by
        QVERIFY(retryAfter(replyOf(503, {{"Retry-After", "1e300"}})) > 1h);
        QCOMPARE(retryAfter(replyOf(503, {{"Retry-After", "-5"}})), 0s);
    }

    void waitsGrowSpreadAndEnd()
    {
        const RetryRule rule {5, 1s, 2, 6s, 0.5};
        std::mt19937_64 chance(7);
        const std::vector<Moment> whole {1s, 2s, 4s, 6s};
        for (int tries = 1; tries < 5; ++tries) {
            const Moment wait = waitBeforeRetry(rule, tries, {}, chance).value();
            const Moment most = whole[size_t(tries) - 1];
            QVERIFY(wait <= most && wait >= most / 2);
        }
        QVERIFY(!waitBeforeRetry(rule, 5, {}, chance));
        QVERIFY(waitBeforeRetry(rule, 1, 5s, chance) >= 5s); // as asked
        QVERIFY(!waitBeforeRetry(rule, 1, 1h, chance));      // too long to wait for
        std::mt19937_64 one(3);
        std::mt19937_64 same(3);
        QCOMPARE(waitBeforeRetry(rule, 2, {}, one), waitBeforeRetry(rule, 2, {}, same));
    }

    void whatIsUrgentGoesFirstAndARetryBeforeTheRest()
    {
        Schedule schedule({60, 60, 1}, {4, 1s, 2, 60s, 0}, 1);
        schedule.add(1, 0);
        schedule.add(2, 0);
        schedule.add(3, 9);
        QCOMPARE(schedule.begin(0s), 3u);
        QVERIFY(!schedule.begin(0s));
        QVERIFY(!schedule.wakeAt(0s)); // not before it has ended
        QVERIFY(schedule.answered(3, 0s, Verdict::Final, replyOf(200)));
        QCOMPARE(schedule.begin(0s), 1u);
        QVERIFY(!schedule.answered(1, 0s, Verdict::Again, replyOf(503)));
        QCOMPARE(schedule.begin(0s), 2u); // meanwhile
        QVERIFY(schedule.answered(2, 0s, Verdict::Final, replyOf(404)));
        QVERIFY(!schedule.begin(0s));
        QCOMPARE(schedule.wakeAt(0s), Moment(1s));
        QCOMPARE(schedule.begin(1s), 1u);
        QVERIFY(!schedule.failed(1, 1s, mended()));
        QCOMPARE(schedule.wakeAt(1s), Moment(3s));
        QCOMPARE(schedule.begin(3s), 1u);
        QVERIFY(!schedule.failed(1, 3s, mended()));
        QCOMPARE(schedule.begin(7s), 1u);
        QVERIFY(schedule.failed(1, 7s, mended())); // the fourth try was the last
        const FetchCounts counts = schedule.counts();
        QCOMPARE(counts.calls, 6);
        QCOMPARE(counts.retries, 3);
        QCOMPARE(counts.answered, 2);
        QCOMPARE(counts.failed, 1);
        QCOMPARE(counts.bytes, 300);
        QCOMPARE(counts.waiting + counts.underWay, 0);
    }

    void aLimitIsWaitedOutAndOneThatStaysPauses()
    {
        Schedule schedule({60, 60, 2}, {}, 1);
        schedule.add(1, 0);
        schedule.add(2, 0);
        QCOMPARE(schedule.begin(0s), 1u);
        Moment now = 0s;
        for (int met = 0; met < 3; ++met) {
            QVERIFY(!schedule.answered(1, now, Verdict::Limit, replyOf(429)));
            QVERIFY(!schedule.begin(now));
            now = schedule.wakeAt(now).value();
            QVERIFY(now >= Moment(1min) * (met + 1));
            QCOMPARE(schedule.begin(now), 1u);
        }
        QVERIFY(schedule.answered(1, now, Verdict::Limit, replyOf(429))); // nothing more today
        QVERIFY(schedule.paused());
        QVERIFY(!schedule.begin(now + 10min));
        schedule.resume();
        QCOMPARE(schedule.begin(now + 10min), 2u);
        QCOMPARE(schedule.counts().limits, 4);
    }

    void whatIsRemovedNeverBegins()
    {
        Schedule schedule({60, 60, 1}, {}, 1);
        schedule.add(1, 0);
        schedule.add(2, 0);
        QVERIFY(schedule.remove(1));
        QVERIFY(!schedule.remove(1));
        QCOMPARE(schedule.begin(0s), 2u);
        QVERIFY(schedule.remove(2)); // under way: its place is free again
        schedule.add(3, 0);
        QCOMPARE(schedule.begin(0s), 3u);
        QVERIFY(schedule.answered(2, 0s, Verdict::Final, replyOf(200))); // too late, and of no effect
        QCOMPARE(schedule.counts().answered, 0);
    }
};

QTEST_GUILESS_MAIN(TestPacing)
#include "tst_pacing.moc"
