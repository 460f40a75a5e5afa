#include "core/reading/questions.h"
#include "core/transcript/transcript.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;

/// One fictional call, written down as publishers do: whatever the layout, the same people say the same words.
class TestLayouts : public QObject
{
    Q_OBJECT

private slots:
    void oneCallInManyLayouts_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("layout");
        QTest::newRow("time-stamped") << block("%1\n%2\n0:01:00\n\n%3\n\n", false) << u"time_stamped"_s;
        QTest::newRow("name-colon") << block("%1: %3\n", false) << u"name_colon"_s;
        QTest::newRow("name-colon, titles") << block("%1, %2: %3\n\n", false) << u"name_colon"_s;
        QTest::newRow("article")
            << "Takeaways\n\nRevenue-- $9 billion, says the site.\n\nFull Conference Call Transcript\n\n"
                   + block("%1:%3\n\n", false)
            << u"article"_s;
        QTest::newRow("dashes") << block("%1 -- %2\n\n%3\n\n", false) << u"name_dash_title"_s;
        QTest::newRow("dashes, no spaces") << block("%1--%2\n\n%3\n\n", false) << u"name_dash_title"_s;
        QTest::newRow("dashes, three lines") << block("%1\n--\n%2\n%3\n", false) << u"name_dash_title"_s;
        QTest::newRow("lists") << block("%1\n%2\n\n%3\n\n", true) << u"participant_lists"_s;
        QTest::newRow("numbered rules") << block(
            "--------------------------------\n%1,  %2    [3]\n--------------------------------\n\n  %3\n\n",
            true) << u"numbered_rules"_s;
        QTest::newRow("dotted rules")
            << block("................................\n\n%1\n%2\n%3\n\n", true) << u"dotted_rules"_s;
        QTest::newRow("filing") << block("%1:\n%3\n\n", false) << u"filing_text"_s;
        QTest::newRow("brackets") << block("[%1 - %2]\n%3\n\n", false) << u"bracketed"_s;
        QTest::newRow("Windows line ends")
            << block("%1: %3\n", false).replace('\n', "\r\n") << u"name_colon"_s;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + block("%1: %3\n", false) << u"name_colon"_s;
    }

    void oneCallInManyLayouts()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, layout);
        const auto read = readTranscript(file);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(word(read->layout), layout);
        QStringList speakers;
        for (const Turn& turn : read->turns)
            speakers.append(turn.speaker + u'/' + word(turn.kind));
        QCOMPARE(speakers,
                 QStringList({u"Operator/operator"_s, u"Mara Ellison/management"_s, u"Operator/operator"_s,
                              u"Dana Whitfield/analyst"_s, u"Mara Ellison/management"_s}));
        QCOMPARE(read->turns.at(1).section, CallSection::Prepared);
        QCOMPARE(read->turns.at(3).section, CallSection::Questions);
        QCOMPARE(read->turns.at(3).firm, u"Harbour Street Research"_s);
        const auto asked = questionsOf(*read);
        QCOMPARE(asked.size(), std::size_t(1));
        QCOMPARE(asked[0].analyst, u"Dana Whitfield"_s);
        QCOMPARE(asked[0].question, u"Thanks. How large is the backlog today?"_s);
        QCOMPARE(asked[0].answer, u"It is twice what it was."_s);
        QCOMPARE(asked[0].answeredBy, QStringList(u"Mara Ellison"_s));
    }

    void everySentenceStandsWhereItSays_data() { oneCallInManyLayouts_data(); }

    void everySentenceStandsWhereItSays()
    {
        QFETCH(const QByteArray, file);
        const auto read = readTranscript(file);
        QVERIFY(read);
        const bool marked = file.startsWith("\xEF\xBB\xBF");
        const auto text = QString::fromUtf8(marked ? file.sliced(3) : file).toUcs4();
        QVERIFY(read->sentences.size() >= 6);
        for (const SpokenSentence& one : read->sentences) {
            const qsizetype first = one.place.first - marked;
            const auto there = text.mid(first, one.place.last - one.place.first);
            QCOMPARE(QString::fromUcs4(reinterpret_cast<const char32_t*>(there.constData()), there.size()),
                     one.text);
        }
    }

    /// Filings print the number of another exchange beside the symbol.
    void aSymbolIsOneWord()
    {
        const auto read =
            readTranscript("Symbol: HLDN              Scrip Code: 500100\n\n" + block("%1: %3\n", false));
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->symbol, u"HLDN"_s);
    }

    void anAnalystsFirmStandsBesideTheTitle_data()
    {
        QTest::addColumn<QByteArray>("title");
        QTest::addColumn<QString>("firm");
        QTest::newRow("behind") << QByteArray("Analyst, Rookwood Securities") << u"Rookwood Securities"_s;
        QTest::newRow("before") << QByteArray("Rookwood Securities, Analyst") << u"Rookwood Securities"_s;
        QTest::newRow("with what it covers")
            << QByteArray("Rookwood Securities - Analyst, Equities") << u"Rookwood Securities"_s;
    }

    void anAnalystsFirmStandsBesideTheTitle()
    {
        QFETCH(const QByteArray, title);
        QFETCH(const QString, firm);
        const auto read = readTranscript(block("%1, %2: %3\n\n", false)
                                             .replace("Whitfield, Analyst:", "Whitfield, " + title + ":")
                                             .replace(" with Harbour Street Research", ""));
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->turns.at(3).speaker, u"Dana Whitfield"_s);
        QCOMPARE(read->turns.at(3).firm, firm);
    }

    void whatIsNoCallIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("empty") << QByteArray(" \n") << u"The file is empty."_s;
        QTest::newRow("binary") << QByteArray("\x01\0\x02\x03", 4) << u"The file is not text."_s;
        QTest::newRow("a page") << QByteArray("Our shop opens at nine.\nCome and see us.\n")
                                << u"No speakers were found: this is no transcript of a call."_s;
        QTest::newRow("a summary") << QByteArray("Mara Ellison: Good morning.\n").repeated(6)
                                          + QByteArray("- Revenue rose in every market.\n").repeated(20)
                                   << u"The file is a summary in bullets, not the words that were spoken."_s;
    }

    void whatIsNoCallIsRefused()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, sentence);
        const auto read = readTranscript(file);
        QVERIFY(!read);
        QCOMPARE(read.error().message, sentence);
    }

    void bytesThatAreNoUtf8AreSaid()
    {
        const auto read = readTranscript(block("%1: %3\n", false).replace("twice", "tw\xFFice"));
        QVERIFY(read);
        QCOMPARE(int(read->notes.size()), 1);
    }

private:
    /// The call with each turn in the form of `turn`: %1 the name, %2 the title, %3 the words.
    static QByteArray block(const char* turn, bool lists)
    {
        const QStringList ceo {u"Mara Ellison"_s, u"Chief Executive Officer"_s};
        const QStringList analyst {u"Dana Whitfield"_s, u"Analyst"_s};
        const auto say = [&](const QStringList& who, const QString& what) {
            return QString::fromUtf8(turn)
                .replace(u"%1"_s, who[0])
                .replace(u"%2"_s, who[1])
                .replace(u"%3"_s, what);
        };
        const QStringList conductor {u"Operator"_s, u"Operator"_s};
        QString text = u"Northgate Grid Systems (NGSX) Q1 2026 Earnings Call April 30, 2026\n\n"_s;
        if (lists)
            text += u"Company Participants\n\nMara Ellison - Chief Executive Officer\n\nConference Call "
                    u"Participants\n\n"
                    "Dana Whitfield - Harbour Street Research\n\n"_s;
        text +=
            say(conductor, u"Good day and welcome to the Northgate call."_s)
            + say(ceo, u"Good morning. Revenue was “€5.1 million” in 🛰 work. It rose."_s)
            + say(
                conductor,
                u"Our first question comes from Dana Whitfield with Harbour Street Research. Please go ahead."_s)
            + say(analyst, u"Thanks. How large is the backlog today?"_s)
            + say(ceo, u"It is twice what it was."_s);
        return text.toUtf8();
    }
};

QTEST_APPLESS_MAIN(TestLayouts)
#include "tst_layouts.moc"
