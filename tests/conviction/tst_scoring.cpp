#include "core/conviction/scoring.h"
#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Conviction by formula: the check values of v1 and v1.1, what is not measured, and models that are refused.
class TestScoring : public QObject
{
    Q_OBJECT

private:
    /// What a score is made from; a value left NaN is unknown.
    struct Inputs
    {
        double latest = 10;
        double prior = 9;
        double hard = 3;
        double soft = 21;
        double uplift = 0.103;
        double meanShare = 0.375;
        double pricedIn = 2; ///< 0 not applicable, 1 low, 2 medium, 3 high
        double confidence = 6;
        double marketCap = 2787.9e9;
        double buys = 0;
        double sells = 47;
        double addsToCuts = 1.3;
        double language = unknown;
    };
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

    static Sheet scored(const Inputs& in, const QString& model = u"v1"_s)
    {
        Sheet sheet;
        const auto leaf = [&](const QString& name, double value, const QString& unit = {}) {
            const Unit known = Unit::parse(unit).value();
            if (std::isnan(value))
                sheet.addUnknown(name, known, Display::Plain, u"%1 is not known"_s.arg(name));
            else
                sheet.addLeaf(name, value, known, Display::Plain, {});
        };
        leaf(u"enthusiasm.latest"_s, in.latest);
        leaf(u"enthusiasm.prior"_s, in.prior);
        leaf(u"claims.hard"_s, in.hard);
        leaf(u"claims.soft"_s, in.soft);
        leaf(u"claims.hard_share_percent"_s, in.hard / (in.hard + in.soft));
        leaf(u"aggregate.eps_uplift_percent"_s, in.uplift);
        leaf(u"aggregate.mean_share"_s, in.meanShare);
        leaf(u"aggregate.priced_in"_s, in.pricedIn);
        leaf(u"confidence"_s, in.confidence);
        leaf(u"market_cap_usd"_s, in.marketCap, u"USD"_s);
        leaf(u"coverage_discount"_s, 1);
        leaf(u"confirmation.insiders.trades"_s, in.buys + in.sells);
        leaf(u"confirmation.insiders.net_purchase_ratio"_s, (in.buys - in.sells) / (in.buys + in.sells));
        leaf(u"confirmation.institutions.adds_to_cuts"_s, in.addsToCuts);
        leaf(u"confirmation.language.direction"_s, in.language);
        addConviction(sheet, scoringModel(model));
        sheet.compile();
        return sheet;
    }

    static double points(const Sheet& sheet, const char16_t* component, int decimals = 3)
    {
        return printed(sheet, u"conviction."_s + QString::fromUtf16(component), decimals);
    }

    static double measurable(const Inputs& in) { return points(scored(in), u"measurable"); }

    static double amazonUnder(const QString& model, const std::vector<Setting>& settings)
    {
        const auto ranked = rankedCards(sampleWorkspace(), u"AMZN"_s,
                                        {.scoringModel = model, .settings = settings}, QLocale::c())
                                .value();
        return points((*plumbline::cardOf(ranked, u"AMZN"_s))->sheet, u"total", 2);
    }

private slots:
    void amazonsParts()
    {
        const Sheet sheet = scored({});
        QCOMPARE(points(sheet, u"enthusiasm"), 40.0);
        QCOMPARE(points(sheet, u"trend"), 8.0);
        QCOMPARE(points(sheet, u"quantifies"), 12.0); // 2 x 3 + 0.5 x 21 = 16.5
        QCOMPARE(points(sheet, u"impact"), 4.017);    // 13 x 0.515 x 0.6
        QCOMPARE(points(sheet, u"under_radar"), 0.0);
        QCOMPARE(points(sheet, u"credibility"), 0.0); // 3 of 24 is 12.5 %
        QCOMPARE(points(sheet, u"confirmation"), 3.0);
        QCOMPARE(points(sheet, u"total"), 67.017);
        QCOMPARE(points(sheet, u"measurable"), 97.0); // language was not measured
    }

    void aSmallCapsParts()
    {
        const Sheet sheet = scored({.latest = 8,
                                    .prior = 6,
                                    .hard = 4,
                                    .soft = 6,
                                    .uplift = 0.09,
                                    .pricedIn = 1,
                                    .confidence = 7,
                                    .marketCap = 6e9,
                                    .buys = 5,
                                    .sells = 0,
                                    .addsToCuts = 1.2,
                                    .language = 1});
        QCOMPARE(points(sheet, u"enthusiasm"), 32.0);
        QCOMPARE(points(sheet, u"trend"), 10.0);
        QCOMPARE(points(sheet, u"quantifies"), 11.0);
        QCOMPARE(points(sheet, u"impact"), 6.143);
        QCOMPARE(points(sheet, u"under_radar"), 7.614);
        QCOMPARE(points(sheet, u"credibility"), 1.5);
        QCOMPARE(points(sheet, u"confirmation"), 10.0);
        QCOMPARE(points(sheet, u"total", 2), 78.26);
        QCOMPARE(points(sheet, u"measurable"), 100.0);
    }

    void hypeWithoutSubstanceLosesTwentyPointsUnderTheGate()
    {
        const Inputs hype {.prior = 8, .hard = 0, .soft = 20, .uplift = 0, .addsToCuts = 0.5};
        QCOMPARE(points(scored(hype), u"total"), 60.0);
        QCOMPARE(points(scored(hype, u"v1.1"_s), u"total"), 40.0);
        QCOMPARE(points(scored({.hard = 3}, u"v1.1"_s), u"enthusiasm"),
                 40.0); // three hard claims open the gate
        QCOMPARE(points(scored({.hard = 1}, u"v1.1"_s), u"enthusiasm"), 26.667);
    }

    void thePartsAreNotRoundedBeforeTheyAreAdded()
    {
        QCOMPARE(points(scored({.uplift = 0.1031}), u"total", 4), 67.0209);
    }

    void whatIsPricedInTakesFromTheUplift_data()
    {
        QTest::addColumn<double>("pricedIn");
        QTest::addColumn<double>("impact");
        QTest::newRow("not applicable") << 0.0 << 3.9; // 13 x 0.10 x 0.5 / 10 % x 0.6
        QTest::newRow("low") << 1.0 << 5.85;
        QTest::newRow("medium") << 2.0 << 3.9;
        QTest::newRow("high") << 3.0 << 1.95;
    }
    void whatIsPricedInTakesFromTheUplift()
    {
        QFETCH(double, pricedIn);
        QTEST(points(scored({.uplift = 0.10, .pricedIn = pricedIn}), u"impact"), "impact");
    }

    void underTheGateModelWhatIsPricedInRunsOnStraightLines()
    {
        const auto share = [](double mean) {
            return percent(scored({.meanShare = mean, .pricedIn = 2}, u"v1.1"_s), u"score.priced_in_share"_s);
        };
        QCOMPARE(share(0), 75.0);
        QCOMPARE(share(0.1875), 62.5);
        QCOMPARE(share(0.375), 50.0);
        QCOMPARE(share(0.6875), 37.5);
        QCOMPARE(share(1), 25.0);
        QCOMPARE(share(3), 25.0);
        QCOMPARE(share(-1), 75.0);
    }

    void amazonUnderTheGateModel()
    {
        QCOMPARE(amazonUnder(u"v1.1"_s, {}), 67.01);
        QCOMPARE(amazonUnder(u"v1.1"_s, {{u"claim.custom_silicon.counted_share"_s, u"25%"_s}}), 65.32);
        QCOMPARE(amazonUnder(u"v1.1"_s, {{u"margin.aws"_s, u"20%"_s}}), 66.07);
    }

    void impactIsBoundedByItsMaximumAndNeverNegative()
    {
        QCOMPARE(points(scored({.uplift = 2, .pricedIn = 1, .confidence = 10}), u"impact"), 13.0);
        QCOMPARE(points(scored({.uplift = -0.2}), u"impact"), 0.0);
    }

    void theTrendIsCutAtBothEnds()
    {
        QCOMPARE(points(scored({.latest = 5, .prior = 5}), u"trend"), 5.0);
        QCOMPARE(points(scored({.latest = 4, .prior = 5}), u"trend"), 2.0);
        QCOMPARE(points(scored({.latest = 2, .prior = 5}), u"trend"), 0.0);
        QCOMPARE(points(scored({.latest = 8, .prior = 5}), u"trend"), 10.0);
    }

    void sellingInsidersScoreNothingAndNotLess()
    {
        QCOMPARE(points(scored({.buys = 0, .sells = 47}), u"confirmation.insiders"), 0.0);
        QCOMPARE(points(scored({.buys = 3, .sells = 1}), u"confirmation.insiders"), 2.0);
    }

    void institutionsScoreInThreeSteps()
    {
        QCOMPARE(points(scored({.addsToCuts = 1.10}), u"confirmation.institutions"), 3.0);
        QCOMPARE(points(scored({.addsToCuts = 1.09}), u"confirmation.institutions"), 1.5);
        QCOMPARE(points(scored({.addsToCuts = 0.90}), u"confirmation.institutions"), 1.5);
        QCOMPARE(points(scored({.addsToCuts = 0.89}), u"confirmation.institutions"), 0.0);
    }

    void languageScoresInThreeSteps()
    {
        QCOMPARE(points(scored({.language = 1}), u"confirmation.language"), 3.0);
        QCOMPARE(points(scored({.language = 0}), u"confirmation.language"), 1.5);
        QCOMPARE(points(scored({.language = -1}), u"confirmation.language"), 0.0);
    }

    void whatIsNotMeasuredLeavesTheMeasurableTotal()
    {
        QCOMPARE(measurable({.language = 0}), 100.0);
        QCOMPARE(measurable({.language = unknown}), 97.0);
        QCOMPARE(measurable({.prior = unknown, .language = 0}), 90.0);
        QCOMPARE(measurable({.uplift = unknown, .language = 0}), 87.0);   // no base, or a loss
        QCOMPARE(measurable({.pricedIn = unknown, .language = 0}), 87.0); // no consensus
        QCOMPARE(measurable({.confidence = unknown, .language = 0}), 87.0);
        QCOMPARE(measurable({.marketCap = unknown, .language = 0}), 90.0);
        QCOMPARE(measurable({.buys = 1, .sells = 1, .language = 0}), 96.0); // two trades are too few
        QCOMPARE(measurable({.buys = 2, .sells = 1, .language = 0}), 100.0);
        QCOMPARE(measurable({.addsToCuts = unknown, .language = 0}), 97.0);
    }

    void aPartThatIsNotMeasuredScoresNothingAndSaysWhy()
    {
        const Sheet sheet = scored({.prior = unknown, .buys = 2, .sells = 0});
        QCOMPARE(points(sheet, u"trend"), 0.0);
        QCOMPARE(reason(sheet, u"conviction.trend.measured"_s), u"enthusiasm.prior is not known"_s);
        QCOMPARE(reason(sheet, u"conviction.confirmation.insiders"_s),
                 u"fewer than 3 open-market trades by insiders"_s);
        QCOMPARE(points(sheet, u"total"), 40.0 + 12 + 4.017 + 3);
    }

    void wideCoverageTakesFromUnderTheRadar()
    {
        const auto discount = [](const QString& analysts) {
            Coverage coverage = amazonBase();
            if (!analysts.isEmpty())
                coverage.dossier.facts.push_back(fact(u"consensus.analysts"_s, analysts));
            return percent(examples::cardOf(coverage).sheet, u"coverage_discount"_s, 0);
        };
        QCOMPARE(discount({}), 100.0);
        QCOMPARE(discount(u"10"_s), 100.0);
        QCOMPARE(discount(u"20"_s), 80.0);
        QCOMPARE(discount(u"65"_s), 0.0);
    }

    void shippedModelsAddToAHundred()
    {
        for (const QString& id : {u"v1"_s, u"v1.1"_s}) {
            double sum = 0;
            for (const ScoringComponent& component : scoringModel(id).components)
                sum += component.maximum();
            QCOMPARE(sum, 100.0);
        }
    }

    void modelsThatCannotBeRightAreRefused()
    {
        ScoringModel model = scoringModel(u"v1"_s);
        QVERIFY(checked(model));
        model.components.front().parts.front().maximum = 41;
        QCOMPARE(checked(model).error().message, u"The maxima of scoring model v1 add to 101, not to 100."_s);

        model = scoringModel(u"v1"_s);
        model.components.back().parts.front().formula = u"4 * max(0,"_s;
        QVERIFY(checked(model).error().message.startsWith(u"Scoring model v1, confirmation: "));

        model = scoringModel(u"v1"_s);
        model.components.back().parts.front().guard = u"confirmation.insiders.trades"_s; // no comparison
        QVERIFY(!checked(model));

        model = scoringModel(u"v1"_s);
        model.parameters.front().value = u"four"_s;
        QVERIFY(checked(model).error().message.startsWith(u"Scoring model v1, score.enthusiasm_points: "));
    }
};

QTEST_APPLESS_MAIN(TestScoring)
#include "tst_scoring.moc"
