#include "core/reading/claimids.h"
#include "tests/examples.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

/// Claims keep their ids for life, whatever is read anew beside them.
class TestClaimIds : public QObject
{
    Q_OBJECT

private:
    static Claim said(const QString& id, const QString& title, const QString& figure, const QString& sentence,
                      const QString& call = u"Q1 FY2026"_s)
    {
        Claim made = claim(id, ClaimKind::RunRate, {figure});
        made.title = title;
        made.call = call;
        made.evidence.front().text = sentence;
        return made;
    }
    static QStringList idsOf(const std::vector<Claim>& claims)
    {
        QStringList ids;
        for (const Claim& one : claims)
            ids += one.id;
        return ids;
    }

private slots:
    void theSameFigureInTheSameSentenceIsTheSameClaim()
    {
        std::vector<Claim> now {
            said(u"run_rate"_s, u"AI run rate: $3B"_s, u"$3B"_s, u"It is $3 billion now."_s)};
        keepIds(now, {said(u"ai"_s, u"AI: $3B"_s, u"$3B"_s, u"It is $3 billion now."_s)});
        QCOMPARE(idsOf(now), QStringList {u"ai"_s});
    }

    void theSameMetricIsTheSameClaim()
    {
        std::vector<Claim> now {said(u"rate"_s, u"AI run rate: $4B"_s, u"$4B"_s, u"It is $4 billion."_s)};
        keepIds(now, {said(u"ai"_s, u"AI run rate: $3B"_s, u"$3B"_s, u"It is $3 billion."_s)});
        QCOMPARE(idsOf(now), QStringList {u"ai"_s});
    }

    /// An earlier call stays what it was when a later one says the metric again, and is named so by the later one.
    void anotherCallIsAnotherClaim()
    {
        Claim later = said(u"ai"_s, u"AI run rate: $4B"_s, u"$4B"_s, u"It is $4 billion."_s, u"Q2 FY2026"_s);
        later.supersedes = u"ai_prior"_s;
        std::vector<Claim> now {later,
                                said(u"ai_prior"_s, u"AI run rate: $3B"_s, u"$3B"_s, u"It is $3 billion."_s)};
        keepIds(now, {said(u"ai"_s, u"AI run rate: $3B"_s, u"$3B"_s, u"It is $3 billion."_s)});
        QCOMPARE(idsOf(now), (QStringList {u"ai_2"_s, u"ai"_s}));
        QCOMPARE(now[0].supersedes, u"ai"_s);
    }

    /// What was decided about a claim that is gone is not taken for another's.
    void anIdIsNotGivenTwice()
    {
        std::vector<Claim> now {said(u"ai"_s, u"AI savings: $9M"_s, u"$9M"_s, u"We save."_s)};
        keepIds(now, {said(u"ai"_s, u"AI run rate: $3B"_s, u"$3B"_s, u"It is $3 billion."_s)});
        QCOMPARE(idsOf(now), QStringList {u"ai_2"_s});
    }
};

QTEST_APPLESS_MAIN(TestClaimIds)
#include "tst_claimids.moc"
