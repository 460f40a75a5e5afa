#include "core/transcript/search.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

/// A line of search, read.
class SearchTest : public QObject
{
    Q_OBJECT

private slots:
    void wordsBecomeQuotedWords_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("all of them") << u"margin  growth"_s << u"\"margin\" AND \"growth\""_s;
        QTest::newRow("a phrase") << u"\"operating leverage\""_s << u"\"operating leverage\""_s;
        QTest::newRow("a beginning") << u"capac*"_s << u"\"capac\"*"_s;
        QTest::newRow("one of them") << u"tariff OR duties price"_s
                                     << u"(\"tariff\" OR \"duties\") AND \"price\""_s;
        QTest::newRow("without") << u"inference -training"_s << u"(\"inference\") NOT \"training\""_s;
        QTest::newRow("without, in words")
            << u"inference NOT training"_s << u"(\"inference\") NOT \"training\""_s;
        QTest::newRow("beside") << u"NEAR(price performance)"_s << u"NEAR(\"price\" \"performance\", 10)"_s;
        QTest::newRow("nothing is syntax") << u"a) AND (b^2"_s << u"\"a)\" AND \"AND\" AND \"(b^2\""_s;
        QTest::newRow("filters alone") << u"speaker:jassy"_s << QString();
    }
    void wordsBecomeQuotedWords()
    {
        QFETCH(const QString, line);
        const auto query = searchQueryFrom(line);
        QVERIFY2(query, qPrintable(query ? QString() : query.error().message));
        QTEST(query->words, "words");
    }

    void filtersStandAnywhereInTheLine()
    {
        const auto query = searchQueryFrom(
            u"company:AMZN growth period:\"Q4 FY2025\" section:qa role:cfo about:AI has:figure firm:\"Harbour Street\""_s);
        QVERIFY(query);
        QCOMPARE(query->words, u"\"growth\""_s);
        QCOMPARE(query->company, u"AMZN"_s);
        QCOMPARE(query->period, u"Q4 FY2025"_s);
        QCOMPARE(query->role, u"cfo"_s);
        QCOMPARE(query->firm, u"Harbour Street"_s);
        QVERIFY(query->section == SearchQuery::Section::Answers);
        QVERIFY(query->aboutTheme && query->hasFigure);
    }

    void whatCannotBeReadIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("said");
        QTest::newRow("open quotation") << u"growth \"of"_s << u"At 8: the quotation mark"_s;
        QTest::newRow("no such filter") << u"who:jassy"_s << u"there is no filter who:jassy"_s;
        QTest::newRow("no such section") << u"section:all"_s << u"there is no filter section:all"_s;
        QTest::newRow("no value") << u"speaker: x"_s << u"speaker: needs a value"_s;
        QTest::newRow("only without") << u"-training"_s << u"say also what is looked for"_s;
        QTest::newRow("OR first") << u"OR growth"_s << u"OR stands between"_s;
        QTest::newRow("OR last") << u"growth OR"_s << u"OR stands between"_s;
        QTest::newRow("no letter") << u"***"_s << u"there is no word"_s;
        QTest::newRow("one word near") << u"NEAR(price)"_s << u"NEAR takes two"_s;
        QTest::newRow("open bracket") << u"NEAR(price fall"_s << u"is not closed"_s;
        QTest::newRow("a megabyte") << QString(1 << 20, u'x') << u"at most 2000"_s;
    }
    void whatCannotBeReadIsSaidWithItsPlace()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, said);
        const auto query = searchQueryFrom(line);
        QVERIFY(!query);
        QVERIFY2(query.error().message.contains(said), qPrintable(query.error().message));
    }
};

QTEST_APPLESS_MAIN(SearchTest)
#include "tst_search.moc"
