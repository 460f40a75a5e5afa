#include "core/formats/wordlists.h"
#include "tests/examples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Lists of words as they are shipped, and what is wrong with others.
class TestWordLists : public QObject
{
    Q_OBJECT

private slots:
    void theShippedListsAreRead()
    {
        const auto lists = wordListsFromJson(fileNamed(u"words/own-lists.json"_s));
        QVERIFY2(lists, qPrintable(lists ? QString() : lists.error().message));
        QVERIFY(lists->positive.contains(u"strong"_s));
        QVERIFY(lists->negators.contains(u"*n't"_s));
        QCOMPARE(lists->nonAnswers.size(), std::size_t(3));
        QCOMPARE(lists->nonAnswers.front().kind, u"refuse"_s);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("said");
        QTest::newRow("missing") << u"hedge_words"_s << QJsonValue()
                                 << u"hedge_words: a list of at least one word is missing."_s;
        QTest::newRow("empty") << u"negators"_s << QJsonValue(QJsonArray())
                               << u"negators: a list of at least one word is missing."_s;
        QTest::newRow("capital") << u"positive"_s << QJsonValue(QJsonArray {u"Strong"_s})
                                 << u"positive: “Strong” must be written in small letters."_s;
        QTest::newRow("both") << u"negative"_s << QJsonValue(QJsonArray {u"weak"_s, u"strong"_s})
                              << u"negative: “strong” stands in the opposite list too."_s;
        QTest::newRow("star") << u"forward"_s << QJsonValue(QJsonArray {u"ex*pect"_s})
                              << u"forward: in “ex*pect” the * must stand at the beginning or the end."_s;
        QTest::newRow("space") << u"certainty"_s << QJsonValue(QJsonArray {u" sure"_s})
                               << u"certainty: “ sure” has spaces at its ends, or nothing else."_s;
        QTest::newRow("pattern") << u"nonanswer"_s
                                 << QJsonValue(QJsonObject {{u"refuse"_s, QJsonArray {u"not (able"_s}},
                                                            {u"unable"_s, QJsonArray {u"no idea"_s}},
                                                            {u"deferral"_s, QJsonArray {u"offline"_s}}})
                                 << u"nonanswer.refuse: “not (able” is not a pattern."_s;
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, said);
        QJsonObject json = QJsonDocument::fromJson(fileNamed(u"words/own-lists.json"_s)).object();
        json[key] = value;
        const auto lists = wordListsFromJson(QJsonDocument(json).toJson());
        QVERIFY(!lists);
        QCOMPARE(lists.error().message, said);
    }

    void brokenJsonIsNoList()
    {
        const auto lists = wordListsFromJson("{\"positive\": [");
        QVERIFY(!lists);
        QVERIFY(lists.error().message.startsWith(u"The list of words is not complete JSON"_s));
    }
};

QTEST_APPLESS_MAIN(TestWordLists)
#include "tst_wordlists.moc"
