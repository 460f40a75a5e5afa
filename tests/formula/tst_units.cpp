#include "core/formula/parse.h"
#include "core/formula/units.h"

#include <QtTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

namespace {

/// The unit of each name used below; everything else does not exist.
Result<Unit> unitOfName(const Node& node)
{
    static const QHash<QString, QString> units {{u"revenue"_s, u"USD"_s}, {u"shares"_s, u"share"_s},
                                                {u"hours"_s, u"h"_s},     {u"g"_s, u"1"_s},
                                                {u"margin.eu"_s, u"1"_s}, {u"recognised.trainium"_s, u"1"_s},
                                                {u"tax_rate"_s, u"1"_s},  {u"fx.eurusd"_s, u"USD/EUR"_s}};
    if (node.op == Op::Total)
        return Unit::of(u"USD");
    if (!units.contains(node.text))
        return failure(Error::Kind::Invalid, u"no "_s + node.text, node.position);
    return *Unit::parse(units.value(node.text));
}

Result<Unit> unitOf(const QString& formula, const std::optional<Unit>& place = std::nullopt)
{
    return parse(formula).and_then(
        [&](const Expression& tree) { return checkUnits(tree, unitOfName, place); });
}

const Unit dollars = Unit::of(u"USD");

} // namespace

class TestUnits : public QObject
{
    Q_OBJECT

private slots:
    void unitsMultiplyAndCancel()
    {
        const Unit share = Unit::of(u"share");
        QCOMPARE((dollars / share).toString(), u"USD/share"_s);
        QVERIFY(dollars / share * share == dollars);
        QVERIFY((dollars / dollars).isPlain());
        QVERIFY(share * dollars == dollars * share);
        QCOMPARE((dollars * dollars / share).toString(), u"USD^2/share"_s);
        QCOMPARE((Unit {} / share).toString(), u"1/share"_s);
        QCOMPARE(Unit {}.toString(), u"1"_s);
    }

    void unitsAreReadAsTheyAreWritten()
    {
        for (const QString& text :
             {u"USD"_s, u"USD/share"_s, u"USD/EUR"_s, u"item"_s, u"h"_s, u"1"_s, u"1/h"_s})
            QCOMPARE(Unit::parse(text)->toString(), text);
        QVERIFY(Unit::parse(u"")->isPlain());
        QVERIFY(!Unit::parse(u"furlong"));
        QVERIFY(!Unit::parse(u"usd"));
        QCOMPARE(Unit::parse(u"USD")->currency(), u"USD"_s);
        QCOMPARE(Unit::parse(u"USD/share")->currency(), QString());
        QCOMPARE(Unit::parse(u"USD/share")->leadingCurrency(), u"USD"_s);
        QCOMPARE(Unit::parse(u"item")->leadingCurrency(), QString());
    }

    void formulasHaveAUnit_data()
    {
        QTest::addColumn<QString>("unit");
        // Rule 1: equal units for + - min max clamp, comparisons and branches; the literal 0 fits any.
        QTest::newRow("revenue + revenue - $5B") << u"USD"_s;
        QTest::newRow("revenue - 0") << u"USD"_s;
        QTest::newRow("min(revenue, 0)") << u"USD"_s;
        QTest::newRow("max(0, 0%, revenue)") << u"USD"_s;
        QTest::newRow("clamp(revenue, 0, $5B)") << u"USD"_s;
        QTest::newRow("if(revenue > $1B, revenue, 0)") << u"USD"_s;
        QTest::newRow("if(g > 0, $1, $2)") << u"USD"_s;
        QTest::newRow("if(revenue > 0, 1, 2)") << u"1"_s;
        QTest::newRow("-abs(revenue)") << u"USD"_s;
        // * and / combine.
        QTest::newRow("revenue / shares") << u"USD/share"_s;
        QTest::newRow("revenue / revenue") << u"1"_s;
        QTest::newRow("revenue * 25%") << u"USD"_s;
        QTest::newRow("hours * $60/h * 20% * (1 - tax_rate)") << u"USD"_s;
        QTest::newRow("300M item * $23.90/item") << u"USD"_s;
        QTest::newRow("€2B * fx.eurusd") << u"USD"_s;
        QTest::newRow("margin.eu + 300bps") << u"1"_s;
        // Rule 2: powers and logarithms are of plain numbers.
        QTest::newRow("(1 + g)^2") << u"1"_s;
        QTest::newRow("ln(revenue / $1B) + log10(10)") << u"1"_s;
        // A share of a whole and a growth are plain.
        QTest::newRow("percent_of(revenue, $1B)") << u"1"_s;
        QTest::newRow("growth(0, revenue)") << u"1"_s;
        // What stands inside a total belongs to the claims.
        QTest::newRow("total(income_effect + 1) / shares") << u"USD/share"_s;
    }

    void formulasHaveAUnit()
    {
        const auto unit = unitOf(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(unit, unit ? "" : qPrintable(unit.error().message));
        QTEST(unit->toString(), "unit");
    }

    void unlikeUnitsAreRefusedWhereTheyMeet_data()
    {
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("words");
        QTest::newRow("revenue + 1") << 9 << u"revenue is USD, 1 a plain number"_s;
        QTest::newRow("revenue - shares") << 9 << u"shares share"_s;
        QTest::newRow("revenue - €5") << 9 << u"Two currencies meet only through an exchange rate"_s;
        QTest::newRow("1 + min(revenue, 0, 1)") << 5 << u"revenue is USD, 1 a plain number"_s;
        QTest::newRow("max(hours, $1)") << 1 << u"hours is h, $1 USD"_s;
        QTest::newRow("clamp($1, 0, 1)") << 1 << u"$1 is USD, 1 a plain number"_s;
        QTest::newRow("if(revenue < 1, 1, 2)") << 12 << u"revenue is USD, 1 a plain number"_s;
        QTest::newRow("if(1 < 2, revenue, 1)") << 1 << u"revenue is USD, 1 a plain number"_s;
        QTest::newRow("revenue^2") << 8 << u"^ needs a plain number, and revenue is USD"_s;
        QTest::newRow("2^(revenue / 2)") << 2 << u"^ needs a plain number, and revenue / 2 is USD"_s;
        QTest::newRow("ln(revenue)") << 1 << u"ln needs a plain number, and revenue is USD"_s;
        QTest::newRow("log10($5)") << 1 << u"log10 needs a plain number"_s;
        QTest::newRow("percent_of(revenue, shares)") << 1 << u"revenue is USD, shares share"_s;
        QTest::newRow("growth($1, €1)") << 1 << u"exchange rate"_s;
        QTest::newRow("total(x) + 1") << 10 << u"total(x) is USD"_s;
        QTest::newRow("revenue + nobody") << 11 << u"no nobody"_s;
    }

    void unlikeUnitsAreRefusedWhereTheyMeet()
    {
        QFETCH(QString, words);
        const auto unit = unitOf(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(!unit);
        QTEST(unit.error().position, "position");
        QVERIFY2(unit.error().message.contains(words), qPrintable(unit.error().message));
    }

    void aPlaceTakesItsOwnUnitOrZero() // rule 3
    {
        QVERIFY(unitOf(u"revenue"_s, dollars) == dollars);
        QVERIFY(unitOf(u"0"_s, dollars) == dollars);
        QVERIFY(unitOf(u"0"_s, Unit {}) == Unit {});
        QVERIFY(!unitOf(u"1"_s, dollars));
        QVERIFY(!unitOf(u"revenue"_s, Unit {}));
        QVERIFY(!unitOf(u"$0"_s, Unit {}));
        QCOMPARE(unitOf(u"revenue / shares"_s, dollars).error().message,
                 u"USD/share where USD is expected."_s);
    }

    void aPercentageIsNotAddedToMoney() // line 10
    {
        const auto unit = unitOf(u"revenue + 3%"_s);
        QVERIFY(!unit);
        QCOMPARE(unit.error().position, 9);
        QCOMPARE(unit.error().message,
                 u"At 9: revenue is USD, 3% a plain number. Write revenue * (1 + 3%)."_s);
    }

    void aForgottenCurrencyIsFound() // line 11
    {
        const auto unit = unitOf(u"225B * recognised.trainium"_s, dollars);
        QVERIFY(!unit);
        QCOMPARE(unit.error().message,
                 u"A plain number where USD is expected. Write $225B, or use figure."_s);
    }

    void aForeignCurrencyNeedsARate() // line 15
    {
        const auto unit = unitOf(u"€2B * margin.eu"_s, dollars);
        QVERIFY(!unit);
        QCOMPARE(unit.error().message, u"EUR where USD is expected. Write * fx.eurusd."_s);
        QVERIFY(unitOf(u"€2B * margin.eu * fx.eurusd"_s, dollars) == dollars);
    }
};

QTEST_APPLESS_MAIN(TestUnits)
#include "tst_units.moc"
