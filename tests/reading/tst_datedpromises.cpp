#include "core/reading/datedpromises.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;

/// What management says is to happen, and when.
class TestDatedPromises : public QObject
{
    Q_OBJECT

private:
    static QDate said() { return {2026, 4, 30}; }

    static Call call(const QString& id, const QString& date, const QStringList& texts)
    {
        Call made {.id = id, .date = date, .whole = true};
        for (const QString& text : texts)
            made.sentences.push_back({.id = int(made.sentences.size()) + 1,
                                      .turn = 1,
                                      .speaker = u"Mara Lindqvist"_s,
                                      .role = u"CEO"_s,
                                      .text = text});
        return made;
    }

    static ThemeReading allOf(const Call& call)
    {
        ThemeReading about;
        for (std::size_t i = 0; i < call.sentences.size(); ++i)
            about.quotes.push_back({i, Aboutness::Explicit});
        return about;
    }

private slots:
    void aDateIsReadAsPreciselyAsItWasSaid_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("date");
        const auto row = [](const char* sentence, const QString& words, const QString& date) {
            QTest::newRow(sentence) << QString::fromUtf8(sentence) << words << date;
        };
        row("We expect it to be fully committed by mid-2026.", u"mid-2026"_s, u"2026-06"_s);
        row("Power capacity will double by 2027.", u"by 2027"_s, u"2027"_s);
        row("We will launch the chip in early 2027.", u"early 2027"_s, u"2027-03"_s);
        row("It ships in late 2026, as we expect.", u"late 2026"_s, u"2026-12"_s);
        row("We plan to be done in the second half of 2026.", u"second half of 2026"_s, u"2026-12"_s);
        row("We are on track for the third quarter of fiscal 2026.", u"third quarter of fiscal 2026"_s,
            u"2026-09"_s);
        row("We will ship it in Q4 2026.", u"Q4 2026"_s, u"2026-12"_s);
        row("The agent will be released in October 2026.", u"October 2026"_s, u"2026-10"_s);
        row("We should have a million of them by the end of the year.", u"by the end of the year"_s,
            u"2026"_s);
        row("That will come early next year.", u"early next year"_s, u"2027"_s);
        row("It will begin in 2026 and be complete by 2028.", u"by 2028"_s, u"2028"_s); // the end of it
        // No promise:
        row("We launched it in 2025.", {}, {});
        row("We grew by 40 percent in the first quarter of 2026.", {}, {}); // over by then
        row("By 2030 figures of 2019 standards, this is large.", u"By 2030"_s, u"2030"_s);
        row("We had 2027 customers by then.", {}, {});
        row("We will invest 2030 million.", {}, {});
        row("Our AI is the best.", {}, {});
        row("It will take until 2080.", {}, {});
    }
    void aDateIsReadAsPreciselyAsItWasSaid()
    {
        QFETCH(QString, sentence);
        QFETCH(QString, words);
        QFETCH(QString, date);
        const auto promised = promisedDate(sentence, said());
        QCOMPARE(promised ? promised->said : QString(), words);
        QCOMPARE(promised ? promised->date : QString(), date);
    }

    void withoutTheDayOfTheCallNothingIsAhead() { QVERIFY(!promisedDate(u"It will come by 2027."_s, {})); }

    void aPromiseStandsWithItsSentence()
    {
        const Call one = call(u"Q1 FY2026"_s, u"2026-04-30"_s,
                              {u"Good morning."_s, u"Our AI chip will be sold out by mid-2026."_s});
        const auto promises = datedPromises(one, saidSentences(one), allOf(one));
        QCOMPARE(promises.size(), 1U);
        QCOMPARE(promises[0].kind, u"promise"_s);
        QCOMPARE(promises[0].source, u"Q1 FY2026"_s);
        QCOMPARE(promises[0].citation.sentence, 2);
        QCOMPARE(promises[0].citation.text, u"Our AI chip will be sold out by mid-2026."_s);
        // What is not about the theme, and what an analyst says, promises nothing here.
        QVERIFY(datedPromises(one, saidSentences(one), {}).empty());
        Call asked = one;
        asked.sentences[1].firm = u"Larkspur Securities"_s;
        QVERIFY(datedPromises(asked, saidSentences(asked), allOf(asked)).empty());
    }

    void whatIsOverIsNoCatalyst()
    {
        const std::vector<Catalyst> promises {
            {.date = u"2027"_s}, {.date = u"2026-03"_s}, {.date = u"2026-06"_s}};
        const auto ahead = stillAhead(promises, said());
        QCOMPARE(ahead.size(), 2U);
        QCOMPARE(ahead[0].date, u"2026-06"_s);
        QCOMPARE(ahead[1].date, u"2027"_s);
    }
};

QTEST_APPLESS_MAIN(TestDatedPromises)
#include "tst_datedpromises.moc"
