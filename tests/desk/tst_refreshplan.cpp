#include "core/desk/refreshplan.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

/// What a refresh asks depends on what was asked before, how long ago, and on reports that were due since.
class TestRefreshPlan : public QObject
{
    Q_OBJECT

private:
    static QDateTime now() { return {QDate(2026, 5, 4), QTime(12, 0), Qt::UTC}; }

    static AskedRecord asked(const QString& kind, const QDateTime& at,
                             AskedRecord::Outcome outcome = AskedRecord::Outcome::Answered)
    {
        return {.kind = kind, .at = at.toMSecsSinceEpoch(), .outcome = outcome};
    }

    static RefreshKnown allAsked(const QDateTime& at)
    {
        RefreshKnown known {.symbol = u"ORBQ"_s};
        for (const fmp::Question& one : fmp::questionsAbout(u"ORBQ"_s, at.date()))
            known.asked.push_back(asked(one.kind, at));
        known.asked.push_back(asked(QString(fmp::callsKind), at));
        return known;
    }

    static QStringList due(const RefreshKnown& known, const QDateTime& at = now())
    {
        QStringList kinds;
        for (const fmp::Question& one : questionsDue(fmp::questionsAbout(known.symbol, at.date()), known, at))
            kinds += one.kind;
        return kinds;
    }

private slots:
    void aCompanyOfWhichNothingIsKnownIsAskedForWhole()
    {
        const RefreshKnown known {.symbol = u"ORBQ"_s};
        QCOMPARE(qsizetype(fmp::questionsAbout(u"ORBQ"_s, now().date()).size()), due(known).size());
        QVERIFY(callsDue(known, now()));
    }

    void whatIsRecentIsNotAskedFor()
    {
        const RefreshKnown known = allAsked(now().addSecs(-3600));
        QCOMPARE(due(known), QStringList());
        QVERIFY(!callsDue(known, now()));
    }

    void aQuoteAgesFasterThanAStatement()
    {
        QCOMPARE(due(allAsked(now().addDays(-1))), QStringList(QString(fmp::quoteKind)));
    }

    /// Estimates belong to fiscal years that the statements tell.
    void whatIsReadTogetherIsAskedTogether()
    {
        const QStringList kinds = due(allAsked(now().addDays(-4)));
        QVERIFY(kinds.contains(u"estimates"_s));
        QVERIFY(kinds.contains(u"statements"_s));
        QVERIFY(!kinds.contains(u"insiders"_s));
    }

    void whatFailedIsAskedForAgainAndWhatThePlanRefusesIsNot()
    {
        RefreshKnown known = allAsked(now().addSecs(-3600));
        for (AskedRecord& one : known.asked) {
            if (one.kind == u"insiders")
                one.outcome = AskedRecord::Outcome::Failed;
            if (one.kind == u"institutions")
                one.outcome = AskedRecord::Outcome::Refused;
        }
        QCOMPARE(due(known), QStringList(u"insiders"_s));
    }

    void aReportMakesWhatItMovesDue()
    {
        RefreshKnown known = allAsked(now().addDays(-1));
        known.nextReport = u"2026-05-04"_s;
        const QStringList kinds = due(known);
        QVERIFY(kinds.contains(u"statements"_s));
        QVERIFY(kinds.contains(u"earnings"_s));
        QVERIFY(!kinds.contains(u"institutions"_s));
        QVERIFY(callsDue(known, now()));
        known.nextReport = u"2026-06-04"_s;
        QVERIFY(!callsDue(known, now()));
    }

    void aTimeThatLiesAheadIsOfAWrongClock()
    {
        QVERIFY(!due(allAsked(now().addDays(400))).isEmpty());
        QVERIFY(callsDue(allAsked(now().addDays(400)), now()));
    }
};

QTEST_GUILESS_MAIN(TestRefreshPlan)
#include "tst_refreshplan.moc"
