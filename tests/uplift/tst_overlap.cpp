#include "core/uplift/overlap.h"
#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Claims that measure the same money: which one the rule counts, and the limits of what an analyst may count.
class TestOverlap : public QObject
{
    Q_OBJECT

private:
    /// The AWS group of Amazon's card: 15 and 20 run rate, 33.75 of commitments, and a growth rate.
    static Coverage awsGroup()
    {
        Coverage coverage = amazonBase();
        coverage.groups = {{u"aws_ai"_s, u"AWS AI revenue"_s}};
        coverage.assumptions.push_back(assume(u"recognised.trainium"_s, u"15%"_s));
        Claim commitments = claim(u"trainium"_s, ClaimKind::Commitment, {u"$225B"_s});
        commitments.recognised = u"trainium"_s;
        coverage.reading.claims = {claim(u"ai"_s, ClaimKind::RunRate, {u"$15B"_s}),
                                   claim(u"growth"_s, ClaimKind::GrowthOnly, {u"170%"_s}),
                                   claim(u"silicon"_s, ClaimKind::RunRate, {u"$20B"_s}), commitments};
        for (Claim& one : coverage.reading.claims)
            one.group = u"aws_ai"_s;
        return coverage;
    }

    static Choice share(const QString& claim, const QString& value, const QString& scenario = baseScenario)
    {
        return {.scenario = scenario,
                .subject = claimSubject(u"AMZN"_s, claim),
                .field = u"counted_share"_s,
                .value = value};
    }

    static Card counted(const QString& ai, const QString& silicon, const QString& trainium)
    {
        return cardOf(awsGroup(),
                      {share(u"ai"_s, ai), share(u"silicon"_s, silicon), share(u"trainium"_s, trainium)});
    }

    static QString proposedFor(const std::vector<Assumption>& shares, const QString& claim)
    {
        for (const Assumption& one : shares)
            if (one.subject == claimSubject(u"AMZN"_s, claim))
                return one.value;
        return u"none"_s;
    }

private slots:
    void theLargestHardMemberOfAGroupCountsWhole()
    {
        const auto shares = proposedShares(awsGroup(), defaults());
        QCOMPARE(shares.size(), 4u);
        QCOMPARE(proposedFor(shares, u"trainium"_s), u"100%"_s);
        QCOMPARE(proposedFor(shares, u"silicon"_s), u"0%"_s);
        QCOMPARE(proposedFor(shares, u"ai"_s), u"0%"_s);
        QCOMPARE(proposedFor(shares, u"growth"_s), u"0%"_s);
    }

    void theLargestIsFoundAtTheProposedAssumptions()
    {
        Coverage coverage = awsGroup();
        coverage.assumptions.back().value = u"5%"_s; // 225 x 5 % is 11.25, less than 20
        const auto shares = proposedShares(coverage, defaults());
        QCOMPARE(proposedFor(shares, u"silicon"_s), u"100%"_s);
        QCOMPARE(proposedFor(shares, u"trainium"_s), u"0%"_s);
    }

    void aHardClaimOutsideAllGroupsCountsWhole()
    {
        Coverage coverage = awsGroup();
        coverage.reading.claims.push_back(claim(u"ads"_s, ClaimKind::RunRate, {u"$1B"_s}));
        coverage.reading.claims.push_back(claim(u"apps"_s, ClaimKind::Count, {u"1000"_s}));
        const auto shares = proposedShares(coverage, defaults());
        QCOMPARE(proposedFor(shares, u"ads"_s), u"100%"_s);
        QCOMPARE(proposedFor(shares, u"apps"_s), u"0%"_s);
    }

    void ofTwoSavingsTheOneWithMoreIncomeCounts()
    {
        Coverage coverage = amazonBase();
        coverage.groups = {{u"support"_s, {}}};
        coverage.assumptions.push_back(assume(u"realisation.company"_s, u"100%"_s));
        coverage.reading.claims = {claim(u"small"_s, ClaimKind::CostSaving, {u"$1B"_s}),
                                   claim(u"large"_s, ClaimKind::CostSaving, {u"$2B"_s})};
        for (Claim& one : coverage.reading.claims)
            one.group = u"support"_s;
        const auto shares = proposedShares(coverage, defaults());
        QCOMPARE(proposedFor(shares, u"large"_s), u"100%"_s);
        QCOMPARE(proposedFor(shares, u"small"_s), u"0%"_s);
    }

    void aProposedShareSaysItsReason()
    {
        QSet<QString> reasons;
        for (const Assumption& one : proposedShares(awsGroup(), defaults())) {
            QCOMPARE(one.author, u"rule"_s);
            QVERIFY(!one.note.isEmpty());
            reasons.insert(one.note);
        }
        QCOMPARE(reasons.size(), 3); // largest, inside a larger one, soft
    }

    void theCardsSharesCount30OfASumOf68AndThreeQuarters()
    {
        const Card card = counted(u"100%"_s, u"75%"_s, u"0%"_s);
        QCOMPARE(billions(card.sheet, u"group.aws_ai.revenue"_s, 1), 30.0);
        QCOMPARE(billions(card.sheet, u"group.aws_ai.revenue_largest"_s), 33.75);
        QCOMPARE(billions(card.sheet, u"group.aws_ai.revenue_sum"_s), 68.75);
        QCOMPARE(billions(card.sheet, u"aggregate.revenue_effect"_s, 1), 30.0);
        QCOMPARE(percent(card.sheet, u"aggregate.revenue_uplift_percent"_s), 4.18);
        QCOMPARE(billions(card.sheet, u"aggregate.income_effect"_s, 1), 7.5);
    }

    void aCountBelowTheLargestMemberIsFlaggedAndAsksWhy()
    {
        const Card card = counted(u"100%"_s, u"75%"_s, u"0%"_s);
        QCOMPARE(card.flags.size(), 1);
        QCOMPARE(card.flags.first(),
                 u"AWS AI revenue: $30.0B counted is below its largest member, $33.75B. Why?"_s);
    }

    void aCountInsideTheLimitsIsNotFlagged()
    {
        QCOMPARE(counted(u"0%"_s, u"0%"_s, u"100%"_s).flags, QStringList()); // at the lower limit
        QCOMPARE(counted(u"100%"_s, u"50%"_s, u"50%"_s).flags, QStringList());
        QCOMPARE(counted(u"100%"_s, u"100%"_s, u"100%"_s).flags, QStringList()); // at the upper limit
    }

    void aCountAboveTheSumIsFlagged()
    {
        Coverage coverage = awsGroup();
        coverage.reading.claims.pop_back();
        const Card card = cardOf(coverage, {share(u"ai"_s, u"100%"_s), share(u"silicon"_s, u"110%"_s)});
        QCOMPARE(
            card.flags,
            QStringList(u"AWS AI revenue: $37.0B counted is above the sum of its members, $35.0B. Why?"_s));
    }

    void resetToTheProposedSharesCountsTheCommitmentsAlone()
    {
        const Card card = cardOf(awsGroup());
        QCOMPARE(billions(card.sheet, u"aggregate.revenue_effect"_s), 33.75);
        QCOMPARE(percent(card.sheet, u"aggregate.eps_uplift_percent"_s), 10.86);
        QCOMPARE(card.flags, QStringList());
    }

    void aShareOfZeroLeavesAnUnknownClaimOut()
    {
        Coverage coverage = awsGroup();
        coverage.assumptions.pop_back(); // nobody says how much of the commitments is recognised
        const Card card = cardOf(coverage, {share(u"ai"_s, u"100%"_s), share(u"silicon"_s, u"0%"_s),
                                            share(u"trainium"_s, u"0%"_s)});
        QCOMPARE(billions(card.sheet, u"aggregate.revenue_effect"_s, 1), 15.0);
        const Card half = cardOf(coverage, {share(u"ai"_s, u"100%"_s), share(u"silicon"_s, u"0%"_s),
                                            share(u"trainium"_s, u"50%"_s)});
        QVERIFY(std::isnan(billions(half.sheet, u"aggregate.revenue_effect"_s)));
        QVERIFY(reason(half.sheet, u"aggregate.revenue_effect"_s).contains(u"recognised.trainium"));
    }

    void aScenarioCountsOtherwiseThanBase()
    {
        const std::vector<Choice> choices {share(u"trainium"_s, u"0%"_s), share(u"ai"_s, u"100%"_s),
                                           share(u"trainium"_s, u"50%"_s, u"bull"_s)};
        QCOMPARE(billions(cardOf(awsGroup(), choices).sheet, u"aggregate.revenue_effect"_s, 1), 15.0);
        QCOMPARE(billions(cardOf(awsGroup(), choices, u"bull"_s).sheet, u"aggregate.revenue_effect"_s, 3),
                 31.875);
    }

    void aClaimAnAnalystCallsSoftIsNoLongerPartOfItsGroup()
    {
        const Choice soft {.scenario = baseScenario,
                           .subject = claimSubject(u"AMZN"_s, u"trainium"_s),
                           .field = u"soft"_s,
                           .value = u"1"_s};
        const Card card = cardOf(awsGroup(), {soft, share(u"ai"_s, u"100%"_s), share(u"silicon"_s, u"75%"_s),
                                              share(u"trainium"_s, u"0%"_s)});
        QCOMPARE(billions(card.sheet, u"group.aws_ai.revenue_largest"_s), 20.0);
        QCOMPARE(card.flags, QStringList()); // 30 lies between 20 and 35
    }
};

QTEST_APPLESS_MAIN(TestOverlap)
#include "tst_overlap.moc"
