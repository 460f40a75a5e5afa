#include "core/formula/parse.h"
#include "core/formula/program.h"

#include <QtTest>

#include <cmath>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace {

double valueOf(const Expression& expression)
{
    return run(compile(expression, [](std::size_t) { return std::uint16_t {0}; }), {});
}

QString messageOf(const Result<Expression>& formula)
{
    return formula ? u"read as "_s + print(*formula) : formula.error().message;
}

} // namespace

class TestParse : public QObject
{
    Q_OBJECT

private slots:
    void operatorsBindAsAtSchool_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("2 + 3 * 4") << 14.0;
        QTest::newRow("(2 + 3) * 4") << 20.0;
        QTest::newRow("8 - 4 - 2") << 2.0;
        QTest::newRow("8 - (4 - 2)") << 6.0;
        QTest::newRow("8 / 4 / 2") << 1.0;
        QTest::newRow("8 / (4 / 2)") << 4.0;
        QTest::newRow("12 / 4 * 3") << 9.0;
        QTest::newRow("-2^2") << -4.0;
        QTest::newRow("(-2)^2") << 4.0;
        QTest::newRow("2^3^2") << 512.0;
        QTest::newRow("(2^3)^2") << 64.0;
        QTest::newRow("2^-1") << 0.5;
        QTest::newRow("2^-1^2") << 0.5;
        QTest::newRow("2 * -3") << -6.0;
        QTest::newRow("--5 - -5") << 10.0;
        QTest::newRow("min(3, 1, 2) + max(3, 1, 2)") << 4.0;
        QTest::newRow("clamp(7, 0, 5)") << 5.0;
        QTest::newRow("if(1 < 2, 3, 4)") << 3.0;
        QTest::newRow("if(2 <= 1, 3, if(5 <> 5, 1, 4))") << 4.0;
        QTest::newRow("if(1 + 1 = 2, 1, 0) + if(1 > 1, 1, 0) + if(1 >= 1, 1, 0)") << 2.0;
        QTest::newRow("abs(-3) + log10(100) + ln(1)") << 5.0;
        QTest::newRow("percent_of(1, 4) + growth(2, 3)") << 0.75;
        QTest::newRow("max(1,234)") << 1234.0; // a thousands comma; two arguments take a space
        QTest::newRow("max(1, 234)") << 234.0;
    }

    void operatorsBindAsAtSchool()
    {
        QFETCH(double, value);
        const auto formula = parse(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY2(formula, qPrintable(messageOf(formula)));
        QCOMPARE(valueOf(*formula), value);
    }

    void literalsCarryMagnitudeUnitAndDisplay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<Display>("display");
        const auto row = [](const char* text, double value, const QString& unit, Display display) {
            QTest::newRow(text) << QString::fromUtf8(text) << value << unit << display;
        };
        row("12", 12, u"1"_s, Display::Plain);
        row("1,234,567.5", 1234567.5, u"1"_s, Display::Plain);
        row("25%", 0.25, u"1"_s, Display::Percent);
        row("300bps", 0.03, u"1"_s, Display::BasisPoints);
        row("$15B", 15e9, u"USD"_s, Display::Plain);
        row("€2.5M", 2.5e6, u"EUR"_s, Display::Plain);
        row("£3K", 3000, u"GBP"_s, Display::Plain);
        row("¥1T", 1e12, u"JPY"_s, Display::Plain);
        row("CHF 5B", 5e9, u"CHF"_s, Display::Plain);
        row("CHF5B", 5e9, u"CHF"_s, Display::Plain);
        row("USD5", 5, u"USD"_s, Display::Plain);
        row("$23.90/item", 23.9, u"USD/item"_s, Display::Plain);
        row("$60/h", 60, u"USD/h"_s, Display::Plain);
        row("$0.74/share", 0.74, u"USD/share"_s, Display::Plain);
        row("1.56M h", 1.56e6, u"h"_s, Display::Plain);
        row("300M item", 300e6, u"item"_s, Display::Plain);
        row("10.83B share", 10.83e9, u"share"_s, Display::Plain);
    }

    void literalsCarryMagnitudeUnitAndDisplay()
    {
        QFETCH(QString, text);
        const auto formula = parse(text);
        QVERIFY2(formula, qPrintable(messageOf(formula)));
        QCOMPARE(formula->nodes.size(), std::size_t(1));
        const Node& literal = formula->nodes.front();
        QTEST(literal.value, "value");
        QTEST(literal.unit.toString(), "unit");
        QTEST(literal.display, "display");
    }

    void textIsPrintedWithTheFewestParentheses_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("printed");
        const auto row = [](const QString& written, const QString& printed) {
            QTest::newRow(qPrintable(written)) << written << printed;
        };
        row(u" ( ( a+b ) )+c "_s, u"a + b + c"_s);
        row(u"a+(b+c)"_s, u"a + (b + c)"_s);
        row(u"(a*b)/c*(d/e)"_s, u"a * b / c * (d / e)"_s);
        row(u"(-a)^(-b)"_s, u"(-a)^-b"_s);
        row(u"(a^b)^c+a^(b^c)"_s, u"(a^b)^c + a^b^c"_s);
        row(u"-(a*b)+(-a)*b"_s, u"-(a * b) + -a * b"_s);
        row(u"a^(b*c)"_s, u"a^(b * c)"_s);
        row(u"1,234.50+CHF 5B"_s, u"1234.50 + CHF5B"_s);
        row(u"if(a<=b,(c),max((d),e))"_s, u"if(a <= b, c, max(d, e))"_s);
        row(u"base.revenue@FY2025-eps@Q1FY2026/x@prior*figure.2@TTM"_s,
            u"base.revenue@FY2025 - eps@Q1FY2026 / x@prior * figure.2@TTM"_s);
        row(u"a  *  b"_s, u"a * b"_s);
    }

    void textIsPrintedWithTheFewestParentheses()
    {
        QFETCH(QString, written);
        const auto formula = parse(written);
        QVERIFY2(formula, qPrintable(messageOf(formula)));
        QTEST(print(*formula), "printed");
        QVERIFY(parse(print(*formula)) == *formula);
    }

    void aDottedTextIsOneName()
    {
        const auto formula =
            parse(u"claim.ai_run_rate.income_effect / shares + shares@prior * figure.2 + shares"_s);
        QVERIFY(formula);
        const QStringList names {u"claim.ai_run_rate.income_effect"_s, u"shares"_s, u"shares@prior"_s,
                                 u"figure.2"_s};
        QCOMPARE(namesIn(*formula), names);
    }

    void anErrorSaysWhereAndWhatWasExpected_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("words");
        const auto row = [](const QString& text, int position, const QString& words) {
            QTest::newRow(qPrintable(text.left(20).toHtmlEscaped())) << text << position << words;
        };
        row(u""_s, 1, u"expected a number, a name or “(”, found the end"_s);
        row(u"1 +"_s, 4, u"expected a number, a name or “(”, found the end"_s);
        row(u"1 + * 2"_s, 5, u"found “*”"_s);
        row(u"(1 + 2"_s, 7, u"expected “)”, found the end"_s);
        row(u"1 + 2)"_s, 6, u"expected an operator or the end, found “)”"_s);
        row(u"revenue margin"_s, 9, u"expected an operator or the end, found “margin”"_s);
        row(u"12,34"_s, 3, u"found “,”"_s); // not a group of three
        row(u"sum(1)"_s, 1, u"there is no function called sum"_s);
        row(u"1 + clamp(1, 2)"_s, 5, u"clamp takes 3 arguments, not 2"_s);
        row(u"min()"_s, 5, u"found “)”"_s);
        row(u"if(a, 1, 2)"_s, 5, u"expected a comparison such as a < b"_s);
        row(u"if(a < b < c, 1, 2)"_s, 10, u"expected “)”, found “<”"_s);
        row(u"a < b"_s, 3, u"a comparison stands only first in if()"_s);
        row(u"30-40%"_s, 3, u"a range belongs to the figure"_s); // line 12
        row(u"$30-$40"_s, 4, u"for a subtraction put spaces"_s);
        row(u">15B"_s, 1, u"a bound belongs to the figure"_s);
        row(u"1e5"_s, 2, u"“e” cannot follow a number"_s);
        row(u"5."_s, 2, u"“.” cannot follow a number"_s);
        row(u"25 %"_s, 4, u"“%” is not part of the formula language"_s);
        row(u"1 + Revenue"_s, 5, u"names are written in lower case"_s);
        row(u"€ 5"_s, 2, u"a number was expected after the currency"_s);
        row(u"revenue@2025"_s, 9, u"expected a period such as FY2025"_s);
        row(u"revenue@Q5FY2025"_s, 9, u"expected a period"_s);
        row(u"a & b"_s, 3, u"“&” is not part of the formula language"_s);
        row(u"a + \u0007"_s, 5, u"U+0007"_s);
        row(u"\"revenue\""_s, 1, u"is not part of the formula language"_s);
        row(u"2 * "_s + QString(400, u'9'), 5, u"this number is too large"_s);
    }

    void anErrorSaysWhereAndWhatWasExpected()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        const auto formula = parse(text);
        QVERIFY2(!formula, qPrintable(messageOf(formula)));
        QTEST(formula.error().position, "position");
        QVERIFY2(formula.error().message.contains(words), qPrintable(formula.error().message));
    }

    void aSubtractionOfNumbersTakesSpaces()
    {
        const auto formula = parse(u"30 - 40%"_s);
        QVERIFY(formula);
        QCOMPARE(valueOf(*formula), 29.6);
    }

    void tooMuchTextIsRefusedAtTheFirstCharacterTooMany()
    {
        const QString longest = u"1"_s + QString(FormulaLimits::characters - 1, u' ');
        QVERIFY(parse(longest));
        QCOMPARE(parse(longest + u' ').error().position, 4097);

        const QString megabyte = u"1"_s + QString(u" + 1"_s).repeated(250'000);
        QVERIFY(
            parse(megabyte).error().message.contains(u"at most 4,096 characters; this one has 1,000,001"_s));
        const QString nested = QString(10'000, u'(') + u'1' + QString(10'000, u')');
        QVERIFY(!parse(nested));
    }

    void nestingIsRefusedBeyond64_data()
    {
        QTest::addColumn<QString>("opening");
        QTest::addColumn<QString>("closing");
        QTest::newRow("parentheses") << u"("_s << u")"_s;
        QTest::newRow("signs") << u"-"_s << u""_s;
        QTest::newRow("powers") << u"2^"_s << u""_s;
        QTest::newRow("calls") << u"abs("_s << u")"_s;
        QTest::newRow("conditions") << u"if(1 < 2, 1, "_s << u")"_s;
    }

    void nestingIsRefusedBeyond64()
    {
        QFETCH(QString, opening);
        QFETCH(QString, closing);
        const auto nested = [&](int depth) {
            return parse(opening.repeated(depth) + u'1' + closing.repeated(depth));
        };
        QVERIFY2(nested(64), qPrintable(messageOf(nested(64))));
        const auto tooDeep = nested(65);
        QVERIFY(!tooDeep);
        QVERIFY2(tooDeep.error().message.contains(u"nested more than 64 deep"_s),
                 qPrintable(messageOf(tooDeep)));
        QVERIFY(tooDeep.error().position > 64 * opening.size());
        QVERIFY(tooDeep.error().position <= 65 * opening.size());
        QVERIFY(!nested(2000 / static_cast<int>(opening.size())));
    }

    void atMost512Parts()
    {
        const auto summands = [](int count) { return u"1"_s + QString(u"+1"_s).repeated(count - 1); };
        QCOMPARE(parse(u"-"_s + summands(256))->nodes.size(), std::size_t(512));
        const auto tooMany = parse(summands(257)); // 257 numbers and 256 signs
        QVERIFY(!tooMany);
        QCOMPARE(tooMany.error().position, 512); // the last sign
        QVERIFY(tooMany.error().message.contains(u"at most 512 parts"_s));
    }

    void aGuardIsAComparison()
    {
        const auto guard = parseComparison(u"insiders.buys + insiders.sells >= 3"_s);
        QVERIFY2(guard, qPrintable(messageOf(guard)));
        QCOMPARE(print(*guard), u"insiders.buys + insiders.sells >= 3"_s);
        QCOMPARE(parseComparison(u"insiders.buys"_s).error().position, 14);
        QCOMPARE(parseComparison(u"1 < 2 < 3"_s).error().position, 7);
    }

    void aSingleFigureMayHaveAMinus()
    {
        QCOMPARE(parseLiteral(u"-2.68%"_s)->value, -0.0268);
        QCOMPARE(parseLiteral(u" $15B "_s)->value, 15e9);
        QVERIFY(parseLiteral(u"$15B"_s)->unit == Unit::of(u"USD"));
        QVERIFY(parseLiteral(u"25%"_s)->display == Display::Percent);
        for (const QString& text : {u""_s, u"revenue"_s, u"1 + 1"_s, u"30-40%"_s, u"--5"_s})
            QVERIFY2(!parseLiteral(text), qPrintable(text));
    }
};

QTEST_APPLESS_MAIN(TestParse)
#include "tst_parse.moc"
