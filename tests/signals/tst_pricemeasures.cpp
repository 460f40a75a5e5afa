#include "core/signals/pricemeasures.h"

#include <QTest>

#include <cmath>

using namespace plumbline;

/// What daily prices tell: dollar volume, beta, and how a price went since a report, the market apart.
class TestPriceMeasures : public QObject
{
    Q_OBJECT

private:
    using Series = std::vector<DayTraded>;

    /// Prices that grow by the returns given, a day each, from 100 on the day before the first.
    static Series series(const std::vector<double>& returns, const QDate& first = {2025, 1, 2})
    {
        Series days {{first.addDays(-1), 100, 1000}};
        for (std::size_t i = 0; i < returns.size(); ++i)
            days.push_back({first.addDays(qint64(i)), days.back().close * (1 + returns[i]), 1000});
        return days;
    }

    /// A market that goes up and down by turns, and a share that goes so many times as far.
    static std::vector<double> swings(std::size_t days, double size)
    {
        std::vector<double> returns;
        for (std::size_t i = 0; i < days; ++i)
            returns.push_back(size * (i % 2 == 0 ? 1 : -1) * (1 + 0.1 * double(i % 5)));
        return returns;
    }

private slots:
    void dollarVolumeIsTheMeanOfTwentyDays()
    {
        Series days;
        for (int i = 0; i < 25; ++i)
            days.push_back({QDate(2026, 1, 1).addDays(i), i < 5 ? 1e6 : 10., 100});
        QCOMPARE(dollarVolume(days), 1000.); // the five oldest do not count
        days.resize(19);
        QVERIFY(!dollarVolume(days));
    }

    void betaIsTheSlopeOnTheMarket()
    {
        const auto beta = betaOf(series(swings(200, 0.0147)), series(swings(200, 0.01)));
        QVERIFY(beta);
        QVERIFY2(std::abs(*beta - 1.47) < 1e-9, qPrintable(QString::number(*beta)));
        QVERIFY(!betaOf(series(swings(100, 0.0147)), series(swings(100, 0.01)))); // under half a year
        QVERIFY(!betaOf(series(swings(200, 0.0147)), {}));
        // A market that does not move has no slope.
        QVERIFY(!betaOf(series(swings(200, 0.01)), series(std::vector<double>(200, 0.))));
    }

    void daysThatOneOfThemLacksAreLeftOut()
    {
        Series own = series(swings(200, 0.02));
        const Series market = series(swings(200, 0.01));
        own.erase(own.begin() + 50, own.begin() + 53);
        const auto beta = betaOf(own, market);
        QVERIFY(beta);
        QVERIFY(std::abs(*beta - 2) < 0.01);
    }

    /// Amazon after its call of 2026-04-30: +0.77 % with the market +1.70 % and beta 1.47 is 1.7 % less than the market alone
    /// would have brought.
    void amazonsReaction()
    {
        const QDate report(2026, 4, 30);
        const auto own = series({0.0077}, report);
        const auto market = series({0.0170}, report);
        const auto moved = reactionSince(own, market, report, 1.47);
        QVERIFY(moved);
        QCOMPARE(std::round(moved->excess * 1000), -17.);
        QCOMPARE(moved->days, 1);
        QVERIFY(!moved->t); // no days before to tell what is usual
    }

    void theReactionIsHeldAgainstUsualDays()
    {
        std::vector<double> own = swings(100, 0.01);
        own.push_back(0.05);
        std::vector<double> market(101, 0.);
        const QDate first(2025, 1, 2);
        const auto moved = reactionSince(series(own), series(market), first.addDays(100), 1);
        QVERIFY(moved && moved->t);
        QVERIFY(std::abs(moved->excess - 0.05) < 1e-12);
        QVERIFY(*moved->t > 3.5 && *moved->t < 5); // a usual day moves 1.2 %
    }

    void aReactionNeedsDaysOnBothSidesOfTheReport()
    {
        const auto days = series(swings(10, 0.01));
        QVERIFY(!reactionSince(days, days, days.back().date.addDays(1), 1));
        QVERIFY(!reactionSince(days, days, days.front().date, 1));
        QVERIFY(!reactionSince(days, {}, days[3].date, 1));
        QVERIFY(!reactionSince({}, {}, days[3].date, 1));
        QVERIFY(reactionSince(days, days, days[3].date, 1));
    }
};

QTEST_APPLESS_MAIN(TestPriceMeasures)
#include "tst_pricemeasures.moc"
