#include "core/reading/claim.h"
#include "core/reading/spoken.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;

/// Figures as they are spoken on calls: what is read, and what is left alone.
class TestSpoken : public QObject
{
    Q_OBJECT

private:
    /// "174e9 to 179.5e9 USD range" and the like; figures apart by "; ".
    static QString said(const QString& text)
    {
        QStringList figures;
        for (const SpokenFigure& figure : spokenFigures(text)) {
            QStringList values;
            for (const double value : figure.values)
                values += QString::number(value, 'g', 12);
            const bool foreign = figure.unit == SpokenUnit::Money && figure.currency != u"USD";
            QString one = values.join(u" to "_s) + u' ' + (foreign ? figure.currency : unitWord(figure));
            if (figure.bound != Bound::Exact)
                one += u' ' + word(figure.bound);
            if (figure.form == SpokenForm::Change)
                one += u" change"_s;
            if (figure.falls)
                one += u" falls"_s;
            if (figure.corrected)
                one += u" taken back"_s;
            figures += one;
        }
        return figures.join(u"; "_s);
    }

    static void row(const char* name, const char16_t* text, const char16_t* figures)
    {
        QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(figures);
    }

private slots:
    void figures_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("figures");
        row("dollars and scale", u"Sales reached $86.4 billion.", u"86400000000 USD");
        row("over a thousand of the smaller scale", u"It was $1,427 million.", u"1427000000 USD");
        row("letters", u"$3.27B, and $140M-$165M to come",
            u"3270000000 USD; 140000000 to 165000000 USD range");
        row("all digits", u"$2,305,000,000 and 3 point 7 percent", u"2305000000 USD; 3.7 percent");
        row("per share", u"$0.83 a share", u"0.83 USD");
        row("cents", u"58 cents, from 51 cents to 54 cents", u"0.58 USD; 0.51 to 0.54 USD range");
        row("several billion", u"several billion dollars", u"3000000000 USD about");
        row("tens of millions of dollars", u"tens of millions of dollars", u"10000000 USD about");
        row("half a billion", u"half a billion dollar", u"500000000 USD");
        row("a few hundred thousand", u"a few hundred thousand dollars", u"300000 USD about");
        row("multi-hundred billion", u"a multi-hundred billion dollar market", u"100000000000 USD at_least");
        row("multibillion", u"a multibillion-dollar line", u"1000000000 USD at_least");
        row("a couple hundred million", u"a couple hundred million", u"200000000 count about");
        row("a range, both scaled", u"$91 billion to $94.5 billion", u"91000000000 to 94500000000 USD range");
        row("between", u"between $310 million and $325 million", u"310000000 to 325000000 USD range");
        row("scale said once", u"$215 to $220 million", u"215000000 to 220000000 USD range");
        row("scale said once, and", u"between $425 and $475 million", u"425000000 to 475000000 USD range");
        row("from nothing", u"between $0 and $30 million", u"0 to 30000000 USD range");
        row("garbled", u"$4 to $650 million", u"650000000 USD");
        row("dollar carried right", u"$6.1 to 6.3 billion", u"6100000000 to 6300000000 USD range");
        row("two amounts", u"$2 billion and $3 billion", u"2000000000 USD; 3000000000 USD");
        row("plus or minus percent", u"$20 billion, plus or minus 2%", u"20000000000 USD range");
        row("plus or minus basis points", u"64%, plus or minus 50 basis points", u"64 percent range");
        row("ISO before", u"EUR 5 billion to EUR 5.2 billion", u"5000000000 to 5200000000 EUR range");
        row("ISO glued", u"between EUR40 billion and EUR45 billion", u"40000000000 to 45000000000 EUR range");
        row("renminbi", u"RMB 9.3 billion and CNY 154,000", u"9300000000 CNY; 154000 CNY");
        row("kronor and new dollars", u"SEK 52 million, TWD 4.1", u"52000000 SEK; 4.1 TWD");
        row("billion understood", u"€11.5", u"11.5 EUR");
        row("a rate behind a hedge", u"a run rate of roughly $150 million a quarter", u"150000000 USD about");
        row("crores", u"INR 12,000 crores", u"120000000000 INR");
        row("other symbol", u"€1.8B", u"1800000000 EUR");
        row("unit after", u"6.2 billion yen", u"6200000000 JPY");
        row("a weight", u"40 million pounds of copper", u"40000000 other");
        row("percent", u"21.5%, 44 percent, 2 point 8 percent", u"21.5 percent; 44 percent; 2.8 percent");
        row("percent range", u"25% to 35%, 61 to 66%, 12%-18%",
            u"25 to 35 percent range; 61 to 66 percent range; 12 to 18 percent range");
        row("a change is no range", u"margin improved from 31.2% to 36.8%", u"31.2 to 36.8 percent change");
        row("percent and percent", u"12% and 16% is what we see", u"12 to 16 percent range");
        row("respectively", u"grew 12% and 16%, respectively", u"12 percent; 16 percent");
        row("in constant currency", u"up 16% and 18% in constant currency", u"16 percent; 18 percent");
        row("points", u"up 0.4 points, then 5.5 percentage points", u"0.4 points; 5.5 points");
        row("basis points", u"410 basis points, 1,150 basis points", u"410 bps; 1150 bps");
        row("basis points range", u"60 to 65 basis points", u"60 to 65 bps range");
        row("basis points in words", u"a couple hundred basis points", u"200 bps about");
        row("several hundred", u"several hundred basis points", u"300 bps about");
        row("low single digits", u"low single digits", u"1 to 3 percent range");
        row("low to mid", u"low to mid single digit", u"1 to 6 percent range");
        row("mid-single-digit", u"mid-single-digit growth", u"4 to 6 percent range");
        row("mid- to high", u"mid- to high single digits", u"4 to 9 percent range");
        row("high against low", u"high single digits versus low double digits",
            u"7 to 9 percent range; 11 to 13 percent range");
        row("double-digit", u"a strong double-digit percentage", u"10 percent at_least");
        row("triple-digit", u"a triple-digit year-over-year percentage", u"100 percent at_least");
        row("teens", u"mid-teens", u"14 to 16 percent range");
        row("decades", u"low 40s", u"41 to 43 percent range");
        row("two decades", u"high 70s and 80s", u"77 to 89 percent range");
        row("mid-20%", u"in the mid-20% range", u"24 to 26 percent range");
        row("mid-20% to high 20%", u"mid-20% to high 20% range", u"24 to 29 percent range");
        row("decade to number", u"high 40s to 50%", u"47 to 50 percent range");
        row("multiples", u"3.5x, up to 60x faster", u"3.5 ratio; 60 ratio at_most");
        row("times", u"6-12 times the capacity", u"6 to 12 ratio range");
        row("fold", u"a four-fold increase", u"4 ratio");
        row("more than doubled", u"it more than doubled", u"2 ratio at_least");
        row("almost tripled", u"it almost tripled", u"3 ratio about");
        row("double again", u"will double again by 2031", u"2 ratio");
        row("halves", u"cut in half, down half a point", u"0.5 ratio falls; 0.5 points falls");
        row("fractions", u"more than 3/4 of them", u"0.75 ratio at_least");
        row("n of m", u"one out of every 4, 1 in 8", u"0.25 ratio; 0.125 ratio");
        row("negative", u"negative 14%, minus 6%, EBITDA of negative $31 million",
            u"-14 percent; -6 percent; -31000000 USD");
        row("down", u"down 11%, a loss of $2.4 million", u"11 percent falls; 2400000 USD falls");
        row("a dash is no minus", u"70%-80%", u"70 to 80 percent range");
        row("run rate", u"over $64 billion annualized revenue run rate", u"64000000000 USD at_least");
        row("hours", u"450,000 hours of manual effort", u"450000 hours");
        row("work", u"210 developer years", u"210 other");
        row("power", u"2.6 gigawatts, and another gigawatt plus", u"2.6 other; 1 other at_least");
        row("tokens", u"trillions of tokens", u"1e+12 count about");
        row("words and scale", u"nine billion tokens per minute", u"9000000000 count");
        row("counts in words", u"several hundred thousand developers", u"300000 count about");
        row("garbled tens of millions", u"Tens and millions of customers", u"10000000 count about");
        row("hedges", u"north of $70 billion, close to $6, just shy of 12%",
            u"70000000000 USD at_least; 6 USD about; 12 percent about");
        row("call it", u"call it, $2.10", u"2.1 USD about");
        row("plus behind", u"70% plus time savings", u"70 percent at_least");
        row("at least another", u"at least another 2 gigawatts", u"2 other at_least");
        row("spelled", u"six point two percent of one hundred and twenty million dollars",
            u"6.2 percent; 120000000 USD");
        row("a mistake in the end of a range",
            u"We guided to $61 billion to $62 billion. And we -- excuse me, $64 billion.",
            u"61000000000 to 64000000000 USD range");
        row("taken back", u"at least double-digit -- or excuse me, doubling of that revenue",
            u"10 percent at_least taken back; 2 ratio");
        row("people with a dollar sign", u"an average audience of more than $200 million",
            u"200000000 count at_least");
        row("plus behind a hyphen", u"$200 million-plus contracts", u"200000000 USD at_least");
        row("times that are counted", u"downloaded over 2 million times", u"2000000 count at_least");
        row("an amount, then a level", u"by over 400 MW to 3.1 GW", u"400 other at_least; 3.1 other");
        row("twice as", u"twice as fast", u"2 ratio");
        row("a level behind a change", u"rose 90 basis points to 41%", u"90 bps; 41 percent");
    }
    void figures()
    {
        QFETCH(QString, text);
        QTEST(said(text), "figures");
    }

    void noFigures_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"on July 31, 2025",
                                 "31 July",
                                 "in 2026 and '27",
                                 "fall twenty twenty six",
                                 "fiscal 2026",
                                 "Q3 2025",
                                 "the first quarter of twenty twenty four",
                                 "the S&P 500",
                                 "Form 10-K",
                                 "GLP-1",
                                 "a B300",
                                 "18A",
                                 "x86",
                                 "NVL72",
                                 "EC2 on .NET",
                                 "call (800) 555-0118 or 1-877-555-0100",
                                 "press star one one",
                                 "press *1",
                                 "slide 8",
                                 "doubling down on it",
                                 "at 5:30 p.m.",
                                 "24/7",
                                 "a 401(k)",
                                 "on Claude 4",
                                 "the Fortune 500",
                                 "the March quarter, or excuse me, the December quarter",
                                 "orders of magnitude more compute",
                                 "2024-25",
                                 "a year ago",
                                 "one of them",
                                 ""})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void noFigures()
    {
        QFETCH(QString, text);
        QCOMPARE(said(text), QString());
    }

    void aFigureHasItsPlaceNounAndRate()
    {
        const QString text = u"They moved 1.5 million lines of code per month."_s;
        const auto figures = spokenFigures(text);
        QCOMPARE(figures.size(), std::size_t(1));
        const SpokenFigure& lines = figures.front();
        QCOMPARE(text.sliced(lines.first, lines.last - lines.first), u"1.5 million"_s);
        QCOMPARE(lines.noun, u"lines of code"_s);
        QCOMPARE(lines.per, u"month"_s);
        QCOMPARE(spokenFigures(u"4 million-plus users above it"_s).front().noun, u"users"_s);
    }

    void aFuzzyWordHasItsInterval()
    {
        const auto interval = [](const QString& text) {
            const auto figures = spokenFigures(text);
            return std::pair(figures.front().low, figures.front().high);
        };
        QCOMPARE(interval(u"several hundred customers"_s),
                 std::pair(std::optional(300.0), std::optional(900.0)));
        QCOMPARE(interval(u"tens of millions of customers"_s),
                 std::pair(std::optional(1e7), std::optional(1e8)));
        QCOMPARE(interval(u"triple digits"_s), std::pair(std::optional(100.0), std::optional<double>()));
        QCOMPARE(interval(u"$50 million, plus or minus $2 million"_s),
                 std::pair(std::optional(48e6), std::optional(52e6)));
        QCOMPARE(interval(u"70%, plus or minus 50 basis points"_s),
                 std::pair(std::optional(69.5), std::optional(70.5)));
    }

    void decimalsAreExact()
    {
        QCOMPARE(spokenFigures(u"$523.3 billion"_s).front().values.front(), 523300000000.0);
        QCOMPARE(spokenFigures(u"58 cents"_s).front().values.front(), 0.58);
        QCOMPARE(spokenFigures(u"one-third of it"_s).front().values.front(), 1.0 / 3);
    }

    void aLongTextTakesTimeInProportion()
    {
        const auto spent = [](int copies) {
            const QString text =
                u"We grew 20% to $5.2 billion, a a half of one hundred and low to - - mid, "_s.repeated(
                    copies);
            QElapsedTimer timer;
            timer.start();
            const auto figures = spokenFigures(text);
            return std::pair(timer.nsecsElapsed(), figures.size());
        };
        const auto [shortTime, shortCount] = spent(2000);
        const auto [longTime, longCount] = spent(16000);
        QCOMPARE(longCount, 8 * shortCount);
        QVERIFY2(longTime < 40 * shortTime,
                 qPrintable(QString::number(double(longTime) / double(shortTime))));
    }
};

QTEST_APPLESS_MAIN(TestSpoken)
#include "tst_spoken.moc"
