#include "core/uplift/claimkinds.h"
#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// What each kind of claim is worth on Amazon's base year: revenue $716.924B, net income $77.67B, tax 21 %, AWS margin 25 %.
class TestClaimKinds : public QObject
{
    Q_OBJECT

private:
    /// The figures of one claim named "x" beside Amazon's base, nothing else claimed.
    static Sheet sized(const Claim& claim, const std::vector<Assumption>& assumptions = {})
    {
        Coverage coverage = amazonBase();
        coverage.reading.claims = {claim};
        coverage.assumptions.insert(coverage.assumptions.end(), assumptions.begin(), assumptions.end());
        return cardOf(coverage).sheet;
    }

    static Sheet runRateAsRecognised(const QString& figure)
    {
        return sized(claim(u"x"_s, ClaimKind::RunRate, {figure}),
                     {assume(u"run_rate_view"_s, u"1"_s),
                      assume(u"growth_rate"_s, u"100%"_s, u"claim/AMZN/x"_s),
                      assume(u"year_start"_s, u"-0.125"_s, u"claim/AMZN/x"_s)});
    }

    /// The same claim with a formula of its own in place of the kind's.
    static Sheet withRevenue(Claim claim, const QString& formula,
                             const std::vector<Assumption>& assumptions = {})
    {
        claim.revenueFormula = formula;
        return sized(claim, assumptions);
    }
    static Sheet withIncome(Claim claim, const QString& formula,
                            const std::vector<Assumption>& assumptions = {})
    {
        claim.incomeFormula = formula;
        return sized(claim, assumptions);
    }

private slots:
    void aRunRateCountsAtItsLevel()
    {
        const Sheet ai = sized(claim(u"x"_s, ClaimKind::RunRate, {u"$15B"_s}));
        QCOMPARE(percent(ai, u"claim.x.revenue_percent"_s), 2.09);
        QCOMPARE(percent(ai, u"claim.x.eps_percent"_s), 4.83);
        const Sheet silicon = sized(claim(u"x"_s, ClaimKind::RunRate, {u"$20B"_s}));
        QCOMPARE(percent(silicon, u"claim.x.revenue_percent"_s), 2.79);
        QCOMPARE(percent(silicon, u"claim.x.eps_percent"_s), 6.44);
    }

    void aRunRateAsRecognisedCountsWhatItAddsToTheYear()
    {
        const Sheet sheet = runRateAsRecognised(u"$15B"_s);
        QCOMPARE(billions(sheet, u"claim.x.revenue_effect"_s), 9.92);
        QCOMPARE(percent(sheet, u"claim.x.revenue_percent"_s), 1.38);
        QCOMPARE(percent(sheet, u"claim.x.eps_percent"_s), 3.19);
    }

    void theYearOfARunRateLessTheYearBeforeIsWhatItAdds()
    {
        const std::vector<Assumption> dates {assume(u"growth_rate"_s, u"100%"_s),
                                             assume(u"year_start"_s, u"-0.125"_s)};
        const Claim ai = claim(u"x"_s, ClaimKind::RunRate, {u"$15B"_s});
        const auto year = [&](const QString& from, const QString& to) {
            return withRevenue(
                ai,
                u"figure / ln(1 + growth_rate) * ((1 + growth_rate)^(%1) - (1 + growth_rate)^(%2))"_s.arg(
                    to, from),
                dates);
        };
        QCOMPARE(billions(year(u"year_start"_s, u"year_start + 1"_s), u"claim.x.revenue_effect"_s), 19.84);
        QCOMPARE(billions(year(u"year_start - 1"_s, u"year_start"_s), u"claim.x.revenue_effect"_s), 9.92);
    }

    void aRunRateAsRecognisedNeedsItsGrowthAndItsDay()
    {
        const Sheet sheet =
            sized(claim(u"x"_s, ClaimKind::RunRate, {u"$15B"_s}), {assume(u"run_rate_view"_s, u"1"_s)});
        QVERIFY(reason(sheet, u"claim.x.revenue_effect"_s).contains(u"growth of this run rate is not known"));
        QVERIFY(reason(sheet, u"claim.x.revenue_effect"_s).contains(u"day of this run rate is not known"));
        QVERIFY(!sheet.cell(sheet.find(u"claim.x.revenue_effect"_s)).error); // unknown, not a mistake
    }

    void growthOnABaseNeedsTheBaseInMoney()
    {
        const Claim growth = claim(u"x"_s, ClaimKind::GrowthOnBase, {u"30%"_s, u"$10B"_s});
        const Sheet sheet = sized(growth);
        QCOMPARE(billions(sheet, u"claim.x.revenue_effect"_s), 3.0);
        QCOMPARE(billions(sheet, u"claim.x.income_effect"_s), 0.75);
        QVERIFY(isHardByRule(growth));
        QVERIFY(!isHardByRule(claim(u"x"_s, ClaimKind::GrowthOnBase, {u"30%"_s})));
    }

    void aCommitmentCountsByTheShareRecognisedInTheYear()
    {
        Claim commitment = claim(u"x"_s, ClaimKind::Commitment, {u"$225B"_s});
        commitment.recognised = u"trainium"_s;
        const Sheet sheet = sized(commitment, {assume(u"recognised.trainium"_s, u"15%"_s)});
        QCOMPARE(billions(sheet, u"claim.x.revenue_effect"_s), 33.75);
        QCOMPARE(percent(sheet, u"claim.x.revenue_percent"_s), 4.71);
        QCOMPARE(percent(sheet, u"claim.x.eps_percent"_s), 10.86);
        const Sheet byLife = sized(
            commitment, {assume(u"recognised.trainium"_s, u"67.5% / 4.5"_s)}); // ramp over remaining life
        QCOMPARE(percent(byLife, u"recognised.trainium"_s), 15.0);
        QCOMPARE(billions(byLife, u"claim.x.revenue_effect"_s), 33.75);
    }

    void aTotalBacklogIsSoftAndItsConversionIsAScenario()
    {
        const Claim backlog = claim(u"x"_s, ClaimKind::BacklogTotal, {u"$364B"_s, u"$174B"_s});
        QVERIFY(std::isnan(percent(sized(backlog), u"claim.x.revenue_percent"_s)));
        QVERIFY(!isHardByRule(backlog));
        const auto converted = [&](const QString& share) {
            return withRevenue(backlog, u"figure * f"_s, {assume(u"f"_s, share)});
        };
        QCOMPARE(billions(converted(u"25%"_s), u"claim.x.revenue_effect"_s, 0), 91.0);
        QCOMPARE(billions(converted(u"30%"_s), u"claim.x.revenue_effect"_s, 0), 109.0);
        const Sheet added =
            withRevenue(backlog, u"figure * f - figure.2 * f"_s,
                        {assume(u"f"_s, u"25%"_s)}); // what converted last year is in the base
        QCOMPARE(billions(added, u"claim.x.revenue_effect"_s), 47.5);
    }

    void aMarginEdgeNeedsTheRevenueItAppliesTo()
    {
        Claim edge = claim(u"x"_s, ClaimKind::MarginEdge, {u"300bps"_s});
        QVERIFY(reason(sized(edge), u"claim.x.eps_percent"_s).contains(u"not disclosed"));
        QVERIFY(!sized(edge).cell(sized(edge).find(u"claim.x.income_effect"_s)).error);
        edge.scopeRevenue = u"trainium"_s;
        const Sheet sheet = sized(edge, {assume(u"scope_revenue.trainium"_s, u"$42.2B"_s)});
        QCOMPARE(billions(sheet, u"claim.x.income_effect"_s, 1), 1.0);
        QCOMPARE(percent(sheet, u"claim.x.eps_percent"_s), 1.29);
        QVERIFY(std::isnan(percent(sheet, u"claim.x.revenue_percent"_s))); // it reaches income only
        Assumption solved = assume(u"scope_revenue.trainium"_s, u"$1B / ((1 - tax_rate) * 300bps)"_s);
        solved.unit = Unit::of(u"USD");
        QCOMPARE(billions(sized(edge, {solved}), u"scope_revenue.trainium"_s, 1), 42.2);
        QCOMPARE(billions(sized(edge, {solved}), u"claim.x.income_effect"_s), 1.0);
    }

    void aCostSavingReachesIncomeAfterTax()
    {
        Claim saving = claim(u"x"_s, ClaimKind::CostSaving, {u"$1B"_s});
        saving.realisation = u"support"_s;
        const Sheet sheet = sized(saving, {assume(u"realisation.support"_s, u"80%"_s)});
        QCOMPARE(billions(sheet, u"claim.x.income_effect"_s, 3), 0.632); // 1 x 0.79 x 0.8
        QVERIFY(isHardByRule(saving));
    }

    void capexSavedIsWorthItsDepreciationAfterTax()
    {
        const Claim saving = claim(u"x"_s, ClaimKind::CapexSaving, {u"$20B"_s});
        QCOMPARE(billions(sized(saving), u"claim.x.income_effect"_s), 2.63); // useful life 6
        QCOMPARE(billions(sized(saving, {assume(u"useful_life"_s, u"5"_s)}), u"claim.x.income_effect"_s),
                 3.16);
        QVERIFY(!isHardByRule(saving));
    }

    void capexSavedEveryYearGrowsToMaturity()
    {
        const Claim saving = claim(u"x"_s, ClaimKind::CapexSaving, {u"$20B"_s});
        const auto inYear = [&](const QString& year) {
            return withIncome(saving,
                              u"figure * min(1, (%1 - 0.5) / useful_life) * (1 - tax_rate)"_s.arg(year));
        };
        QCOMPARE(billions(inYear(u"1"_s), u"claim.x.income_effect"_s), 1.32);
        QCOMPARE(billions(inYear(u"3"_s), u"claim.x.income_effect"_s), 6.58);
        QCOMPARE(billions(inYear(u"7"_s), u"claim.x.income_effect"_s), 15.8);
    }

    void capexSpentIsADragAndNeverAnUplift()
    {
        Coverage coverage = amazonBase();
        Claim year = claim(u"year"_s, ClaimKind::CapexSpend, {u"$200B"_s});
        year.period = u"FY2026"_s;
        Claim quarter = claim(u"quarter"_s, ClaimKind::CapexSpend, {u"$43.2B"_s});
        quarter.period = u"Q1 FY2026"_s;
        quarter.subsetOf = u"year"_s;
        coverage.reading.claims = {year, quarter};
        const Sheet sheet = cardOf(coverage).sheet;
        QCOMPARE(percent(sheet, u"investment.year"_s, 1), 27.9);
        QCOMPARE(billions(sheet, u"investment.quarter.annualised"_s, 1), 172.8);
        QCOMPARE(billions(sheet, u"aggregate.drag_effect"_s),
                 -26.33); // 200 / 6 x 0.79; the quarter is part of the year
        QCOMPARE(percent(sheet, u"aggregate.eps_uplift_percent"_s), 0.0);
        QCOMPARE(percent(sheet, u"aggregate.net_eps_percent"_s, 1), -33.9);
        QVERIFY(std::isnan(percent(sheet, u"claim.year.eps_percent"_s)));
    }

    void hoursSavedReachIncomeOnlyAsFarAsTheyAreRealised()
    {
        Claim hours = claim(u"x"_s, ClaimKind::HoursSaved, {u"1000000"_s});
        hours.realisation = u"engineering"_s;
        const Sheet sheet = sized(
            hours, {assume(u"cost_per_hour"_s, u"$100"_s), assume(u"realisation.engineering"_s, u"20%"_s)});
        QCOMPARE(printed(sheet, u"claim.x.income_effect"_s, 1, 1e6), 15.8); // 1M h x $100 x 20 % x 0.79
        QVERIFY(!isHardByRule(hours));
    }

    void fivePeopleIn65DaysInsteadOf45InAYear()
    {
        const Claim project = claim(u"x"_s, ClaimKind::PersonYears, {u"45"_s, u"5"_s, u"65"_s});
        const std::vector<Assumption> cost {assume(u"loaded_cost"_s, u"$300K"_s)};
        QCOMPARE(printed(withIncome(project, u"(figure - figure.2 * figure.3 / 365) * $1"_s, cost),
                         u"claim.x.income_effect"_s, 1),
                 44.1);
        QCOMPARE(printed(withIncome(project, u"(figure - figure.2 * figure.3 / 365) * loaded_cost"_s, cost),
                         u"claim.x.income_effect"_s, 1, 1e6),
                 13.2);
        const Sheet sheet = sized(project, cost);
        QCOMPARE(printed(sheet, u"claim.x.income_effect"_s, 1, 1e6), 10.5);
        QCOMPARE(percent(sheet, u"claim.x.eps_percent"_s, 3), 0.013);
        QVERIFY(!isHardByRule(project));
    }

    void whatMustBeTrueForRufusToAddOnePercent()
    {
        const Claim users = claim(u"x"_s, ClaimKind::Engagement, {u"300M"_s, u"60%"_s});
        QVERIFY(std::isnan(percent(sized(users), u"claim.x.revenue_percent"_s)));
        const Sheet each = withRevenue(users, u"1% * revenue / figure"_s); // dollars a user and year
        QCOMPARE(printed(each, u"claim.x.revenue_effect"_s, 2), 23.90);
        const Sheet sheet = withRevenue(users, u"figure * $23.90"_s);
        QCOMPARE(percent(sheet, u"claim.x.revenue_percent"_s), 1.0);
        QVERIFY(!isHardByRule(users));
    }

    void aOneOffIsShownAndNotCounted()
    {
        const Sheet sheet = sized(claim(u"x"_s, ClaimKind::OneOff, {u"$16.8B"_s}));
        QCOMPARE(billions(sheet, u"claim.x.income_effect"_s), 13.27);
        QCOMPARE(percent(sheet, u"claim.x.counted_share"_s), 0.0);
        QCOMPARE(percent(sheet, u"aggregate.eps_uplift_percent"_s), 0.0);
        const Sheet normal =
            withIncome(claim(u"x"_s, ClaimKind::OneOff, {u"$30.3B"_s, u"$16.8B"_s}),
                       u"figure - figure.2 * (1 - tax_rate)"_s); // a quarter's income without it
        QCOMPARE(billions(normal, u"claim.x.income_effect"_s, 1), 17.0);
    }

    void kindsWithoutMoneyAreSoftUnsizedAndSayWhy_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"growth_only", "backlog_total", "customer_saving", "engagement", "technical",
                                 "capacity", "units", "count", "superseded"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void kindsWithoutMoneyAreSoftUnsizedAndSayWhy()
    {
        QFETCH(QString, kind);
        const Claim soft =
            claim(u"x"_s, claimKindFromWord(kind).value(), {u"$5B"_s}); // even where an amount is named
        QVERIFY(!isHardByRule(soft));
        QVERIFY(!softReasonFor(soft.kind).isEmpty());
        const Sheet sheet = sized(soft);
        QCOMPARE(printed(sheet, u"claim.x.soft"_s, 0), 1.0);
        QCOMPARE(reason(sheet, u"claim.x.revenue_percent"_s), softReasonFor(soft.kind));
        QCOMPARE(reason(sheet, u"claim.x.eps_percent"_s), softReasonFor(soft.kind));
        QCOMPARE(percent(sheet, u"claim.x.counted_share"_s), 0.0);
        QCOMPARE(billions(sheet, u"aggregate.revenue_effect"_s), 0.0);
    }

    void onlyAnAmountInMoneyMakesAClaimHard()
    {
        QVERIFY(isHardByRule(claim(u"x"_s, ClaimKind::RunRate, {u"$15B"_s})));
        QVERIFY(isHardByRule(claim(u"x"_s, ClaimKind::Commitment, {u"$225B"_s})));
        QVERIFY(!isHardByRule(claim(u"x"_s, ClaimKind::RunRate, {u"170%"_s})));
        QVERIFY(!isHardByRule(claim(u"x"_s, ClaimKind::Commitment, {})));
    }
};

QTEST_APPLESS_MAIN(TestClaimKinds)
#include "tst_claimkinds.moc"
