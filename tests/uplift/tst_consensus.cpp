#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// The uplift beside what analysts expect: shares of expected growth, the verdicts by rule, and confidence by rule.
class TestConsensus : public QObject
{
    Q_OBJECT

private:
    /// A company of round numbers: revenue 100 to 200, income 10 to 20 expected, and one claim at a margin of 10 %.
    static Coverage round(const QString& claimed, const QString& revenueExpected = u"$200B"_s,
                          const QString& incomeExpected = u"$20B"_s)
    {
        Coverage coverage = amazonBase();
        coverage.dossier.facts = {fact(u"base.revenue"_s, u"$100B"_s),
                                  fact(u"base.net_income"_s, u"$10B"_s),
                                  fact(u"base.diluted_eps"_s, u"$1/share"_s),
                                  fact(u"consensus.revenue"_s, revenueExpected),
                                  fact(u"consensus.net_income"_s, incomeExpected),
                                  fact(u"consensus.eps"_s, u"$2/share"_s),
                                  fact(u"consensus.analysts"_s, u"12"_s)};
        coverage.assumptions = {assume(u"margin.aws"_s, u"10%"_s)};
        coverage.reading.claims = {claim(u"ai"_s, ClaimKind::RunRate, {claimed})};
        return coverage;
    }

    static Coverage atMargin(Coverage coverage, const QString& margin)
    {
        coverage.assumptions = {assume(u"margin.aws"_s, margin)};
        return coverage;
    }

    static double confidence(const Coverage& coverage, const std::vector<Choice>& choices = {})
    {
        return printed(cardOf(coverage, choices).sheet, u"confidence"_s, 0);
    }
    static Choice share(const QString& value)
    {
        return {.scenario = baseScenario,
                .subject = u"claim/AMZN/ai"_s,
                .field = u"counted_share"_s,
                .value = value};
    }

private slots:
    void amazonsBaseAndConsensus()
    {
        const Sheet sheet = cardOf(amazonBase()).sheet;
        QCOMPARE(printed(sheet, u"base.shares"_s, 2, 1e9), 10.83);
        QCOMPARE(percent(sheet, u"base.net_margin_percent"_s), 10.83);
        QCOMPARE(percent(sheet, u"consensus.revenue_growth_percent"_s), 14.92);
        QCOMPARE(percent(sheet, u"consensus.net_income_growth_percent"_s), 21.98);
        QCOMPARE(percent(sheet, u"consensus.eps_growth_percent"_s, 1), 22.6);
        QCOMPARE(billions(sheet, u"consensus.revenue_added"_s, 0), 107.0);
        QCOMPARE(billions(sheet, u"consensus.income_added"_s), 17.07);
    }

    void thirtyBillionIsMoreThanAQuarterOfTheGrowthExpected()
    {
        Coverage coverage = amazonBase();
        coverage.assumptions.push_back(assume(u"realisation.company"_s, u"100%"_s));
        coverage.reading.claims = {
            claim(u"ai"_s, ClaimKind::RunRate, {u"$30B"_s}),
            claim(u"saving"_s, ClaimKind::CostSaving, {u"$632.911392405M"_s})}; // 0.5 after tax
        const Sheet sheet = cardOf(coverage).sheet;
        QCOMPARE(percent(sheet, u"aggregate.share_of_consensus_revenue_growth_percent"_s, 0), 28.0);
        QCOMPARE(percent(sheet, u"aggregate.share_of_consensus_income_growth_percent"_s, 0), 47.0);
        QCOMPARE(percent(sheet, u"aggregate.mean_share"_s, 1), 37.5);
        QCOMPARE(billions(sheet, u"aggregate.income_from_revenue"_s), 7.5);
        QCOMPARE(billions(sheet, u"aggregate.income_from_cost"_s), 0.5);
    }

    void theVerdictsByRule_data()
    {
        QTest::addColumn<QString>("claimed");
        QTest::addColumn<QString>("margin");
        QTest::addColumn<QString>("versus");
        QTest::addColumn<QString>("pricedIn");
        QTest::newRow("a loss") << u"$30B"_s << u"-5%"_s << u"below"_s << u"not_applicable"_s;
        QTest::newRow("both shares under a tenth")
            << u"$9B"_s << u"10%"_s << u"immaterial"_s << u"not_applicable"_s;
        QTest::newRow("a tenth") << u"$10B"_s << u"10%"_s << u"inline"_s << u"high"_s;
        QTest::newRow("one share of a tenth is enough") << u"$9B"_s << u"12%"_s << u"inline"_s << u"high"_s;
        QTest::newRow("below a third") << u"$32.9B"_s << u"10%"_s << u"inline"_s << u"high"_s;
        QTest::newRow("equality is medium") << u"$33B"_s << u"10%"_s << u"inline"_s << u"medium"_s;
        QTest::newRow("all the growth expected") << u"$100B"_s << u"10%"_s << u"inline"_s << u"medium"_s;
        QTest::newRow("one share beyond it") << u"$90B"_s << u"12%"_s << u"above"_s << u"medium"_s;
        QTest::newRow("beyond it in the mean") << u"$101B"_s << u"10%"_s << u"above"_s << u"low"_s;
    }
    void theVerdictsByRule()
    {
        QFETCH(QString, claimed);
        QFETCH(QString, margin);
        const Card card = cardOf(atMargin(round(claimed), margin));
        QTEST(card.versusAnalysts, "versus");
        QTEST(card.pricedIn, "pricedIn");
    }

    void whereOnlyOneOfTheTwoIsExpectedToGrowItDecides()
    {
        const Card income = cardOf(round(u"$50B"_s, u"$90B"_s)); // revenue is expected to fall
        QCOMPARE(percent(income.sheet, u"aggregate.mean_share"_s), 50.0);
        QCOMPARE(income.pricedIn, u"medium"_s);
        QVERIFY(!reason(income.sheet, u"aggregate.share_of_consensus_revenue_growth_percent"_s).isEmpty());
        const Card revenue = cardOf(round(u"$20B"_s, u"$200B"_s, u"$9B"_s));
        QCOMPARE(percent(revenue.sheet, u"aggregate.mean_share"_s), 20.0);
        QCOMPARE(revenue.pricedIn, u"high"_s);
    }

    void whereNothingIsExpectedToGrowThereIsNoVerdict()
    {
        const Card card = cardOf(round(u"$50B"_s, u"$90B"_s, u"$9B"_s));
        QCOMPARE(card.versusAnalysts, QString());
        QCOMPARE(card.pricedIn, QString());
        QVERIFY(!reason(card.sheet, u"aggregate.versus_analysts"_s).isEmpty());
        QVERIFY(card.narratives.consensus.contains(u"A verdict is not possible"));
    }

    void withoutConsensusThereIsNoVerdict()
    {
        Coverage coverage = round(u"$50B"_s);
        std::erase_if(coverage.dossier.facts,
                      [](const Fact& one) { return one.name.startsWith(u"consensus."); });
        const Card card = cardOf(coverage);
        QCOMPARE(card.versusAnalysts, QString());
        QCOMPARE(percent(card.sheet, u"aggregate.revenue_uplift_percent"_s),
                 50.0); // the uplift itself stands
        QVERIFY(reason(card.sheet, u"aggregate.mean_share"_s).contains(u"no source gave it"));
    }

    void percentagesOfALossAreNotMeaningful()
    {
        Coverage coverage = round(u"$50B"_s);
        coverage.dossier.facts[1] = fact(u"base.net_income"_s, u"-$2B"_s);
        coverage.dossier.facts[2] = fact(u"base.diluted_eps"_s, u"-$0.2/share"_s);
        const Card card = cardOf(coverage);
        QVERIFY(!reason(card.sheet, u"aggregate.eps_uplift_percent"_s).isEmpty());
        QCOMPARE(printed(card.sheet, u"aggregate.income_per_share"_s, 2), 0.5); // 5 of income on 10 shares
        QCOMPARE(card.flags.size(), 1);
        QCOMPARE(printed(card.sheet, u"conviction.impact.measurable"_s, 0), 0.0);
    }

    void moreSharesThinTheUplift()
    {
        Coverage coverage = round(u"$50B"_s);
        QCOMPARE(percent(cardOf(coverage).sheet, u"aggregate.eps_uplift_percent"_s), 50.0);
        coverage.assumptions.push_back(assume(u"share_change"_s, u"2%"_s));
        const Sheet sheet = cardOf(coverage).sheet;
        QCOMPARE(percent(sheet, u"aggregate.eps_uplift_percent"_s), 47.06); // 1.5 / 1.02 - 1
        QCOMPARE(percent(sheet, u"claim.ai.eps_percent"_s), 47.06);
    }

    void confidenceLosesOneForEachWeakness()
    {
        QCOMPARE(confidence(round(u"$50B"_s)), 10.0);

        Coverage weak = round(u"$50B"_s);
        weak.assumptions.front().disclosed = false;
        QCOMPARE(confidence(weak), 9.0); // the margin

        weak = round(u"$50B"_s);
        weak.reading.claims.front().baseDisclosed = false;
        QCOMPARE(confidence(weak), 9.0);

        QCOMPARE(confidence(round(u"$50B"_s), {share(u"60%"_s)}), 9.0);

        weak = round(u"$50B"_s);
        weak.reading.claims.front().figures.front().inQuote = false;
        QCOMPARE(confidence(weak), 9.0);

        weak = round(u"$50B"_s);
        weak.dossier.facts.back() = fact(u"consensus.analysts"_s, u"2"_s);
        QCOMPARE(confidence(weak), 9.0);
        weak.dossier.facts.pop_back();
        QCOMPARE(confidence(weak), 9.0); // nor known

        weak = round(u"$50B"_s);
        weak.groups = {{u"g"_s, {}}};
        weak.reading.claims.push_back(claim(u"more"_s, ClaimKind::RunRate, {u"$60B"_s}));
        for (Claim& one : weak.reading.claims)
            one.group = u"g"_s;
        const std::vector<Choice> smaller {share(u"100%"_s),
                                           {.scenario = baseScenario,
                                            .subject = u"claim/AMZN/more"_s,
                                            .field = u"counted_share"_s,
                                            .value = u"0%"_s}};
        QCOMPARE(confidence(weak, smaller), 9.0); // 50 counted of a largest of 60
    }

    void aClaimThatIsNotCountedTakesNothingFromConfidence()
    {
        Coverage coverage = round(u"$50B"_s);
        coverage.reading.claims.front().baseDisclosed = false;
        coverage.reading.claims.front().figures.front().inQuote = false;
        QCOMPARE(confidence(coverage, {share(u"0%"_s)}), 10.0);
        QCOMPARE(confidence(coverage, {share(u"50%"_s)}), 7.0);
    }
};

QTEST_APPLESS_MAIN(TestConsensus)
#include "tst_consensus.moc"
