#include "core/desk/readcalls.h"
#include "core/desk/revisions.h"
#include "core/uplift/build.h"
#include "tests/store/stores.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

/// How consensus moved comes from what was stored on earlier days; until there is such a day its date is said.
class TestRevisions : public QObject
{
    Q_OBJECT

private:
    static QDateTime day(int days)
    {
        return QDateTime(QDate(2026, 1, 1), QTime(9, 0), Qt::UTC).addDays(days);
    }

    static Coverage company(double eps, const QString& year = u"FY2026"_s)
    {
        Coverage coverage = newCompany(u"ORBQ"_s);
        Fact fact {.name = u"consensus.eps"_s,
                   .source = {u"FMP"_s, u"analyst-estimates %1 epsAvg"_s.arg(year), {}, {}}};
        fact.value = Quantity {.value = eps, .unit = Unit::of(u"USD") / Unit::of(u"share")};
        coverage.dossier.facts.push_back(fact);
        return coverage;
    }

    static void keepOn(Store& store, const Coverage& coverage, int days)
    {
        QVERIFY(store.keep(coverage, day(days).toMSecsSinceEpoch()).has_value());
    }

    static Fact before(const Store& store, Coverage coverage, int days, const QString& name)
    {
        if (!addEarlierConsensus(coverage, store, day(days)))
            return {};
        const Fact* found = coverage.dossier.fact(name);
        return found != nullptr ? *found : Fact {};
    }

private slots:
    void theFigureOfThatDayCounts()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        keepOn(*store, company(2.0), 0);
        keepOn(*store, company(2.2), 50);
        keepOn(*store, company(2.3), 80);
        const Fact ninety = before(*store, company(2.4), 100, u"consensus_before.eps_90d"_s);
        QVERIFY(ninety.value.has_value());
        QCOMPARE(ninety.value->value, 2.0);
        const Fact thirty = before(*store, company(2.4), 100, u"consensus_before.eps_30d"_s);
        QVERIFY(thirty.value.has_value());
        QCOMPARE(thirty.value->value, 2.2);
    }

    void untilThereIsSuchADayItsDateIsSaid()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        keepOn(*store, company(2.0), 0);
        const Fact ninety = before(*store, company(2.4), 40, u"consensus_before.eps_90d"_s);
        QVERIFY(!ninety.value);
        QVERIFY2(ninety.unknown.contains(u"2026-04-01"), qPrintable(ninety.unknown));
        QVERIFY(before(*store, company(2.4), 40, u"consensus_before.eps_30d"_s).value.has_value());
    }

    /// After a fiscal year has ended consensus is of the next one: that is no revision.
    void anotherYearIsNoEarlierEstimate()
    {
        const WorkspaceFolder at;
        const auto store = at.open();
        keepOn(*store, company(2.0, u"FY2025"_s), 0);
        QVERIFY(!before(*store, company(2.4), 100, u"consensus_before.eps_90d"_s).value);
    }
};

QTEST_GUILESS_MAIN(TestRevisions)
#include "tst_revisions.moc"
