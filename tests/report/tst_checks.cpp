#include "core/report/audit.h"
#include "core/report/checks.h"
#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// What the program checks on its own cards: each check holds on the sample and falls when its reason is put in.
class TestChecks : public QObject
{
    Q_OBJECT

private:
    static Check named(const std::vector<Check>& checks, const QString& beginning)
    {
        for (const Check& one : checks)
            if (one.check.startsWith(beginning))
                return one;
        return {u"missing"_s, {}, u"there is no check that begins with %1"_s.arg(beginning)};
    }
    static Check checked(const Coverage& coverage, const QString& beginning,
                         const std::vector<Choice>& choices = {})
    {
        return named(cardOf(coverage, choices).checks, beginning);
    }

    static Coverage amazon()
    {
        for (const Coverage& one : sampleWorkspace().companies)
            if (one.dossier.symbol == u"AMZN")
                return one;
        return {};
    }
    static void set(Coverage& coverage, const QString& name, const QString& literal)
    {
        std::erase_if(coverage.dossier.facts, [&](const Fact& one) { return one.name == name; });
        coverage.dossier.facts.push_back(fact(name, literal));
    }
    static void replace(Card& card, const QString& name, double value)
    {
        Cell cell = card.sheet.cell(card.sheet.find(name));
        cell.kind = Cell::Kind::Leaf;
        cell.value = value;
        card.sheet.add(cell);
    }
    static Check fallen(Card card, const QString& figure, double value, const QString& beginning)
    {
        replace(card, figure, value);
        return named(selfChecks(card, QLocale::c()), beginning);
    }

private slots:
    void componentsAddUp()
    {
        const Card card = cardOf(amazon());
        QCOMPARE(named(card.checks, u"components add up"_s).holds, std::optional(true));
        QCOMPARE(fallen(card, u"conviction.total"_s, 70, u"components add up"_s).holds, std::optional(false));
    }

    void eachPercentageTimesItsBaseIsItsEffect()
    {
        const Card card = cardOf(amazon());
        QCOMPARE(named(card.checks, u"each percentage"_s).holds, std::optional(true));
        const Check wrong = fallen(card, u"claim.ai_run_rate.revenue_percent"_s, 0.0210,
                                   u"each percentage"_s); // 2.09 % is right
        QCOMPARE(wrong.holds, std::optional(false));
        QVERIFY(wrong.detail.contains(u"claim.ai_run_rate.revenue_percent"));
    }

    void incomePartsAddUp()
    {
        const Card card = cardOf(amazon());
        QCOMPARE(named(card.checks, u"counted income parts"_s).holds, std::optional(true));
        QCOMPARE(fallen(card, u"aggregate.income_effect"_s, 8.5e9, u"counted income parts"_s).holds,
                 std::optional(false)); // 7.5 + 0.5 is not 8.5
    }

    void aGroupOutsideItsLimitsIsAMatterOfJudgement()
    {
        const Choice none {.scenario = baseScenario,
                           .subject = u"claim/AMZN/trainium_commitments"_s,
                           .field = u"counted_share"_s,
                           .value = u"0%"_s};
        QCOMPARE(checked(amazon(), u"overlap group"_s).holds, std::optional(true));
        const Check outside = checked(amazon(), u"overlap group"_s, {none});
        QCOMPARE(outside.holds, std::optional(false));
        QVERIFY(outside.judgement);
        QVERIFY(outside.detail.contains(u"$33.75B") && outside.detail.contains(u"$68.75B"));
    }

    void theForwardMultipleTimesItsEpsIsThePrice()
    {
        const Card card = cardOf(amazon());
        QCOMPARE(named(card.checks, u"forward P/E"_s).holds, std::optional(true));
        QCOMPARE(fallen(card, u"priced_in.forward_pe"_s, 36.2, u"forward P/E"_s).holds, std::optional(false));
    }

    void enterpriseValueIsNotMarketCap()
    {
        Coverage coverage = amazon();
        QCOMPARE(checked(coverage, u"enterprise value"_s).holds,
                 std::optional<bool>()); // debt and cash are not known
        QVERIFY(
            checked(coverage, u"enterprise value"_s).detail.contains(u"debt and cash are not on the card"));
        set(coverage, u"total_debt"_s, u"$150B"_s);
        set(coverage, u"cash"_s, u"$100B"_s);
        QCOMPARE(checked(coverage, u"enterprise value"_s).holds, std::optional(true));
        set(coverage, u"cash"_s, u"$150B"_s);
        QCOMPARE(checked(coverage, u"enterprise value"_s).holds, std::optional(false));
    }

    void holdersAndPositionsHaveOneSign()
    {
        Coverage coverage = amazon();
        QCOMPARE(checked(coverage, u"new less closed"_s).holds, std::optional(true)); // -106 and -88
        QVERIFY(checked(coverage, u"new less closed"_s).detail.contains(u"106"));
        set(coverage, u"confirmation.institutions.holders_change"_s, u"88"_s);
        QCOMPARE(checked(coverage, u"new less closed"_s).holds, std::optional(false));
    }

    void theLabelOfInstitutionsAgreesWithItsSignals()
    {
        Card card = cardOf(amazon());
        QCOMPARE(named(card.checks, u"the label of institutions"_s).holds, std::optional(true));
        card.confirmation.institutions.direction = u"adding"_s; // as it was printed
        QCOMPARE(named(selfChecks(card, QLocale::c()), u"the label of institutions"_s).holds,
                 std::optional(false));
    }

    void aRunRateThatDoubledBesideFortyPercentIsAsked()
    {
        Coverage coverage = amazonBase();
        Claim now = claim(u"silicon"_s, ClaimKind::RunRate, {u"$20B"_s, u"40%"_s});
        now.supersedes = u"silicon_prior"_s;
        coverage.reading.claims = {now, claim(u"silicon_prior"_s, ClaimKind::Superseded, {u"$10B"_s})};
        const Check odd = checked(coverage, u"run rates move"_s);
        QCOMPARE(odd.holds, std::optional(false));
        QVERIFY(odd.judgement);
        coverage.reading.claims[1].figures.front().quantity = amount(u"$14B"_s);
        QCOMPARE(checked(coverage, u"run rates move"_s).holds, std::optional(true));
        QCOMPARE(checked(amazon(), u"run rates move"_s).holds,
                 std::optional<bool>()); // none is stated on both calls
    }

    void largeGainsInTheBaseAreAsked()
    {
        Coverage coverage = amazon();
        QCOMPARE(checked(coverage, u"non-operating"_s).holds, std::optional<bool>());
        set(coverage, u"pretax_income"_s, u"$100B"_s);
        set(coverage, u"non_operating_income"_s, u"$10B"_s);
        QCOMPARE(checked(coverage, u"non-operating"_s).holds, std::optional(true));
        set(coverage, u"non_operating_income"_s, u"$11B"_s);
        QCOMPARE(checked(coverage, u"non-operating"_s).holds, std::optional(false));
        set(coverage, u"pretax_income"_s, u"-$1B"_s);
        QCOMPARE(checked(coverage, u"non-operating"_s).holds, std::optional<bool>());
    }

    void supersededClaimsCountNothing()
    {
        QCOMPARE(checked(amazon(), u"superseded"_s).holds, std::optional(true));
        const Choice counted {.scenario = baseScenario,
                              .subject = u"claim/AMZN/aws_backlog_prior"_s,
                              .field = u"counted_share"_s,
                              .value = u"100%"_s};
        QCOMPARE(checked(amazon(), u"superseded"_s, {counted}).holds, std::optional(false));
    }

    void quotesStandInTheirCallsAndSayTheirFigures()
    {
        Coverage coverage = amazon();
        QCOMPARE(checked(coverage, u"each quote"_s).holds, std::optional(true));
        QCOMPARE(checked(coverage, u"each figure"_s).holds, std::optional(true));
        coverage.reading.quotes.front().citation.verified = u"not_found"_s;
        coverage.reading.quantifications.front().numberInQuote = false;
        QCOMPARE(checked(coverage, u"each quote"_s).holds, std::optional(false));
        QCOMPARE(checked(coverage, u"each figure"_s).holds, std::optional(false));
        QVERIFY(checked(coverage, u"each figure"_s)
                    .detail.contains(coverage.reading.quantifications.front().metric));
    }

    void whatTheSourcePrintedOtherwiseIsSaid()
    {
        const Card card = cardOf(amazon());
        const Check forward = named(card.checks, u"priced_in.forward_pe as printed"_s);
        QVERIFY(forward.judgement);
        QVERIFY(forward.detail.contains(u"36.2") && forward.detail.contains(u"29.4"));
        QVERIFY(named(card.checks, u"confirmation.institutions.direction as printed"_s)
                    .detail.contains(u"printed adding; here mixed"));
    }

    void theAuditTellsFaultsFromNotes()
    {
        std::vector<Card> cards {cardOf(amazon())};
        const auto faults = [&] {
            return std::count_if(cards.front().checks.begin(), cards.front().checks.end(),
                                 [](const Check& one) { return one.holds == false && !one.judgement; });
        };
        QCOMPARE(faults(), 0);
        for (const AuditLine& line : audit(cards))
            QVERIFY2(line.holds || line.note, qPrintable(line.check + u": "_s + line.detail));

        Coverage broken = amazon();
        broken.reading.claims.front().revenueFormula = u"figure * nonsense.rate"_s;
        cards = {cardOf(broken)};
        const auto lines = audit(cards);
        QVERIFY(std::any_of(lines.begin(), lines.end(), [](const AuditLine& line) {
            return !line.holds && !line.note && line.subject == u"AMZN.claim.ai_run_rate.revenue_effect";
        }));
    }
};

QTEST_APPLESS_MAIN(TestChecks)
#include "tst_checks.moc"
