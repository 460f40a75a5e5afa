#include "core/transcript/split.h"
#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Calls are cut into turns and sentences without a word lost or moved to another speaker.
class TestSplit : public QObject
{
    Q_OBJECT

private:
    const QString m_text =
        u"NORTHGATE GRID SYSTEMS\nQ1 FY2026 EARNINGS CALL\n\nParticipants\nMara Ellison, Chief Executive "
        u"Officer\nTobias Renner, Chief Financial Officer\nPriya Natarajan, Head of Investor Relations\n\n"
        "Analysts\nDana Whitfield, Harbour Street Research\n\n"
        "Operator: Good afternoon.\n\nMara Ellison: Thank you. Revenue was $1.024 billion.\n\nOne word on "
        "AI: it helps.\n\nTobias Renner: Margins rose.\n\n"
        "QUESTION AND ANSWER\n\nDana Whitfield: How large is it?\n\nMara Ellison: Large.\n"_s;

private slots:
    void aParagraphIsCutAtItsFullStops()
    {
        QCOMPARE(sentencesOf(u"It grew. It grew 5%! Did it? \"It did.\" Yes."_s),
                 QStringList({u"It grew."_s, u"It grew 5%!"_s, u"Did it?"_s, u"\"It did.\""_s, u"Yes."_s}));
        QCOMPARE(sentencesOf(u"It rose. 40 customers bought. $5 million followed."_s).size(), 3);
    }

    void numbersAbbreviationsAndInitialsAreNotCut()
    {
        for (const QString& whole :
             {u"It was $43.2 billion in Q1."_s, u"Mr. Smith runs Foo Inc. Denver well."_s,
              u"The U.S. Navy ordered it."_s, u"J. Renner said so."_s, u"Revenue grew e.g. by price."_s,
              u"It grew... a lot."_s})
            QCOMPARE(sentencesOf(whole), QStringList(whole));
    }

    void thePiecesJoinedAreTheParagraph()
    {
        int paragraphs = 0;
        const auto documents = sampleDocuments(resources()).value();
        for (auto document = documents.cbegin(); document != documents.cend(); ++document) {
            if (!document.key().startsWith(u"calls/"))
                continue;
            for (const QString& paragraph :
                 QString::fromUtf8(document.value()).split(u'\n', Qt::SkipEmptyParts)) {
                QCOMPARE(sentencesOf(paragraph.trimmed()).join(u' '), paragraph.trimmed());
                ++paragraphs;
            }
        }
        QVERIFY(paragraphs > 100);
    }

    void nothingMakesNoSentence()
    {
        QCOMPARE(sentencesOf({}), QStringList());
        QCOMPARE(sentencesOf(u"   "_s), QStringList());
        QCOMPARE(sentencesOf(u"no stop at the end"_s), QStringList(u"no stop at the end"_s));
    }

    void aNewTurnBeginsWithAParticipantsName()
    {
        const auto sentences = speechOf(m_text);
        QStringList lines;
        for (const Sentence& one : sentences)
            lines.append(u"%1 %2 %3: %4"_s.arg(one.id).arg(one.turn).arg(one.speaker, one.text));
        QCOMPARE(lines,
                 QStringList({u"1 1 Operator: Good afternoon."_s, u"2 2 Mara Ellison: Thank you."_s,
                              u"3 2 Mara Ellison: Revenue was $1.024 billion."_s,
                              u"4 2 Mara Ellison: One word on AI: it helps."_s,
                              u"5 3 Tobias Renner: Margins rose."_s,
                              u"6 4 Dana Whitfield: How large is it?"_s, u"7 5 Mara Ellison: Large."_s}));
    }

    void speakersHaveTheirRoles()
    {
        const auto sentences = speechOf(m_text);
        QCOMPARE(sentences.at(0).role, u"Operator"_s);
        QCOMPARE(sentences.at(1).role, u"CEO"_s);
        QCOMPARE(sentences.at(4).role, u"CFO"_s);
        QCOMPARE(sentences.at(5).role, u"Analyst"_s);
        QCOMPARE(sentences.at(5).firm, u"Harbour Street Research"_s);
    }

    void questionsAndAnswersAreTheirOwnPart()
    {
        const auto sentences = speechOf(m_text);
        QVERIFY(!sentences.at(4).answers);
        QVERIFY(sentences.at(5).answers);
        QVERIFY(sentences.at(6).answers);
    }

    void whatStandsBeforeTheFirstTurnIsNotSpeech()
    {
        QCOMPARE(
            int(speechOf(u"A title\nDate: today\nMara Ellison: spoken without being announced.\n"_s).size()),
            0);
        QCOMPARE(int(speechOf({}).size()), 0);
    }

    void windowsLineEndsMakeNoDifference()
    {
        const auto there = speechOf(QString(m_text).replace(u'\n', u"\r\n"_s));
        const auto here = speechOf(m_text);
        QCOMPARE(there.size(), here.size());
        for (std::size_t i = 0; i < here.size(); ++i)
            QCOMPARE(there[i].text, here[i].text);
    }

    void everyCallOfTheSampleHasManagementAndAnalysts()
    {
        int calls = 0;
        for (const Coverage& company : sampleWorkspace().companies)
            for (const Call& call : company.calls) {
                if (!call.whole)
                    continue;
                ++calls;
                const auto has = [&](const QString& role) {
                    return std::any_of(call.sentences.begin(), call.sentences.end(),
                                       [&](const Sentence& one) { return one.role == role; });
                };
                QVERIFY(has(u"CEO"_s) && has(u"CFO"_s) && has(u"Analyst"_s) && has(u"Operator"_s));
                for (std::size_t i = 0; i < call.sentences.size(); ++i)
                    QCOMPARE(call.sentences[i].id, int(i) + 1);
            }
        QVERIFY(calls >= 12);
    }
};

QTEST_APPLESS_MAIN(TestSplit)
#include "tst_split.moc"
