#include "core/conviction/ranking.h"

#include <QStringList>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace plumbline;

/// The order of companies: conviction, then what is not priced in, then the ticker.
class TestRanking : public QObject
{
    Q_OBJECT

private:
    static QStringList ranked(const std::vector<Standing>& standings)
    {
        QStringList symbols;
        for (const std::size_t place : rank(standings))
            symbols.append(standings[place].symbol);
        return symbols;
    }

    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

private slots:
    void moreConvictionStandsFirst()
    {
        QCOMPARE(ranked({{u"LOW"_s, 12, 0.9}, {u"HIGH"_s, 67, 0}, {u"MID"_s, 40, 0.5}}),
                 QStringList({u"HIGH"_s, u"MID"_s, u"LOW"_s}));
    }

    void convictionIsComparedUnrounded()
    {
        QCOMPARE(ranked({{u"A"_s, 67.01, 0.9}, {u"B"_s, 67.02, 0}}),
                 QStringList({u"B"_s, u"A"_s})); // both print 67.0
    }

    void aTieGoesToTheLargerUnpricedUplift()
    {
        QCOMPARE(ranked({{u"A"_s, 50, 0.02}, {u"B"_s, 50, 0.05}, {u"C"_s, 50, -0.01}}),
                 QStringList({u"B"_s, u"A"_s, u"C"_s}));
    }

    void aTieInBothGoesByTicker()
    {
        QCOMPARE(ranked({{u"MSFT"_s, 50, 0.05}, {u"AMZN"_s, 50, 0.05}, {u"GOOG"_s, 50, 0.05}}),
                 QStringList({u"AMZN"_s, u"GOOG"_s, u"MSFT"_s}));
    }

    void anUnknownUpliftStandsBehindAnyKnownOne()
    {
        QCOMPARE(ranked({{u"A"_s, 50, unknown}, {u"B"_s, 50, -0.5}}), QStringList({u"B"_s, u"A"_s}));
        QCOMPARE(ranked({{u"B"_s, 50, unknown}, {u"A"_s, 50, unknown}}), QStringList({u"A"_s, u"B"_s}));
        QCOMPARE(ranked({{u"A"_s, unknown, 1}, {u"B"_s, 0, 0}}), QStringList({u"B"_s, u"A"_s}));
    }

    void theOrderDoesNotDependOnWhereTheyStoodBefore()
    {
        std::vector<Standing> standings {{u"D"_s, 50, 0.05},
                                         {u"A"_s, 50, 0.05},
                                         {u"C"_s, 50, unknown},
                                         {u"E"_s, unknown, 0},
                                         {u"B"_s, 50.1, unknown}};
        const QStringList order = ranked(standings);
        QCOMPARE(order, QStringList({u"B"_s, u"A"_s, u"D"_s, u"C"_s, u"E"_s}));
        for (std::size_t i = 0; i < standings.size(); ++i) {
            std::rotate(standings.begin(), standings.begin() + 1, standings.end());
            QCOMPARE(ranked(standings), order);
        }
    }

    void nobodyStandsBeforeItself()
    {
        const Standing one {u"A"_s, 50, unknown};
        QVERIFY(!standsBefore(one, one));
        QVERIFY(ranked({}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestRanking)
#include "tst_ranking.moc"
