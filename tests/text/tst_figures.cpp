#include "core/text/figures.h"

#include <QtTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

class TestFigures : public QObject
{
    Q_OBJECT

    const QLocale m_english {QLocale::English, QLocale::UnitedStates};
    const QLocale m_german {QLocale::German, QLocale::Germany};

private slots:
    void moneyAndCountsAreScaled_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        const auto row = [](double value, const QString& unit, const QString& english,
                            const QString& german) {
            QTest::newRow(qPrintable(english)) << value << unit << english << german;
        };
        row(15e9, u"USD"_s, u"$15.0B"_s, u"$15,0B"_s);
        row(33.75e9, u"USD"_s, u"$33.75B"_s, u"$33,75B"_s);
        row(716.9e9, u"USD"_s, u"$716.9B"_s, u"$716,9B"_s);
        row(716.94e9, u"USD"_s, u"$716.9B"_s, u"$716,9B"_s); // one decimal from 100 on
        row(2.7879e12, u"USD"_s, u"$2,787.9B"_s, u"$2.787,9B"_s);
        row(14.8e6, u"USD"_s, u"$14.8M"_s, u"$14,8M"_s);
        row(9'500, u"USD"_s, u"$9.5K"_s, u"$9,5K"_s);
        row(999.9996e6, u"USD"_s, u"$1.0B"_s, u"$1,0B"_s); // never $1,000.0M
        row(250, u"USD"_s, u"$250"_s, u"$250"_s);
        row(0, u"USD"_s, u"$0"_s, u"$0"_s);
        row(-1.2e9, u"USD"_s, u"−$1.2B"_s, u"−$1,2B"_s);
        row(2e9, u"EUR"_s, u"€2.0B"_s, u"€2,0B"_s);
        row(2.25e6, u"GBP"_s, u"£2.25M"_s, u"£2,25M"_s);
        row(1e12, u"JPY"_s, u"¥1,000.0B"_s, u"¥1.000,0B"_s);
        row(5e9, u"CHF"_s, u"CHF 5.0B"_s, u"CHF 5,0B"_s);
        row(23.9, u"USD/item"_s, u"$23.90/item"_s, u"$23,90/item"_s);
        row(0.7387, u"USD/share"_s, u"$0.74/share"_s, u"$0,74/share"_s);
        row(-0.7387, u"USD/share"_s, u"−$0.74/share"_s, u"−$0,74/share"_s);
        row(1.0825, u"USD/EUR"_s, u"$1.08/EUR"_s, u"$1,08/EUR"_s);
        row(1.56e6, u"h"_s, u"1.56M hours"_s, u"1,56M hours"_s);
        row(10.83e9, u"share"_s, u"10.83B shares"_s, u"10,83B shares"_s);
        row(300e6, u"item"_s, u"300M"_s, u"300M"_s);
    }

    void moneyAndCountsAreScaled()
    {
        QFETCH(double, value);
        QFETCH(QString, unit);
        const Unit parsed = *Unit::parse(unit);
        QTEST(figure(value, parsed, Display::Plain, m_english), "english");
        QTEST(figure(value, parsed, Display::Plain, m_german), "german");
    }

    void plainNumbersAreShownInTheirDisplay_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<Display>("display");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        const auto row = [](double value, Display display, const QString& english, const QString& german) {
            QTest::newRow(qPrintable(english)) << value << display << english << german;
        };
        row(0.25, Display::Percent, u"25 %"_s, u"25 %"_s);
        row(0.2265, Display::Percent, u"22.65 %"_s, u"22,65 %"_s);
        row(-0.0268, Display::Percent, u"−2.68 %"_s, u"−2,68 %"_s);
        row(12.5, Display::Percent, u"1,250 %"_s, u"1.250 %"_s);
        row(0.03, Display::BasisPoints, u"300 bps"_s, u"300 bps"_s);
        row(-0.00125, Display::BasisPoints, u"−12.5 bps"_s, u"−12,5 bps"_s);
        row(0.0265, Display::Points, u"2.65 points"_s, u"2,65 points"_s);
        row(6, Display::Years, u"6 years"_s, u"6 years"_s);
        row(1.375, Display::Years, u"1.375 years"_s, u"1,375 years"_s);
        row(2.5, Display::Times, u"2.5"_s, u"2,5"_s);
        row(1234, Display::Count, u"1,234"_s, u"1.234"_s);
        row(0.1234, Display::Plain, u"0.1234"_s, u"0,1234"_s);
        row(-3, Display::Plain, u"−3"_s, u"−3"_s);
    }

    void plainNumbersAreShownInTheirDisplay()
    {
        QFETCH(double, value);
        QFETCH(Display, display);
        QTEST(figure(value, {}, display, m_english), "english");
        QTEST(figure(value, {}, display, m_german), "german");
    }

    void aResultKeepsTwoDecimalsAnInputOnlyItsOwn()
    {
        const auto percent = [&](double value, PercentStyle style) {
            return figure(value, {}, Display::Percent, m_english, style);
        };
        QCOMPARE(percent(0.103, PercentStyle::Result), u"10.30 %"_s);
        QCOMPARE(percent(0.103, PercentStyle::Input), u"10.3 %"_s);
        QCOMPARE(percent(0.25, PercentStyle::Result), u"25.00 %"_s);
        QCOMPARE(percent(0.25, PercentStyle::Input), u"25 %"_s);
        QCOMPARE(figure(0.103, {}, Display::Percent, m_german, PercentStyle::Result), u"10,30 %"_s);
    }

    void whatRoundsToZeroHasNoSign()
    {
        QCOMPARE(figure(-0.000001, {}, Display::Percent, m_english, PercentStyle::Result), u"0.00 %"_s);
        QCOMPARE(figure(-0.000001, {}, Display::Percent, m_english), u"0 %"_s);
        QCOMPARE(figure(-0.001, Unit::of(u"USD"), Display::Plain, m_english), u"$0"_s);
        QCOMPARE(figure(-0.001, *Unit::parse(u"USD/share"), Display::Plain, m_english), u"$0.00/share"_s);
        QCOMPARE(number(-0.01, 1, m_english), u"0.0"_s);
        QCOMPARE(score(-0.001, m_english), u"0"_s);
    }

    void aFigureKeepsItsHedge()
    {
        const Unit usd = Unit::of(u"USD");
        QCOMPARE(figure(Quantity {.value = 15e9, .bound = Bound::AtLeast, .unit = usd}, m_english),
                 u"> $15.0B"_s);
        QCOMPARE(
            figure(Quantity {.value = 0.4, .bound = Bound::AtMost, .display = Display::Percent}, m_english),
            u"up to 40 %"_s);
        QCOMPARE(
            figure(Quantity {.value = 20e9, .low = 20e9, .high = 50e9, .bound = Bound::About, .unit = usd},
                   m_english),
            u"about $20.0B"_s);
        QCOMPARE(figure(Quantity {.value = 0.35,
                                  .low = 0.3,
                                  .high = 0.4,
                                  .bound = Bound::Range,
                                  .display = Display::Percent},
                        m_english),
                 u"30 % to 40 %"_s);
        QCOMPARE(figure(Quantity {.value = 225e9, .unit = usd}, m_english), u"$225.0B"_s);
    }

    void scoresDropTrailingZeros()
    {
        QCOMPARE(score(8, m_english), u"8"_s);
        QCOMPARE(score(4.02, m_english), u"4.02"_s);
        QCOMPARE(score(67.5, m_german), u"67,5"_s);
    }

    void numbersHaveTheLocalesSeparatorsAndARealMinus()
    {
        QCOMPARE(number(-1234.56, 1, m_english), u"−1,234.6"_s);
        QCOMPARE(number(-1234.56, 1, m_german), u"−1.234,6"_s);
        QCOMPARE(number(67, 1, m_english), u"67.0"_s);
    }
};

QTEST_APPLESS_MAIN(TestFigures)
#include "tst_figures.moc"
