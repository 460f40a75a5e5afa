#include "core/reading/numbers.h"
#include "tests/examples.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Whether a quote says the number that was read from it.
class TestNumbers : public QObject
{
    Q_OBJECT

private:
    static bool says(const QString& text, double number)
    {
        const std::vector<double> said = numbersSaid(text);
        return std::any_of(said.begin(), said.end(), [number](double one) {
            return std::abs(one - number) <= 1e-9 * std::abs(number);
        });
    }

private slots:
    void numbersAsTheyAreSpoken_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("number");
        QTest::newRow("dollars") << u"a run rate of over $15 billion, nearly 260x larger"_s << 15e9;
        QTest::newRow("times") << u"over $15 billion, nearly 260x larger"_s << 260.0;
        QTest::newRow("decimals") << u"Our cash CapEx was $43.2 billion in Q1."_s << 43.2e9;
        QTest::newRow("thousands by comma") << u"we saved 1,560,000 hours"_s << 1560000.0;
        QTest::newRow("million") << u"over 1.56 million hours of manual effort"_s << 1.56e6;
        QTest::newRow("letter") << u"$20B of revenue"_s << 20e9;
        QTest::newRow("small letter") << u"$20b of revenue"_s << 20e9;
        QTest::newRow("percent sign") << u"saw 170% growth"_s << 1.7;
        QTest::newRow("percent word") << u"grew 60 percent"_s << 0.6;
        QTest::newRow("range, first") << u"30 to 40% more price performance"_s << 0.3;
        QTest::newRow("range, second") << u"30% to 40% more price performance"_s << 0.4;
        QTest::newRow("percent as spoken") << u"about 60% more likely"_s << 60.0;
        QTest::newRow("basis points as spoken") << u"several hundred basis points"_s << 300.0;
        QTest::newRow("basis points") << u"an advantage of 300 basis points"_s << 0.03;
        QTest::newRow("bps") << u"up 40bps"_s << 0.004;
        QTest::newRow("several hundred basis points")
            << u"several hundred basis points of operating margin"_s << 0.03;
        QTest::newRow("tens of billions")
            << u"save us tens of billions of dollars of CapEx each year"_s << 20e9;
        QTest::newRow("a thousand") << u"over a thousand AI applications"_s << 1000.0;
        QTest::newRow("five") << u"those five people"_s << 5.0;
        QTest::newRow("or") << u"40 or 50 people"_s << 50.0;
        QTest::newRow("triple digits") << u"growing triple digits year-over-year"_s << 1.0;
        QTest::newRow("triple-digit") << u"growing triple-digit percentages"_s << 1.0;
        QTest::newRow("doubled") << u"more than doubled quarter-over-quarter"_s << 2.0;
        QTest::newRow("tripled") << u"usage tripled"_s << 3.0;
        QTest::newRow("twice") << u"that's twice what we had in 2022"_s << 2.0;
        QTest::newRow("a third") << u"cut the time by a third"_s << 1.0 / 3;
        QTest::newRow("a quarter") << u"took a quarter of the time"_s << 0.25;
        QTest::newRow("half") << u"cut the cost in half"_s << 0.5;
        QTest::newRow("euros") << u"€18 million a year"_s << 18e6;
        QTest::newRow("trillion") << u"a market of $2.5 trillion"_s << 2.5e12;
    }
    void numbersAsTheyAreSpoken()
    {
        QFETCH(QString, text);
        QFETCH(double, number);
        QVERIFY(says(text, number));
    }

    void wordsThatAreNoNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("number");
        QTest::newRow("an article is not 100 %") << u"This was a good year for our customers."_s << 1.0;
        QTest::newRow("the quarter of a year is not 25 %")
            << u"In the first quarter of the year demand was strong."_s << 0.25;
        QTest::newRow("the third quarter is not 33 %") << u"The third quarter was strong."_s << 1.0 / 3;
        QTest::newRow("double digits are not doubled") << u"Bookings grew double digits."_s << 2.0;
        QTest::newRow("triple digits are not tripled") << u"Revenue grew triple digits."_s << 3.0;
        QTest::newRow("part of a name") << u"Trainium2 is sold out."_s << 2.0;
        QTest::newRow("part of a decimal") << u"It was $43.2 billion."_s << 2e9;
        QTest::newRow("basis points are not billions") << u"up 300bps"_s << 300e9;
        QTest::newRow("nothing said") << QString() << 0.0;
    }
    void wordsThatAreNoNumbers()
    {
        QFETCH(QString, text);
        QFETCH(double, number);
        QVERIFY(!says(text, number));
    }

    void aFigureIsSaidByItsValue()
    {
        const QString quote = u"our annual revenue run rate is now over $20 billion"_s;
        QVERIFY(saysFigure(quote, amount(u"$20B"_s)));
        QVERIFY(!saysFigure(quote, amount(u"$21B"_s)));
        QVERIFY(!saysFigure(quote, amount(u"$20M"_s)));
        QVERIFY(!saysFigure(quote, amount(u"$2B"_s)));
    }

    void aRangeIsSaidByBothItsEnds()
    {
        const Quantity middle {
            .value = 0.35, .low = 0.3, .high = 0.4, .bound = Bound::Range, .display = Display::Percent};
        QVERIFY(saysFigure(u"30 to 40% more price performance"_s, middle));
        QVERIFY(!saysFigure(u"about 30% better price performance"_s, middle));
        QVERIFY(saysFigure(u"35% better"_s, middle));
    }

    void aFallIsSaidAsItsSize() { QVERIFY(saysFigure(u"costs fell 12%"_s, amount(u"-12%"_s))); }

    void aChangedDigitIsNoticedInEveryFigureOfTheSample()
    {
        int figures = 0;
        for (const Coverage& company : sampleWorkspace().companies)
            for (const Claim& claim : company.reading.claims)
                for (const ClaimFigure& figure : claim.figures) {
                    if (!figure.inQuote || figure.quantity.low || figure.quantity.value < 10)
                        continue;
                    Quantity changed = figure.quantity;
                    changed.value *= 1.1; // 15B becomes 16.5B
                    ++figures;
                    QVERIFY2(!saysFigure(figure.citation.text, changed), qPrintable(figure.citation.text));
                }
        QVERIFY(figures > 20);
    }
};

QTEST_APPLESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
