#include "core/reading/questions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;

/// Who asked what, for which firm, and who answered.
class TestQuestions : public QObject
{
    Q_OBJECT

private slots:
    void aFollowUpIsAQuestionOfItsOwn()
    {
        const auto asked = questionsIn("Dana Whitfield: How large is the backlog today?\n"
                                       "Mara Ellison: Twice what it was.\n"
                                       "Dana Whitfield: And what share of it ships this year, please?\n"
                                       "Mara Ellison: A third.\nTobias Renner: A little more, in fact.\n");
        QCOMPARE(asked.size(), std::size_t(2));
        QCOMPARE(asked[0].answer, u"Twice what it was."_s);
        QCOMPARE(asked[1].question, u"And what share of it ships this year, please?"_s);
        QCOMPARE(asked[1].answeredBy, QStringList({u"Mara Ellison"_s, u"Tobias Renner"_s}));
        QCOMPARE(asked[1].firm, u"Harbour Street Research"_s);
    }

    void askingAgainIsTheSameQuestion()
    {
        const auto asked = questionsIn(
            "Dana Whitfield: Could you quantify the backlog of inspection lines for this fiscal year?\n"
            "Mara Ellison: It is larger than last year's, and growing.\n"
            "Dana Whitfield: Got it, any kind of quantification of that backlog this fiscal year?\n"
            "Mara Ellison: About $90 million.\n");
        QCOMPARE(asked.size(), std::size_t(1));
        QVERIFY(asked[0].question.endsWith(u"this fiscal year?"));
        QVERIFY(asked[0].answer.endsWith(u"About $90 million."));
    }

    /// Some publishers print the question in the turn of the operator who calls for it.
    void aQuestionInTheOperatorsTurnIsTheAnalysts()
    {
        const auto read = readTranscript(
            "Operator: Good morning and welcome to the earnings call of Ellison Instruments.\n\n"
            "Mara Ellison, CEO: Thank you. Revenue grew again in the quarter.\n\n"
            "Operator: Our next question comes from the line of Jonas Feld with Harbour Street "
            "Research. Please go ahead with your question. Good morning. I wanted to ask how "
            "large the backlog of inspection lines is today?\n\n"
            "Mara Ellison, CEO: Twice what it was a year ago.\n");
        QVERIFY(read.has_value());
        const auto asked = questionsOf(*read);
        QCOMPARE(asked.size(), std::size_t(1));
        QCOMPARE(asked[0].analyst, u"Jonas Feld"_s);
        QCOMPARE(asked[0].firm, u"Harbour Street Research"_s);
        QVERIFY(asked[0].question.startsWith(u"Good morning. I wanted"));
    }

    void thanksAreNone()
    {
        const auto asked = questionsIn("Dana Whitfield: How large is the backlog today?\n"
                                       "Mara Ellison: Twice what it was.\nDana Whitfield: Great. Thank you.\n"
                                       "Mara Ellison: You are welcome.\n");
        QCOMPARE(asked.size(), std::size_t(1));
        QCOMPARE(asked[0].answer, u"Twice what it was."_s);
    }

    void closingWordsAreNoAnswer()
    {
        const auto asked =
            questionsIn("Dana Whitfield: How large is the backlog today?\n"
                        "Mara Ellison: Twice what it was.\n"
                        "Tobias Renner: Thank you all for joining us. A replay will be up soon.\n");
        QCOMPARE(asked.size(), std::size_t(1));
        QCOMPARE(asked[0].answeredBy, QStringList(u"Mara Ellison"_s));
    }

    void theCalledAnalystKeepsTheLabelsName()
    {
        const auto asked = questionsIn("Dana Rose Whitfield: How large is the backlog today?\n"
                                       "Mara Ellison: Twice what it was.\n");
        QCOMPARE(asked.size(), std::size_t(1));
        QCOMPARE(asked[0].analyst, u"Dana Rose Whitfield"_s);
        QCOMPARE(asked[0].firm, u"Harbour Street Research"_s);
    }

    void anUnknownAnalystHasTheCalledName()
    {
        const auto asked = questionsIn("Unknown Analyst: How large is the backlog today?\n"
                                       "Mara Ellison: Twice what it was.\n");
        QCOMPARE(asked.size(), std::size_t(1));
        QCOMPARE(asked[0].analyst, u"Dana Whitfield"_s);
    }

    void aListOfAThousandPeopleIsReadInItsTime()
    {
        QByteArray people = "Company Participants\n";
        for (int i = 0; i < 1000; ++i)
            people += QByteArray("Anna B") + char('a' + i % 26) + char('a' + i / 26 % 26)
                    + char('a' + i / 676) + " - Vice President\n";
        const auto read = readTranscript(
            people + m_opening
            + QByteArray("Mara Ellison: It rose again.\n\nTobias Renner: It did.\n\n").repeated(20000));
        QVERIFY(read);
        QVERIFY(read->participants.size() <= 200);
        QVERIFY(read->turns.size() > 40000);
    }

private:
    std::vector<Exchange> questionsIn(const QByteArray& talk)
    {
        const auto read = readTranscript(m_opening + talk);
        return read ? questionsOf(*read) : std::vector<Exchange>();
    }

    const QByteArray m_opening =
        "Operator: Good day and welcome.\nMara Ellison: Revenue rose.\nTobias Renner: Margins rose.\n"
        "Operator: Our first question comes from the line of Dana Whitfield with Harbour Street Research. "
        "Please go ahead.\n";
};

QTEST_APPLESS_MAIN(TestQuestions)
#include "tst_questions.moc"
