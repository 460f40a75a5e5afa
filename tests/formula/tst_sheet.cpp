#include "tests/formula/amazon.h"

#include <QtTest>

#include <cmath>

using namespace plumbline;
using namespace plumbline::tests;

namespace {

const Unit plain {};
const Unit eur = Unit::of(u"EUR");

/// A company's formula, evaluated over Amazon's facts.
Result<double> amazonSays(const QString& formula, const Unit& unit = plain)
{
    Sheet sheet = amazon();
    sheet.addFormula(u"answer"_s, formula, unit, Display::Plain);
    sheet.compile();
    return sheet.value(u"answer"_s);
}

QString reasonOf(const Sheet& sheet, const QString& name)
{
    const auto value = sheet.value(name);
    return value ? u"known: %1"_s.arg(*value) : value.error().message;
}

} // namespace

class TestSheet : public QObject
{
    Q_OBJECT

private slots:
    void theWorkedLines_data()
    {
        QTest::addColumn<double>("figure");
        QTest::addColumn<Unit>("unit");
        QTest::addColumn<QString>("formula");
        QTest::addColumn<double>("printed");
        QTest::addColumn<double>("lastDigit");
        const auto row = [](const char* tag, double figure, const Unit& unit, const QString& formula,
                            double printed, double lastDigit) {
            QTest::newRow(tag) << figure << unit << formula << printed << lastDigit;
        };
        row("1", 15e9, usd(), u"figure"_s, 15.0e9, 0.1e9);
        row("2", 15e9, usd(), u"figure * margin.aws"_s, 3.75e9, 0.01e9);
        row("3", 225e9, usd(), u"figure * recognised.trainium"_s, 33.75e9, 0.01e9);
        row("4", 15e9, usd(),
            u"figure / ln(1 + g) * (((1 + g)^b - (1 + g)^a) - ((1 + g)^(b - 1) - (1 + g)^(a - 1)))"_s, 9.92e9,
            0.01e9);
        row("5", 20e9, usd(), u"figure / useful_life * (1 - tax_rate)"_s, 2.63e9, 0.01e9);
        row("6", 1.56e6, Unit::of(u"h"), u"figure * $60/h * 20% * (1 - tax_rate)"_s, 14.8e6, 0.1e6);
        row("7", 0, usd(), u"300M item * $23.90/item"_s, 7.17e9, 0.01e9);
    }

    void theWorkedLines()
    {
        QFETCH(double, figure);
        QFETCH(Unit, unit);
        QFETCH(QString, formula);
        QFETCH(double, printed);
        QFETCH(double, lastDigit);
        Sheet sheet = amazon();
        assume(sheet, u"g"_s, 1);
        assume(sheet, u"a"_s, -0.125);
        assume(sheet, u"b"_s, 0.875);
        said(sheet, u"c"_s, figure, unit);
        claimFormula(sheet, u"c"_s, u"effect"_s, formula);
        sheet.compile();
        const auto effect = sheet.value(u"claim.c.effect"_s);
        QVERIFY2(effect, qPrintable(reasonOf(sheet, u"claim.c.effect"_s)));
        QVERIFY2(near(*effect, printed, lastDigit), qPrintable(QString::number(*effect)));
    }

    void theWorkedPercentages() // lines 1, 2, 3, 7 and 8
    {
        QVERIFY(near(*amazonSays(u"percent_of($15B, revenue)"_s), 0.0209, 0.0001));
        QVERIFY(near(*amazonSays(u"percent_of($15B * margin.aws, net_income)"_s), 0.0483, 0.0001));
        QVERIFY(near(*amazonSays(u"percent_of($225B * recognised.trainium, revenue)"_s), 0.0471, 0.0001));
        QVERIFY(near(*amazonSays(u"percent_of(300M item * $23.90/item, revenue)"_s), 0.01, 0.0001));
        QCOMPARE(*amazonSays(u"margin.aws + 300bps"_s), 0.28);
    }

    void totalsWeighClaimsByTheirCountedShare() // line 9
    {
        Sheet sheet = amazon();
        for (const auto& [claim, figure, share] :
             {std::tuple {u"a"_s, 5e9, 1.0}, {u"b"_s, 4e9, 0.75}, {u"c"_s, 90e9, 0.0}}) {
            said(sheet, claim, figure);
            claimFormula(sheet, claim, u"income_effect"_s, u"figure"_s);
            counted(sheet, claim, share);
        }
        sheet.addFormula(u"eps"_s, u"total(income_effect) / shares"_s, usd() / Unit::of(u"share"),
                         Display::Plain);
        sheet.addFormula(u"half"_s, u"total(income_effect / 2)"_s, usd(), Display::Plain);
        sheet.addFormula(u"claims"_s, u"total(1)"_s, plain, Display::Plain);
        sheet.compile();
        QVERIFY2(sheet.value(u"eps"_s), qPrintable(reasonOf(sheet, u"eps"_s)));
        QVERIFY(near(*sheet.value(u"eps"_s), 0.74, 0.01));
        QCOMPARE(*sheet.value(u"half"_s), 4e9);
        QCOMPARE(*sheet.value(u"claims"_s), 1.75);
    }

    /// A sheet read before lends its reading to one written like it; numbers, reasons and totals are its own.
    void aSheetIsReadOnce()
    {
        const auto half = [](double figure, const Sheet* like, const QString& text = u"total(figure / 2)"_s) {
            Sheet sheet;
            said(sheet, u"a"_s, figure);
            counted(sheet, u"a"_s, 1);
            sheet.addFormula(u"half"_s, text, usd(), Display::Plain);
            sheet.compile(like);
            return sheet;
        };
        const Sheet unknown = half(std::nan(""), nullptr);
        QVERIFY(!unknown.value(u"half"_s));
        const Sheet known = half(4e9, &unknown);
        QCOMPARE(*known.value(u"half"_s), 2e9);
        QCOMPARE(known.cell(known.find(u"half"_s)).expression,
                 unknown.cell(unknown.find(u"half"_s)).expression);
        QCOMPARE(known.cells().size(), unknown.cells().size());
        for (const Cell& cell : known.cells()) {
            QVERIFY(cell.reason == Error());
            QCOMPARE(known.find(cell.name), unknown.find(cell.name));
        }
        QCOMPARE(*half(4e9, &known, u"total(figure)"_s).value(u"half"_s),
                 4e9); // written otherwise: read anew
    }

    /// A cell that was replaced after reading makes a sheet nobody's model.
    void aSheetThatWasChangedLendsNothing()
    {
        const auto twice = [](double figure) {
            Sheet sheet;
            sheet.addLeaf(u"figure"_s, figure, {}, Display::Plain, {});
            sheet.addFormula(u"twice"_s, u"figure * 2"_s, {}, Display::Plain);
            return sheet;
        };
        Sheet changed = twice(1);
        changed.compile();
        changed.addFormula(u"twice"_s, u"figure * 2"_s, {}, Display::Plain);
        Sheet sheet = twice(3);
        sheet.compile(&changed);
        QCOMPARE(*sheet.value(u"twice"_s), 6.0);
    }

    void aShareOfALossIsNotMeaningful() // line 13
    {
        Sheet sheet = amazon();
        sheet.addLeaf(u"base.net_income"_s, -1.2e9, usd(), Display::Plain, {}, u"net income of FY2025"_s);
        said(sheet, u"c"_s, 15e9);
        claimFormula(sheet, u"c"_s, u"percent"_s, u"percent_of(figure, net_income)"_s, plain);
        claimFormula(sheet, u"c"_s, u"per_share"_s, u"figure / shares"_s, usd() / Unit::of(u"share"));
        sheet.compile();
        const auto percent = sheet.value(u"claim.c.percent"_s);
        QVERIFY(!percent);
        QVERIFY(percent.error().kind == Error::Kind::NotMeaningful);
        QCOMPARE(percent.error().message, u"not meaningful: net income of FY2025 is negative"_s);
        QVERIFY(near(*sheet.value(u"claim.c.per_share"_s), 1.39, 0.01)); // what the card shows instead
    }

    void aBaseOfZeroOrLessIsNotMeaningful()
    {
        QCOMPARE(amazonSays(u"percent_of($1, $0)"_s).error().message, u"not meaningful: the base is zero"_s);
        QCOMPARE(amazonSays(u"growth($0 - $1, $5)"_s).error().message,
                 u"not meaningful: the base is negative"_s);
        QVERIFY(amazonSays(u"growth(0, 1)"_s).error().kind == Error::Kind::NotMeaningful);
        QCOMPARE(*amazonSays(u"growth($4, $5)"_s), 0.25);
        QCOMPARE(*amazonSays(u"percent_of(-$1, $4)"_s), -0.25); // a loss of a positive base is
    }

    void aRingIsAnErrorAtEachMemberAndNowhereElse() // line 14
    {
        Sheet sheet = amazon();
        said(sheet, u"c"_s, 15e9);
        claimFormula(sheet, u"c"_s, u"revenue_effect"_s, u"income_effect / margin.aws"_s);
        claimFormula(sheet, u"c"_s, u"income_effect"_s, u"revenue_effect * margin.aws"_s);
        claimFormula(sheet, u"c"_s, u"double"_s, u"income_effect * 2"_s);
        claimFormula(sheet, u"c"_s, u"alive"_s, u"figure * margin.aws"_s);
        sheet.compile();
        const QString ring =
            u"These formulas need each other: claim.c.revenue_effect → claim.c.income_effect → "
            "claim.c.revenue_effect."_s;
        for (const QString& name : {u"claim.c.revenue_effect"_s, u"claim.c.income_effect"_s}) {
            QCOMPARE(reasonOf(sheet, name), ring);
            QCOMPARE(sheet.cell(sheet.find(name)).error->message, ring);
        }
        QCOMPARE(reasonOf(sheet, u"claim.c.double"_s), ring); // it rests on the ring, but is no member
        QVERIFY(!sheet.cell(sheet.find(u"claim.c.double"_s)).error);
        QCOMPARE(*sheet.value(u"claim.c.alive"_s), 3.75e9);
    }

    void ringsThatShareAMemberMarkAllOfThem()
    {
        Sheet sheet;
        sheet.addFormula(u"a"_s, u"b"_s, plain, Display::Plain);
        sheet.addFormula(u"b"_s, u"c + d"_s, plain, Display::Plain);
        sheet.addFormula(u"c"_s, u"a"_s, plain, Display::Plain);
        sheet.addFormula(u"d"_s, u"if(1 < 2, 1, c)"_s, plain, Display::Plain);
        sheet.addFormula(u"self"_s, u"self + 1"_s, plain, Display::Plain);
        sheet.compile();
        for (const QString& name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
            const auto& error = sheet.cell(sheet.find(name)).error;
            QVERIFY2(error && error->message.contains(name), qPrintable(name));
        }
        QCOMPARE(reasonOf(sheet, u"self"_s), u"These formulas need each other: self → self."_s);
    }

    void anUnknownCarriesEveryReasonUpOnce()
    {
        Sheet sheet;
        sheet.addUnknown(u"margin"_s, plain, Display::Percent, u"the margin is not disclosed"_s);
        sheet.addUnknown(u"share"_s, plain, Display::Percent, u"the share is not disclosed"_s);
        sheet.addFormula(u"product"_s, u"margin * share + margin"_s, plain, Display::Plain);
        sheet.addFormula(u"above"_s, u"max(1, product) * 0"_s, plain, Display::Plain);
        sheet.addFormula(u"beside"_s, u"product / 0 + share"_s, plain, Display::Plain);
        sheet.compile();
        const QString both = u"the margin is not disclosed; the share is not disclosed"_s;
        QCOMPARE(reasonOf(sheet, u"product"_s), both);
        QCOMPARE(reasonOf(sheet, u"above"_s), both); // nothing skips an unknown, not even times 0
        QVERIFY(sheet.value(u"above"_s).error().kind == Error::Kind::Unknown);
        QVERIFY(std::isnan(sheet.cell(sheet.find(u"above"_s)).value));
        QVERIFY(reasonOf(sheet, u"beside"_s).startsWith(both));
    }

    void ifLooksOnlyAtTheBranchTaken()
    {
        Sheet sheet;
        sheet.addLeaf(u"one"_s, 1, plain, Display::Plain, {});
        sheet.addUnknown(u"x"_s, plain, Display::Plain, u"nobody said x"_s);
        sheet.addUnknown(u"y"_s, plain, Display::Plain, u"nobody said y"_s);
        sheet.addFormula(u"known"_s, u"if(one > 0, 5, x / 0)"_s, plain, Display::Plain);
        sheet.addFormula(u"lacks_x"_s, u"if(one < 0, y, x)"_s, plain, Display::Plain);
        sheet.addFormula(u"undecided"_s, u"if(x > 0, y, 1)"_s, plain, Display::Plain);
        sheet.compile();
        QCOMPARE(*sheet.value(u"known"_s), 5.0);
        QCOMPARE(reasonOf(sheet, u"lacks_x"_s), u"nobody said x"_s);
        QCOMPARE(reasonOf(sheet, u"undecided"_s), u"nobody said x"_s); // no branch is taken
    }

    void whatHasNoFiniteAnswerIsAnError_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("1 / 0") << u"division by zero at 3"_s;
        QTest::newRow("1 / nothing") << u"division by zero at 3: head count is 0"_s;
        QTest::newRow("2 * (nothing / nothing)") << u"division by zero at 14: head count is 0"_s;
        QTest::newRow("nothing^-1") << u"the result at 8 is too large or not a number"_s;
        QTest::newRow("10^308 * 10") << u"the result at 8 is too large"_s;
        QTest::newRow("10^400") << u"the result at 3 is too large"_s;
        QTest::newRow("-10^308 - 10^308") << u"the result at 9 is too large"_s;
        QTest::newRow("(0 - 1)^0.5") << u"the result at 8 is too large or not a number"_s;
        QTest::newRow("1 + ln(0)") << u"ln at 5 needs a number above zero"_s;
        QTest::newRow("log10(-5)") << u"log10 at 1 needs a number above zero"_s;
        QTest::newRow("clamp(1, 3, 2)") << u"clamp at 1 has its low end above its high end"_s;
    }

    void whatHasNoFiniteAnswerIsAnError()
    {
        QFETCH(QString, words);
        Sheet sheet;
        sheet.addLeaf(u"nothing"_s, 0, plain, Display::Plain, {}, u"head count"_s);
        sheet.addFormula(u"answer"_s, QString::fromLatin1(QTest::currentDataTag()), plain, Display::Plain);
        sheet.compile();
        QVERIFY2(reasonOf(sheet, u"answer"_s).startsWith(words), qPrintable(reasonOf(sheet, u"answer"_s)));
        QVERIFY(sheet.value(u"answer"_s).error().kind == Error::Kind::Arithmetic);
    }

    void aGuardSaysWhenAFigureCounts()
    {
        const auto scoreOf = [](const QString& trades, const QString& guard) {
            Sheet sheet;
            sheet.addLeaf(u"none"_s, 0, plain, Display::Plain, {});
            sheet.addLeaf(u"three"_s, 3, plain, Display::Plain, {});
            sheet.addUnknown(u"unread"_s, plain, Display::Plain, u"the filings were not read"_s);
            sheet.add({.kind = Cell::Kind::Formula,
                       .name = u"score"_s,
                       .text = trades,
                       .guard = guard,
                       .guardReason = u"fewer than 3 trades"_s});
            sheet.compile();
            return reasonOf(sheet, u"score"_s);
        };
        QCOMPARE(scoreOf(u"three * 2"_s, u"three >= 3"_s), u"known: 6"_s);
        QCOMPARE(scoreOf(u"three * 2"_s, u"none >= 3"_s), u"fewer than 3 trades"_s);
        QCOMPARE(scoreOf(u"three / none"_s, u"none >= 3"_s),
                 u"fewer than 3 trades"_s); // not computed, so no fault
        QCOMPARE(scoreOf(u"three / none"_s, u"three >= 3"_s), u"division by zero at 7: none is 0"_s);
        QCOMPARE(scoreOf(u"unread + 1"_s, u"unread >= 3"_s), u"the filings were not read"_s);
        QCOMPARE(scoreOf(u"three + 1"_s, u"unread >= 3"_s), u"the filings were not read"_s);
        QVERIFY(scoreOf(u"three"_s, u"three"_s).contains(u"expected a comparison"_s));
    }

    void anErrorStaysWithItsCell()
    {
        Sheet sheet = amazon();
        sheet.addFormula(u"broken"_s, u"revenue * * 2"_s, usd(), Display::Plain);
        sheet.addFormula(u"unlike"_s, u"revenue + shares"_s, usd(), Display::Plain);
        sheet.addFormula(u"rests"_s, u"broken + unlike"_s, usd(), Display::Plain);
        sheet.addFormula(u"alive"_s, u"revenue - net_income"_s, usd(), Display::Plain);
        sheet.compile();
        QCOMPARE(sheet.cell(sheet.find(u"broken"_s)).error->position, 11);
        QCOMPARE(sheet.cell(sheet.find(u"unlike"_s)).error->position, 9);
        QVERIFY(reasonOf(sheet, u"rests"_s).contains(u"found “*”"_s));
        QVERIFY(reasonOf(sheet, u"rests"_s).contains(u"shares share"_s));
        QVERIFY(near(*sheet.value(u"alive"_s), 639.23e9, 1e6));
        QVERIFY(sheet.value(u"nobody"_s).error().kind == Error::Kind::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestSheet)
#include "tst_sheet.moc"
