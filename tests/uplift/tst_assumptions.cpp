#include "core/formats/card.h"
#include "core/formats/jsonreader.h"
#include "core/uplift/assumption.h"
#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Which value is in force, what it hides, and what an analyst may write.
class TestAssumptions : public QObject
{
    Q_OBJECT

private:
    const std::vector<QString> m_nearestFirst {u"claim/AMZN/ai"_s, u"company/AMZN"_s,
                                               u"industry/Specialty Retail"_s, u"global"_s};

    static Choice choice(const QString& subject, const QString& value, const QString& scenario = baseScenario,
                         const QString& basedOn = {})
    {
        return {.scenario = scenario,
                .subject = subject,
                .field = u"assumption/tax_rate"_s,
                .value = value,
                .basedOn = basedOn};
    }

    /// What the tax rate is where these stand, as text.
    QString taxInForce(const std::vector<Assumption>& proposals, const std::vector<Choice>& choices,
                       const QString& scenario = baseScenario) const
    {
        std::vector<const Assumption*> lent;
        lent.reserve(proposals.size());
        for (const Assumption& one : proposals)
            lent.push_back(&one);
        const Effective found = effective(u"tax_rate"_s, m_nearestFirst, lent, choices, scenario);
        return found.choice != nullptr   ? found.choice->value
             : found.proposal != nullptr ? found.proposal->value
                                         : u"none"_s;
    }

    static Result<Sheet> asked(const QString& name, const QString& value)
    {
        const auto ranked =
            rankedCards(sampleWorkspace(), u"AMZN"_s, {.settings = {{name, value}}}, QLocale::c());
        if (!ranked)
            return tl::unexpected(ranked.error());
        return (*plumbline::cardOf(*ranked, u"AMZN"_s))->sheet;
    }

    static Json rowNamed(const Card& card, const char* name)
    {
        const Json json = Json::parse(cardToJson(card, {}, QLocale::c()).toStdString());
        for (const Json& row : json.at("assumptions"))
            if (row.at("name") == name)
                return row;
        return {};
    }

private slots:
    void theNearestScopeDecides()
    {
        const Assumption global = assume(u"tax_rate"_s, u"21%"_s, u"global"_s);
        const Assumption industry = assume(u"tax_rate"_s, u"22%"_s, u"industry/Specialty Retail"_s);
        const Assumption company = assume(u"tax_rate"_s, u"23%"_s);
        const Assumption claim = assume(u"tax_rate"_s, u"24%"_s, u"claim/AMZN/ai"_s);
        QCOMPARE(taxInForce({global}, {}), u"21%"_s);
        QCOMPARE(taxInForce({global, industry}, {}), u"22%"_s);
        QCOMPARE(taxInForce({global, industry, company}, {}), u"23%"_s);
        QCOMPARE(taxInForce({claim, global, industry, company}, {}), u"24%"_s);
        QCOMPARE(taxInForce({assume(u"other"_s, u"1%"_s)}, {}), u"none"_s);
    }

    void aChoiceHidesTheProposalOfItsScope()
    {
        const Assumption company = assume(u"tax_rate"_s, u"23%"_s);
        QCOMPARE(taxInForce({company}, {choice(u"company/AMZN"_s, u"25%"_s)}), u"25%"_s);
        QCOMPARE(taxInForce({company}, {choice(u"company/MSFT"_s, u"25%"_s)}), u"23%"_s);
    }

    void aScenarioLiesOverBase()
    {
        const std::vector<Choice> choices {choice(u"company/AMZN"_s, u"25%"_s),
                                           choice(u"company/AMZN"_s, u"30%"_s, u"bear"_s)};
        QCOMPARE(taxInForce({}, choices), u"25%"_s);
        QCOMPARE(taxInForce({}, choices, u"bear"_s), u"30%"_s);
        QCOMPARE(taxInForce({}, choices, u"bull"_s), u"25%"_s);
    }

    void scopesComeBeforeScenarios()
    {
        const std::vector<Choice> choices {choice(u"global"_s, u"30%"_s, u"bear"_s),
                                           choice(u"company/AMZN"_s, u"25%"_s)};
        QCOMPARE(taxInForce({}, choices, u"bear"_s), u"25%"_s); // base's, but of the company
        const Assumption company = assume(u"tax_rate"_s, u"23%"_s);
        QCOMPARE(taxInForce({company}, {choice(u"global"_s, u"30%"_s, u"bear"_s)}, u"bear"_s),
                 u"23%"_s); // even a proposal
    }

    void theProposalStandsBesideTheOverride()
    {
        const Card card = examples::cardOf(amazonBase(), {choice(u"company/AMZN"_s, u"25%"_s),
                                                          {.scenario = baseScenario,
                                                           .subject = u"company/AMZN"_s,
                                                           .field = u"assumption/margin.aws"_s,
                                                           .value = u"20%"_s}});
        const Json margin = rowNamed(card, "margin.aws");
        QCOMPARE(margin.at("value").get<double>(), 20.0);
        QVERIFY(margin.at("proposed") == "25%");
        QVERIFY(margin.at("override") == "20%");
        QVERIFY(margin.at("author") == "analyst");
        const Json untouched = rowNamed(examples::cardOf(amazonBase()), "margin.aws");
        QCOMPARE(untouched.at("value").get<double>(), 25.0);
        QVERIFY(untouched.at("override").is_null());
        QVERIFY(untouched.at("author") == "reader");
    }

    void anOverrideAsksForReviewWhenItsProposalHasMoved()
    {
        const auto review = [](const QString& basedOn) {
            return rowNamed(examples::cardOf(amazonBase(), {{.scenario = baseScenario,
                                                             .subject = u"company/AMZN"_s,
                                                             .field = u"assumption/margin.aws"_s,
                                                             .value = u"20%"_s,
                                                             .basedOn = basedOn}}),
                            "margin.aws")
                .at("review")
                .get<bool>();
        };
        QVERIFY(!review(u"25%"_s)); // made against today's proposal
        QVERIFY(review(u"24%"_s));  // the proposal was another then
        QVERIFY(!review({}));       // made without one
        QVERIFY(!rowNamed(examples::cardOf(amazonBase()), "margin.aws").at("review").get<bool>());
    }

    void aNumberWithoutItsPercentSignIsRefusedWithAHint()
    {
        const auto margin = asked(u"margin.aws"_s, u"20"_s);
        QVERIFY(!margin);
        QVERIFY(margin.error().message.contains(u"20 would be 2,000 %. Write 20%."));
        QVERIFY(
            asked(u"claim.custom_silicon.counted_share"_s, u"25"_s).error().message.contains(u"Write 25%."));
        QCOMPARE(percent(asked(u"margin.aws"_s, u"0.2"_s).value(), u"margin.aws"_s),
                 20.0); // a share is as good as its percentage
        QCOMPARE(percent(asked(u"margin.aws"_s, u"20%"_s).value(), u"margin.aws"_s), 20.0);
    }

    void aValueInAnotherUnitIsRefused()
    {
        QVERIFY(!asked(u"tax_rate"_s, u"$21"_s));
        QVERIFY(!asked(u"loaded_cost"_s, u"300000"_s));
        QVERIFY(asked(u"loaded_cost"_s, u"$250K"_s));
    }

    void whatCannotBeReadIsRefusedWithItsPlace()
    {
        const auto broken = asked(u"tax_rate"_s, u"21% +"_s);
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, Error::Kind::Invalid);
        QVERIFY(broken.error().message.startsWith(u"tax_rate=21% +"));
        QVERIFY(broken.error().position > 0);
    }

    void aNameNobodyProposesIsRefused()
    {
        const auto unknown = asked(u"margin.aliens"_s, u"20%"_s);
        QCOMPARE(unknown.error().kind, Error::Kind::NotFound);
        QVERIFY(unknown.error().message.contains(u"margin.aliens"));
    }

    void anAssumptionMayBeAFormula()
    {
        Coverage coverage = amazonBase();
        coverage.assumptions = {
            assume(u"operating_margin.aws"_s, u"35%"_s), assume(u"haircut.aws"_s, u"2.65%"_s),
            assume(u"margin.aws"_s, u"operating_margin.aws * (1 - tax_rate) - haircut.aws"_s)};
        QCOMPARE(percent(examples::cardOf(coverage).sheet, u"margin.aws"_s), 25.0);
        const Card taxed = examples::cardOf(coverage, {choice(u"company/AMZN"_s, u"25%"_s)});
        QCOMPARE(percent(taxed.sheet, u"margin.aws"_s), 23.60);
    }

    void anIncrementalMarginFollowsFromTwoQuarters()
    {
        Coverage coverage = amazonBase();
        coverage.assumptions = {
            assume(u"operating_margin.aws"_s, u"($12.465B - $10.632B) / ($35.579B - $28.786B)"_s),
            assume(u"margin.aws"_s, u"operating_margin.aws * (1 - tax_rate)"_s)};
        const Sheet sheet = examples::cardOf(coverage).sheet;
        QCOMPARE(percent(sheet, u"operating_margin.aws"_s, 1), 27.0);
        QCOMPARE(percent(sheet, u"margin.aws"_s, 1), 21.3);
    }

    void formulasThatNeedEachOtherAreAnErrorThatNamesThem()
    {
        Coverage coverage = amazonBase();
        coverage.assumptions = {assume(u"margin.aws"_s, u"haircut.aws * 2"_s),
                                assume(u"haircut.aws"_s, u"margin.aws / 2"_s)};
        coverage.reading.claims = {claim(u"ai"_s, ClaimKind::RunRate, {u"$15B"_s})};
        const Sheet sheet = examples::cardOf(coverage).sheet;
        QVERIFY(reason(sheet, u"margin.aws"_s).contains(u"haircut.aws"));
        QVERIFY(std::isnan(percent(sheet, u"claim.ai.eps_percent"_s)));
        QCOMPARE(percent(sheet, u"claim.ai.revenue_percent"_s), 2.09); // what does not depend on them stands
    }

    void aClaimMayHaveAValueOfItsOwn()
    {
        Coverage coverage = amazonBase();
        coverage.reading.claims = {claim(u"ai"_s, ClaimKind::RunRate, {u"$15B"_s}),
                                   claim(u"silicon"_s, ClaimKind::RunRate, {u"$20B"_s})};
        const Choice own {.scenario = baseScenario,
                          .subject = u"claim/AMZN/silicon"_s,
                          .field = u"assumption/margin.aws"_s,
                          .value = u"20%"_s};
        const Sheet sheet = examples::cardOf(coverage, {own}).sheet;
        QCOMPARE(billions(sheet, u"claim.ai.income_effect"_s), 3.75);
        QCOMPARE(billions(sheet, u"claim.silicon.income_effect"_s), 4.0);
    }

    void aSettingLeavesTheWorkspaceAsItWas()
    {
        const WorkspaceData workspace = sampleWorkspace();
        const auto choices = workspace.decisions.choices;
        QVERIFY(rankedCards(workspace, u"AMZN"_s, {.settings = {{u"tax_rate"_s, u"25%"_s}}}, QLocale::c()));
        QVERIFY(workspace.decisions.choices == choices);
        QVERIFY(!choices.empty());
    }
};

QTEST_APPLESS_MAIN(TestAssumptions)
#include "tst_assumptions.moc"
