#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Amazon's card as a whole: what it says, and how it moves when a setting moves.
class TestAmazon : public QObject
{
    Q_OBJECT

private:
    WorkspaceData m_workspace;

    Card asked(const std::vector<Setting>& settings = {}) const
    {
        std::vector<Card> ranked =
            rankedCards(m_workspace, u"AMZN"_s, {.settings = settings}, QLocale::c()).value();
        for (Card& card : ranked)
            if (card.coverage.dossier.symbol == u"AMZN")
                return std::move(card);
        return {};
    }
    Card with(const QString& name, const QString& value) const { return asked({{name, value}}); }
    static double conviction(const Card& card) { return printed(card.sheet, u"conviction.total"_s, 2); }
    static double uplift(const Card& card) { return percent(card.sheet, u"aggregate.eps_uplift_percent"_s); }

private slots:
    void initTestCase() { m_workspace = sampleWorkspace(); }

    void theCardAsItStands()
    {
        const Card card = asked();
        QCOMPARE(conviction(card), 67.02);
        QCOMPARE(printed(card.sheet, u"conviction.measurable"_s, 0), 97.0);
        QCOMPARE(percent(card.sheet, u"aggregate.revenue_uplift_percent"_s), 4.18);
        QCOMPARE(uplift(card), 10.30);
        QCOMPARE(percent(card.sheet, u"aggregate.share_of_consensus_revenue_growth_percent"_s, 0), 28.0);
        QCOMPARE(percent(card.sheet, u"aggregate.share_of_consensus_income_growth_percent"_s, 0), 47.0);
        QCOMPARE(card.versusAnalysts, u"inline"_s);
        QCOMPARE(card.pricedIn, u"medium"_s);
    }

    void aSettingMovesUpliftAndConviction_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<double>("uplift");
        QTest::addColumn<double>("conviction"); // 0: not among the check values
        QTest::newRow("AWS margin 20 %") << u"margin.aws"_s << u"20%"_s << 8.37 << 66.26;
        QTest::newRow("AWS margin 30 %") << u"margin.aws"_s << u"30%"_s << 12.23 << 67.77;
        QTest::newRow("silicon counted 25 %")
            << u"claim.custom_silicon.counted_share"_s << u"25%"_s << 7.08 << 64.38;
        QTest::newRow("silicon counted whole")
            << u"claim.custom_silicon.counted_share"_s << u"100%"_s << 11.91 << 0.0;
        QTest::newRow("Trainium counted 50 %")
            << u"claim.trainium_commitments.counted_share"_s << u"50%"_s << 15.73 << 69.14;
        QTest::newRow("margin item not counted")
            << u"claim.trainium_margin.counted_share"_s << u"0%"_s << 9.66 << 0.0;
        QTest::newRow("margin item counted whole")
            << u"claim.trainium_margin.counted_share"_s << u"100%"_s << 10.94 << 0.0;
        QTest::newRow("tax 25 %") << u"tax_rate"_s << u"25%"_s << 9.73 << 0.0;
        QTest::newRow("tax as it stands") << u"tax_rate"_s << u"21%"_s << 10.30 << 67.02;
    }
    void aSettingMovesUpliftAndConviction()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(double, conviction);
        const Card card = with(name, value);
        QTEST(uplift(card), "uplift");
        if (conviction != 0)
            QCOMPARE(TestAmazon::conviction(card), conviction);
    }

    void siliconAtAQuarterTurnsPricedInHigh()
    {
        QCOMPARE(with(u"claim.custom_silicon.counted_share"_s, u"25%"_s).pricedIn, u"high"_s);
        QCOMPARE(percent(with(u"claim.custom_silicon.counted_share"_s, u"25%"_s).sheet,
                         u"aggregate.mean_share"_s, 1),
                 25.5);
        QCOMPARE(with(u"claim.custom_silicon.counted_share"_s, u"100%"_s).pricedIn, u"medium"_s);
    }

    void allClaimsAtTheirFullSizeAreTheRawSum()
    {
        const Card card = asked({{u"claim.custom_silicon.counted_share"_s, u"100%"_s},
                                 {u"claim.trainium_commitments.counted_share"_s, u"100%"_s},
                                 {u"claim.trainium_margin.counted_share"_s, u"100%"_s}});
        QCOMPARE(uplift(card), 23.42);
        QCOMPARE(conviction(card), 70.80);
    }

    void taxReachesTheMarginAndTheMarginItem()
    {
        const Card card = with(u"tax_rate"_s, u"25%"_s);
        QCOMPARE(percent(card.sheet, u"margin.aws"_s), 23.60);
        QCOMPARE(percent(card.sheet, u"claim.trainium_margin.eps_percent"_s), 1.22);
    }

    void trainiumRecognisedFasterMovesItsClaimAndNotTheWhole()
    {
        const Card card = with(u"recognised.trainium"_s, u"30%"_s);
        QCOMPARE(percent(card.sheet, u"claim.trainium_commitments.revenue_percent"_s), 9.42);
        QCOMPARE(percent(card.sheet, u"claim.trainium_commitments.eps_percent"_s), 21.73);
        QCOMPARE(uplift(card), 10.30); // it counts 0 %
        QCOMPARE(conviction(card), 67.02);
    }

    void resetOfTheFourSharesCountsTheCommitments()
    {
        const Card card = asked({{u"claim.ai_run_rate.counted_share"_s, u"0%"_s},
                                 {u"claim.custom_silicon.counted_share"_s, u"0%"_s},
                                 {u"claim.trainium_commitments.counted_share"_s, u"100%"_s},
                                 {u"claim.trainium_margin.counted_share"_s, u"0%"_s}});
        QCOMPARE(billions(card.sheet, u"aggregate.revenue_effect"_s), 33.75);
        QCOMPARE(uplift(card), 10.86);
        QCOMPARE(card.flags, QStringList());
        for (const Assumption& one : card.shares) // what was set is what the rule proposes
            QCOMPARE(one.value,
                     one.subject == claimSubject(u"AMZN"_s, u"trainium_commitments"_s) ? u"100%"_s : u"0%"_s);
    }

    void runRatesAsRecognisedAreSmaller()
    {
        const Card card = with(u"run_rate_view"_s, u"1"_s);
        QCOMPARE(billions(card.sheet, u"claim.ai_run_rate.revenue_effect"_s), 9.92);
        QCOMPARE(percent(card.sheet, u"claim.ai_run_rate.revenue_percent"_s), 1.38);
        QCOMPARE(percent(card.sheet, u"claim.ai_run_rate.eps_percent"_s), 3.19);
        QCOMPARE(billions(card.sheet, u"aggregate.revenue_effect"_s), 19.84); // 9.92 + 0.75 x 13.23
    }

    void theUpliftMeetsConsensusAtItsBreakEven()
    {
        const auto gap = [](const Card& card) {
            return std::abs(percent(card.sheet, u"aggregate.share_of_consensus_income_growth_percent"_s)
                            - 100);
        };
        const Setting withoutItem {u"claim.trainium_margin.counted_share"_s, u"0%"_s};
        const QString ai = u"claim.ai_run_rate.revenue_effect"_s;      // 15 of the revenue is silicon's
        QVERIFY(gap(with(ai, u"$51.28B"_s)) < 0.05);                   // 66.3
        QVERIFY(gap(with(u"margin.aws"_s, u"55.23%"_s)) < 0.05);       // 55.2 %
        QVERIFY(gap(asked({{ai, u"$53.28B"_s}, withoutItem})) < 0.05); // 68.3
        QVERIFY(gap(asked({{u"margin.aws"_s, u"56.9%"_s}, withoutItem})) < 0.05); // 56.9 %
    }
};

QTEST_APPLESS_MAIN(TestAmazon)
#include "tst_amazon.moc"
