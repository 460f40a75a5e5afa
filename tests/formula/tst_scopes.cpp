#include "tests/formula/amazon.h"

#include <QtTest>

using namespace plumbline;
using namespace plumbline::tests;

namespace {

const Unit plain {};

/// Why "claim.c.effect" with this formula is refused, or "" where it is not.
QString refusal(Sheet sheet, const QString& formula)
{
    claimFormula(sheet, u"c"_s, u"effect"_s, formula);
    sheet.compile();
    const auto& error = sheet.cell(sheet.find(u"claim.c.effect"_s)).error;
    return error ? error->message : QString();
}

Result<double> totalOf(Sheet sheet, const QString& formula = u"total(income_effect)"_s)
{
    sheet.addFormula(u"sum"_s, formula, usd(), Display::Plain);
    sheet.compile();
    return sheet.value(u"sum"_s);
}

/// A claim with an income effect of its own, counted in full.
Sheet::Id countedClaim(Sheet& sheet, const QString& claim, double effect, double share = 1)
{
    said(sheet, claim, effect);
    counted(sheet, claim, share);
    return claimFormula(sheet, claim, u"income_effect"_s, u"figure"_s);
}

} // namespace

class TestScopes : public QObject
{
    Q_OBJECT

private slots:
    void theNearestScopeHasTheName()
    {
        Sheet sheet = amazon();
        for (const QString& claim : {u"near"_s, u"far"_s}) {
            said(sheet, claim, 100);
            claimFormula(sheet, claim, u"effect"_s, u"figure * margin.aws"_s);
        }
        assume(sheet, u"claim.near.margin.aws"_s, 0.5);
        sheet.compile();
        QCOMPARE(*sheet.value(u"claim.near.effect"_s), 50.0);
        QCOMPARE(*sheet.value(u"claim.far.effect"_s), 25.0);
        QCOMPARE(sheet.cell(sheet.resolve(u"margin.aws"_s, u"claim.near"_s)).name,
                 u"claim.near.margin.aws"_s);
        QCOMPARE(sheet.cell(sheet.resolve(u"margin.aws"_s, u"claim.far"_s)).name, u"margin.aws"_s);
    }

    void aNearerScopeMayBeAddedLater()
    {
        Sheet sheet = amazon();
        assume(sheet, u"tax_rate"_s, 0.3);
        sheet.addFormula(u"kept"_s, u"1 - tax_rate"_s, plain, Display::Percent);
        sheet.compile();
        QCOMPARE(*sheet.value(u"kept"_s), 0.7);
    }

    void baseMayBeLeftOut()
    {
        Sheet sheet = amazon();
        sheet.addFormula(u"same"_s, u"if(base.revenue = revenue, 1, 0)"_s, plain, Display::Plain);
        sheet.compile();
        QCOMPARE(*sheet.value(u"same"_s), 1.0);
        QVERIFY(sheet.resolve(u"base.revenue"_s, {}) == sheet.resolve(u"revenue"_s, {}));
        QVERIFY(sheet.resolve(u"aws"_s, {}) == Sheet::none);
    }

    void aLongerNameDoesNotFallBackToAShorterOne()
    {
        Sheet sheet = amazon();
        assume(sheet, u"margin"_s, 0.1);
        said(sheet, u"c"_s, 100);
        QCOMPARE(refusal(sheet, u"figure * margin.retail"_s),
                 u"At 10: there is no figure or assumption called margin.retail."_s);
        QCOMPARE(refusal(sheet, u"figure * margin"_s), QString());
    }

    void aPeriodIsPartOfTheName()
    {
        Sheet sheet = amazon();
        sheet.addLeaf(u"base.revenue@FY2024"_s, 638e9, usd(), Display::Plain, {});
        sheet.addFormula(u"grown"_s, u"growth(revenue@FY2024, revenue)"_s, plain, Display::Percent);
        sheet.addFormula(u"missing"_s, u"revenue@FY2020"_s, usd(), Display::Plain);
        sheet.compile();
        QVERIFY(near(*sheet.value(u"grown"_s), 0.1237, 0.0001));
        QVERIFY(sheet.value(u"missing"_s).error().message.contains(u"called revenue@FY2020"_s));
    }

    void aClaimSeesItselfAndItsCompanyOnly()
    {
        Sheet sheet = amazon();
        said(sheet, u"c"_s, 100);
        said(sheet, u"other"_s, 100);
        sheet.addFormula(u"aggregate.income"_s, u"net_income"_s, usd(), Display::Plain);
        QCOMPARE(refusal(sheet, u"figure * tax_rate + revenue * 0"_s), QString());
        QVERIFY(refusal(sheet, u"claim.other.figure"_s)
                    .startsWith(u"At 1: a claim's formula cannot use claim.other.figure"_s));
        QVERIFY(refusal(sheet, u"figure + aggregate.income"_s)
                    .startsWith(u"At 10: a claim's formula cannot use"_s));
        QVERIFY(refusal(sheet, u"total(figure)"_s).startsWith(u"At 1: total() adds up claims"_s));
        QCOMPARE(refusal(sheet, u"claim.c.figure"_s), QString());
    }

    void aCompanySeesItsClaims()
    {
        Sheet sheet = amazon();
        countedClaim(sheet, u"c"_s, 100);
        QCOMPARE(*totalOf(sheet, u"claim.c.income_effect + total(income_effect)"_s), 200.0);
        const auto nested = totalOf(sheet, u"total(total(income_effect))"_s);
        QVERIFY(nested.error().message.contains(u"total() adds up claims"_s));
    }

    void aClaimWithoutSuchAnEffectIsLeftOut()
    {
        Sheet sheet = amazon();
        countedClaim(sheet, u"a"_s, 100);
        const Sheet::Id memo =
            unknownOfClaim(sheet, u"memo"_s, u"income_effect"_s, u"a memo has no effect"_s);
        counted(sheet, u"memo"_s, 1);
        QCOMPARE(totalOf(sheet).error().message, u"memo: a memo has no effect"_s); // unknown is not absent
        Cell absent = sheet.cell(memo);
        absent.absent = true;
        sheet.add(absent);
        QCOMPARE(*totalOf(sheet), 100.0);
        QCOMPARE(*totalOf(sheet, u"total(income_effect * 2)"_s), 200.0);
    }

    void allClaimsAbsentMakeZero()
    {
        Sheet sheet = amazon();
        Cell absent = sheet.cell(unknownOfClaim(sheet, u"memo"_s, u"income_effect"_s, u"a memo"_s));
        absent.absent = true;
        sheet.add(absent);
        counted(sheet, u"memo"_s, 1);
        QCOMPARE(*totalOf(sheet), 0.0);
    }

    void aCompanyWithoutClaimsHasATotalOfZero()
    {
        const auto total = totalOf(amazon());
        QVERIFY2(total, total ? "" : qPrintable(total.error().message));
        QCOMPARE(*total, 0.0);
        QCOMPARE(*totalOf(amazon(), u"net_income * 0 + total(income_effect) * (1 - tax_rate)"_s), 0.0);
    }

    void aShareOfZeroLeavesAnUnknownOut()
    {
        Sheet sheet = amazon();
        countedClaim(sheet, u"a"_s, 100);
        unknownOfClaim(sheet, u"b"_s, u"income_effect"_s, u"no amount was stated"_s);
        counted(sheet, u"b"_s, 0);
        QCOMPARE(*totalOf(sheet), 100.0);
    }

    void anUnknownShareMakesTheTotalUnknown()
    {
        Sheet sheet = amazon();
        countedClaim(sheet, u"a"_s, 100);
        countedClaim(sheet, u"b"_s, 100);
        unknownOfClaim(sheet, u"b"_s, u"counted_share"_s, u"nobody chose a share"_s);
        QCOMPARE(totalOf(sheet).error().message, u"b: nobody chose a share"_s);
    }

    void everyUnknownClaimIsNamed()
    {
        Sheet sheet = amazon();
        for (const QString& claim : {u"a"_s, u"b"_s}) {
            unknownOfClaim(sheet, claim, u"income_effect"_s, u"no margin"_s);
            counted(sheet, claim, 1);
        }
        QCOMPARE(totalOf(sheet).error().message, u"a: no margin; b: no margin"_s);
        QVERIFY(totalOf(sheet).error().kind == Error::Kind::Unknown);
    }

    void aTotalOverflowsLikeAnyOtherSum()
    {
        Sheet sheet = amazon();
        countedClaim(sheet, u"a"_s, 1.5e308);
        countedClaim(sheet, u"b"_s, 1.5e308);
        QCOMPARE(totalOf(sheet).error().message, u"the sum is too large"_s);
    }

    void claimsOfUnlikeUnitsAreNotAddedUp()
    {
        Sheet sheet = amazon();
        countedClaim(sheet, u"a"_s, 100);
        said(sheet, u"b"_s, 100, Unit::of(u"EUR"));
        claimFormula(sheet, u"b"_s, u"income_effect"_s, u"figure"_s, Unit::of(u"EUR"));
        counted(sheet, u"b"_s, 1);
        QCOMPARE(totalOf(sheet).error().message,
                 u"At 1: income_effect is USD for one claim and EUR for another."_s);
    }

    void aTotalMayBeTakenOfWhatOnlyTheCompanyHas()
    {
        Sheet sheet = amazon();
        countedClaim(sheet, u"a"_s, 100, 0.5);
        countedClaim(sheet, u"b"_s, 100, 0.25);
        sheet.addFormula(u"taxed"_s, u"total(tax_rate)"_s, plain, Display::Percent);
        sheet.compile();
        QCOMPARE(*sheet.value(u"taxed"_s), 0.75 * 0.21);
    }

    void aRingMayRunThroughATotal()
    {
        Sheet sheet = amazon();
        countedClaim(sheet, u"a"_s, 100);
        sheet.add({.kind = Cell::Kind::Formula,
                   .name = u"room"_s,
                   .unit = usd(),
                   .text = u"total(income_effect)"_s});
        claimFormula(sheet, u"a"_s, u"income_effect"_s, u"figure - room"_s);
        sheet.compile();
        for (const QString& name : {u"room"_s, u"total.income_effect"_s, u"claim.a.income_effect"_s})
            QVERIFY2(sheet.value(name).error().message.startsWith(u"These formulas need each other"_s),
                     qPrintable(name));
    }

    void aKnownSumAddsWhatIsMeasured()
    {
        Sheet sheet;
        const Sheet::Id weight = sheet.addLeaf(u"weight"_s, 20, plain, Display::Score, {});
        const Sheet::Id part = sheet.addLeaf(u"part"_s, 0.5, plain, Display::Score, {});
        const Sheet::Id dark = sheet.addUnknown(u"dark"_s, plain, Display::Score, u"not measured"_s);
        sheet.add({.kind = Cell::Kind::KnownSum,
                   .name = u"measurable"_s,
                   .terms = {{part, weight}, {dark, weight}}});
        sheet.add({.kind = Cell::Kind::KnownSum, .name = u"lost"_s, .terms = {{part, weight}, {part, dark}}});
        sheet.compile();
        QCOMPARE(*sheet.value(u"measurable"_s), 20.0);
        QCOMPARE(sheet.value(u"lost"_s).error().message, u"not measured"_s);
    }
};

QTEST_APPLESS_MAIN(TestScopes)
#include "tst_scopes.moc"
