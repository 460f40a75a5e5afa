#include "core/signals/signals.h"
#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Insiders, institutions, options by proxy and the votes on what is priced in.
class TestSignals : public QObject
{
    Q_OBJECT

private:
    static Coverage with(const std::vector<Fact>& facts)
    {
        Coverage coverage = amazonBase();
        for (const Fact& one : facts) {
            std::erase_if(coverage.dossier.facts, [&](const Fact& old) { return old.name == one.name; });
            coverage.dossier.facts.push_back(one);
        }
        return coverage;
    }
    static Card cardWith(const std::vector<Fact>& facts) { return cardOf(with(facts)); }

    static Card insiders(int buys, int sells)
    {
        return cardWith({fact(u"confirmation.insiders.open_market_buys"_s, QString::number(buys)),
                         fact(u"confirmation.insiders.open_market_sells"_s, QString::number(sells))});
    }

    static Card institutions(int opened, int closed, int increased, int reduced, const QString& ownership)
    {
        const QString prefix = u"confirmation.institutions."_s;
        return cardWith({fact(prefix + u"new"_s, QString::number(opened)),
                         fact(prefix + u"closed"_s, QString::number(closed)),
                         fact(prefix + u"increased"_s, QString::number(increased)),
                         fact(prefix + u"reduced"_s, QString::number(reduced)),
                         fact(prefix + u"ownership_change_pp"_s, ownership)});
    }

    static Card options(const QString& volume, const QString& price, const QString& beta)
    {
        return cardWith({fact(u"options.proxy.dollar_adv"_s, volume), fact(u"price"_s, price),
                         fact(u"options.proxy.beta"_s, beta)});
    }

    /// Growth expected for the next two years, in percent a year.
    static Card growing(const QString& eps, const QString& next)
    {
        return cardWith(
            {fact(u"consensus.eps"_s, eps), fact(u"consensus.later_years.0.eps_growth_percent"_s, next)});
    }

private slots:
    void insidersAreLabelledByTheirNetPurchases_data()
    {
        QTest::addColumn<int>("buys");
        QTest::addColumn<int>("sells");
        QTest::addColumn<QString>("label");
        QTest::newRow("Amazon's card") << 0 << 47 << u"selling"_s;
        QTest::newRow("only buys") << 5 << 0 << u"buying"_s;
        QTest::newRow("just above the upper edge") << 61 << 39 << u"buying"_s;
        QTest::newRow("at the upper edge") << 60 << 40 << u"mixed"_s;
        QTest::newRow("even") << 2 << 2 << u"mixed"_s;
        QTest::newRow("at the lower edge") << 40 << 60 << u"mixed"_s;
        QTest::newRow("just below the lower edge") << 39 << 61 << u"selling"_s;
        QTest::newRow("two trades") << 0 << 2 << u"too few"_s;
        QTest::newRow("three trades") << 0 << 3 << u"selling"_s;
        QTest::newRow("no trades") << 0 << 0 << u"too few"_s;
    }
    void insidersAreLabelledByTheirNetPurchases()
    {
        QFETCH(int, buys);
        QFETCH(int, sells);
        QTEST(insiders(buys, sells).confirmation.insiders.direction, "label");
    }

    void theNetPurchaseRatioIsAFigure()
    {
        QCOMPARE(printed(insiders(0, 47).sheet, u"confirmation.insiders.net_purchase_ratio"_s, 2), -1.0);
        QCOMPARE(printed(insiders(3, 1).sheet, u"confirmation.insiders.net_purchase_ratio"_s, 2), 0.5);
        QVERIFY(!reason(insiders(0, 0).sheet, u"confirmation.insiders.net_purchase_ratio"_s).isEmpty());
    }

    void institutionsNeedTwoSignalsAndNoContradiction_data()
    {
        QTest::addColumn<int>("opened");
        QTest::addColumn<int>("closed");
        QTest::addColumn<int>("increased");
        QTest::addColumn<int>("reduced");
        QTest::addColumn<QString>("ownership");
        QTest::addColumn<QString>("label");
        QTest::newRow("all add") << 142 << 97 << 905 << 812 << u"0.64%"_s << u"adding"_s;
        QTest::newRow("all trim") << 97 << 142 << 812 << 905 << u"-0.64%"_s << u"trimming"_s;
        QTest::newRow("two add, ownership falls by less than a point")
            << 142 << 97 << 905 << 812 << u"-0.9%"_s << u"adding"_s;
        QTest::newRow("two add, ownership falls by more than a point")
            << 142 << 97 << 905 << 812 << u"-1.1%"_s << u"mixed"_s;
        QTest::newRow("two trim, ownership rises by more than a point")
            << 97 << 142 << 812 << 905 << u"1.1%"_s << u"mixed"_s;
        QTest::newRow("one of each") << 100 << 100 << 905 << 812 << u"-0.64%"_s << u"mixed"_s;
    }
    void institutionsNeedTwoSignalsAndNoContradiction()
    {
        QFETCH(int, opened);
        QFETCH(int, closed);
        QFETCH(int, increased);
        QFETCH(int, reduced);
        QFETCH(QString, ownership);
        QTEST(institutions(opened, closed, increased, reduced, ownership).confirmation.institutions.direction,
              "label");
    }

    void amazonsInstitutionsAreMixedAlthoughTheCardPrintedAdding()
    {
        const Card card = institutions(233, 339, 3216, 2314, u"-2.68%"_s);
        QCOMPARE(card.confirmation.institutions.direction, u"mixed"_s);
        QCOMPARE(printed(card.sheet, u"confirmation.institutions.flow"_s, 3), 0.163);
        QCOMPARE(printed(card.sheet, u"confirmation.institutions.adds_to_cuts"_s, 2),
                 1.30); // what earns 3 of 3 points
        QCOMPARE(card.confirmation.institutionSignals.size(), 3u);
        QCOMPARE(card.confirmation.institutionSignals.at(0).sign, -1); // breadth: 233 - 339 = -106
        QCOMPARE(card.confirmation.institutionSignals.at(1).sign, 1);  // flow
        QCOMPARE(card.confirmation.institutionSignals.at(2).sign, -1); // ownership
    }

    void oneSignalAloneIsNoVerdict()
    {
        const Card card = cardWith({fact(u"confirmation.institutions.ownership_change_pp"_s, u"2%"_s)});
        QCOMPARE(card.confirmation.institutions.direction, QString());
        QVERIFY(!card.confirmation.institutions.why.isEmpty());
    }

    void theVerdictOfConfirmationIsWhatAllThatIsKnownSay()
    {
        QCOMPARE(insiders(9, 0).confirmation.verdict, u"Confirmed"_s);
        QCOMPARE(insiders(0, 9).confirmation.verdict, u"Doubted"_s);
        QCOMPARE(insiders(0, 2).confirmation.verdict, u"Unknown"_s);
        QCOMPARE(cardOf(amazonBase()).confirmation.verdict, u"Unknown"_s);
        const Coverage both = with({fact(u"confirmation.insiders.open_market_buys"_s, u"0"_s),
                                    fact(u"confirmation.insiders.open_market_sells"_s, u"9"_s),
                                    fact(u"confirmation.language.direction"_s, u"1"_s)});
        QCOMPARE(cardOf(both).confirmation.verdict, u"Mixed"_s);
        QCOMPARE(cardOf(both).confirmation.language.direction, u"more confident"_s);
    }

    void theProxyOfAmazonsOptionsIsGood()
    {
        const Card card = options(u"$11.6B"_s, u"$258.68/share"_s, u"1.468"_s);
        QCOMPARE(percent(card.sheet, u"options.proxy.spread_percent"_s, 1), 9.8);
        QCOMPARE(printed(card.sheet, u"options.proxy.open_interest"_s, -4), 420000.0);
        QCOMPARE(card.optionsLiquidity, u"good"_s);
    }

    void theProxyGradesByPercentAndOpenInterest_data()
    {
        QTest::addColumn<QString>("volume");
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("grade");
        QTest::newRow("spread just above 10 %") << u"$10B"_s << u"$258.68/share"_s << u"fair"_s;
        QTest::newRow("spread above 25 %") << u"$0.3B"_s << u"$50/share"_s << u"poor"_s;
        QTest::newRow("spread under 25 %") << u"$0.6B"_s << u"$50/share"_s << u"fair"_s;
        QTest::newRow("a high price leaves little interest") << u"$0.5B"_s << u"$2000/share"_s << u"poor"_s;
    }
    void theProxyGradesByPercentAndOpenInterest()
    {
        QFETCH(QString, volume);
        QFETCH(QString, price);
        QTEST(options(volume, price, u"1.468"_s).optionsLiquidity, "grade");
    }

    void withoutAnInputThereIsNoGrade()
    {
        QCOMPARE(cardOf(amazonBase()).optionsLiquidity, QString());
        QVERIFY(!reason(cardOf(amazonBase()).sheet, u"options.proxy.spread_percent"_s).isEmpty());
    }

    void multiplesStandUnderTheirRightNames()
    {
        const Sheet sheet = cardOf(amazonBase()).sheet;
        QCOMPARE(printed(sheet, u"priced_in.trailing_pe"_s, 1), 36.1);
        QCOMPARE(printed(sheet, u"priced_in.forward_pe"_s, 1), 29.4);
        QCOMPARE(printed(sheet, u"priced_in.market_cap_to_sales"_s, 2), 3.89);
        QVERIFY(!reason(sheet, u"priced_in.ev_to_sales"_s).isEmpty()); // debt and cash are not known
        const Sheet known = cardWith({fact(u"total_debt"_s, u"$150B"_s), fact(u"cash"_s, u"$100B"_s)}).sheet;
        QCOMPARE(printed(known, u"priced_in.ev_to_sales"_s, 2), 3.96); // (2787.9 + 150 - 100) / 716.924
    }

    void theGrowthThatThePriceImplies()
    {
        const Sheet sheet = cardOf(amazonBase()).sheet;
        QCOMPARE(percent(sheet, u"priced_in.implied_growth"_s, 1), 15.6);
        Coverage dear = amazonBase();
        dear.assumptions.push_back(assume(u"implied_growth.exit_multiple"_s, u"25"_s));
        QVERIFY(percent(cardOf(dear).sheet, u"priced_in.implied_growth"_s) < 15.6);
    }

    void thePegSetsTheForwardMultipleAgainstTwoYearsOfGrowth()
    {
        const Sheet sheet = growing(u"$8.79/share"_s, u"14%"_s).sheet;
        QCOMPARE(percent(sheet, u"priced_in.eps_growth_two_year"_s, 1), 18.2); // sqrt(1.226 x 1.14) - 1
        QCOMPARE(printed(sheet, u"priced_in.peg"_s, 2), 1.62);
        QVERIFY(!reason(growing(u"$5/share"_s, u"1%"_s).sheet, u"priced_in.peg"_s)
                     .isEmpty()); // earnings fall: no PEG
    }

    void lossesHaveNoMultiple()
    {
        const Sheet sheet = cardWith({fact(u"base.diluted_eps"_s, u"-$2/share"_s)}).sheet;
        QVERIFY(!reason(sheet, u"priced_in.trailing_pe"_s).isEmpty());
        QVERIFY(!reason(sheet, u"priced_in.implied_growth"_s).isEmpty());
    }

    void threeVotesMakeAVerdictTheirMedian()
    {
        Coverage coverage = with({fact(u"consensus.later_years.0.eps_growth_percent"_s, u"14%"_s)});
        coverage.reading.claims = {claim(u"ai"_s, ClaimKind::RunRate, {u"$30B"_s})};
        const PricedInVotes votes = cardOf(coverage).votes;
        QCOMPARE(votes.known, 3);
        QCOMPARE(votes.votes.at(0).vote, u"medium"_s); // 30 of 107 and 7.5 of 17.07: 36 %
        QCOMPARE(votes.votes.at(1).vote, u"medium"_s); // PEG 1.6
        QCOMPARE(votes.votes.at(2).vote, u"medium"_s); // 15.6 % implied, 18.2 % expected: 2.6 points below
        QCOMPARE(votes.verdict, u"medium"_s);
        coverage.reading.claims = {claim(u"ai"_s, ClaimKind::RunRate, {u"$1B"_s})};
        QCOMPARE(cardOf(coverage).votes.votes.at(0).vote, u"high"_s);
        QCOMPARE(cardOf(coverage).votes.verdict, u"medium"_s);
    }

    void votesTurnAtTheirLimits()
    {
        const auto peg = [](const QString& eps, const QString& next) {
            return growing(eps, next).votes.votes.at(1).vote;
        };
        const auto implied = [](const QString& eps, const QString& next) {
            return growing(eps, next).votes.votes.at(2).vote;
        };
        QCOMPARE(peg(u"$9.20/share"_s, u"30%"_s), u"low"_s);     // 28.1 / 29.2
        QCOMPARE(peg(u"$8.79/share"_s, u"3%"_s), u"high"_s);     // 29.4 / 12.4
        QCOMPARE(implied(u"$8.79/share"_s, u"30%"_s), u"low"_s); // 15.6 against 26.2
        QCOMPARE(implied(u"$8.79/share"_s, u"3%"_s), u"high"_s); // 15.6 against 12.4
    }

    /// The reaction to the report and the company's own years vote, too: each at its limits.
    void ownYearsAndTheReactionVote()
    {
        const auto votes = [](const QString& reaction, const QString& years) {
            std::vector<Fact> facts {fact(u"priced_in.reaction_t"_s, reaction)};
            for (int i = 0; i < 4; ++i) // trailing P/E is 36.1
                facts.push_back(fact(u"history.pe.%1"_s.arg(i), years));
            return cardWith(facts).votes.votes;
        };
        QCOMPARE(votes(u"-1.1"_s, u"40"_s).at(4).vote, u"low"_s);
        QCOMPARE(votes(u"-1.0"_s, u"40"_s).at(4).vote, u"medium"_s); // Amazon on 2026-04-30
        QCOMPARE(votes(u"2.1"_s, u"40"_s).at(4).vote, u"high"_s);
        QCOMPARE(votes(u"0"_s, u"40"_s).at(3).vote, u"low"_s); // dearer in every year before
        QCOMPARE(votes(u"0"_s, u"30"_s).at(3).vote, u"high"_s);
    }

    /// Of four votes the two in the middle decide; where they differ, neither has it.
    void anEvenNumberOfVotesHasItsMiddle()
    {
        Coverage coverage = with({fact(u"consensus.later_years.0.eps_growth_percent"_s, u"3%"_s),
                                  fact(u"priced_in.reaction_t"_s, u"-2"_s)});
        coverage.reading.claims = {claim(u"ai"_s, ClaimKind::RunRate, {u"$200B"_s})};
        const PricedInVotes votes = cardOf(coverage).votes;
        QCOMPARE(votes.known, 4);
        QCOMPARE(votes.votes.at(0).vote, u"low"_s);
        QCOMPARE(votes.votes.at(1).vote, u"high"_s);
        QCOMPARE(votes.votes.at(2).vote, u"high"_s);
        QCOMPARE(votes.votes.at(4).vote, u"low"_s);
        QCOMPARE(votes.verdict, u"medium"_s);
    }

    void underThreeVotesThereIsNoVerdict()
    {
        const PricedInVotes votes = cardOf(amazonBase()).votes; // growth beyond the next year is not known
        QVERIFY(votes.known < 3);
        QCOMPARE(votes.verdict, QString());
        QVERIFY(votes.votes.at(1).vote.isEmpty());
        QVERIFY(votes.votes.at(1).why.contains(u"no estimates beyond the next year"));
        QCOMPARE(printed(cardOf(amazonBase()).sheet, u"priced_in.votes_known"_s, 0), double(votes.known));
    }
};

QTEST_APPLESS_MAIN(TestSignals)
#include "tst_signals.moc"
