#include "core/uplift/claimgroups.h"
#include "core/uplift/overlap.h"
#include "tests/examples.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

/// Which claims are proposed as the same money: the largest of them is counted.
class TestClaimGroups : public QObject
{
    Q_OBJECT

private:
    static Claim money(const QString& id, ClaimKind kind, const QString& figure,
                       const QString& call = u"Q1 FY2026"_s)
    {
        Claim made = claim(id, kind, {figure});
        made.type = kind == ClaimKind::CostSaving ? ClaimType::Cost : ClaimType::Revenue;
        made.call = call;
        return made;
    }
    static QStringList groupsOf(std::vector<Claim> claims)
    {
        Coverage coverage = amazonBase();
        coverage.reading.claims = std::move(claims);
        proposeGroups(coverage);
        QStringList groups;
        for (const Claim& one : coverage.reading.claims)
            groups += one.group;
        return groups;
    }

private slots:
    void oneProductIsTheSameMoney()
    {
        QCOMPARE(groupsOf({money(u"fennick_run_rate"_s, ClaimKind::RunRate, u"$3B"_s),
                           money(u"fennick_revenue"_s, ClaimKind::RunRate, u"$2B"_s),
                           money(u"tarn_run_rate"_s, ClaimKind::RunRate, u"$1B"_s)}),
                 (QStringList {u"fennick_run_rate"_s, u"fennick_run_rate"_s, {}}));
    }

    void theThemeAsAWholeHoldsEveryProduct()
    {
        QCOMPARE(groupsOf({money(u"tarn_run_rate"_s, ClaimKind::RunRate, u"$1B"_s),
                           money(u"ai_run_rate"_s, ClaimKind::RunRate, u"$3B"_s),
                           money(u"fennick_run_rate"_s, ClaimKind::RunRate, u"$2B"_s)}),
                 (QStringList {u"tarn_run_rate"_s, u"tarn_run_rate"_s, u"tarn_run_rate"_s}));
    }

    void savingsAreOtherMoneyAndSoAreOtherCalls()
    {
        const QStringList none {{}, {}};
        QCOMPARE(groupsOf({money(u"fennick_run_rate"_s, ClaimKind::RunRate, u"$3B"_s),
                           money(u"fennick_saving"_s, ClaimKind::CostSaving, u"$1B"_s)}),
                 none);
        QCOMPARE(groupsOf({money(u"fennick_run_rate"_s, ClaimKind::RunRate, u"$3B"_s),
                           money(u"fennick_revenue"_s, ClaimKind::RunRate, u"$1B"_s, u"Q4 FY2025"_s)}),
                 none);
    }

    void theLargestIsCounted()
    {
        Coverage coverage = amazonBase();
        coverage.reading.claims = {money(u"fennick_run_rate"_s, ClaimKind::RunRate, u"$2B"_s),
                                   money(u"fennick_revenue"_s, ClaimKind::RunRate, u"$3B"_s)};
        proposeGroups(coverage);
        QCOMPARE(coverage.groups.size(), std::size_t {1});
        const std::vector<Assumption> shares = proposedShares(coverage, defaults());
        QCOMPARE(shares.size(), std::size_t {2});
        QCOMPARE(shares[0].value, u"0%"_s);
        QCOMPARE(shares[1].value, u"100%"_s);
    }
};

QTEST_APPLESS_MAIN(TestClaimGroups)
#include "tst_claimgroups.moc"
