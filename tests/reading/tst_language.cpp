#include "core/formats/wordlists.h"
#include "core/reading/language.h"
#include "core/reading/wordmatcher.h"
#include "tests/examples.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// What is counted in management's words.
class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void aNegatedWordChangesSide_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("positive");
        QTest::addColumn<int>("negative");
        QTest::newRow("plain") << u"Demand was strong."_s << 1 << 0;
        QTest::newRow("not") << u"Demand was not strong."_s << 0 << 1;
        QTest::newRow("n't, typographic") << u"We don’t see weakness."_s << 1 << 0;
        QTest::newRow("three before") << u"Not a very strong quarter."_s << 0 << 1;
        QTest::newRow("four before") << u"Not by any means weak."_s << 0 << 1;
        QTest::newRow("not across sentences' ends") << u"No. Strong demand continued."_s << 0 << 1;
        QTest::newRow("glued by a dash") << u"Growth—strong again."_s << 2 << 0;
        QTest::newRow("within a hyphened word") << u"Better-than-feared results."_s << 1 << 0;
    }

    void aNegatedWordChangesSide()
    {
        QFETCH(QString, sentence);
        QFETCH(int, positive);
        QFETCH(int, negative);
        const LanguageCounts counts = countsOf(sentence, m_matcher);
        QCOMPARE(counts.positive, positive);
        QCOMPARE(counts.negative, negative);
    }

    void phrasesCountBeforeTheirWords()
    {
        QCOMPARE(countsOf(u"I think it will grow."_s, m_matcher).hedges, 1); // not "think" once more
        const LanguageCounts unsure = countsOf(u"We are not sure yet."_s, m_matcher);
        QCOMPARE(unsure.hedges, 1);
        QCOMPARE(unsure.certain, 0); // "sure" belongs to "not sure"
        QCOMPARE(countsOf(u"Surely it is clearly so."_s, m_matcher).certain, 2);
    }

    void figuresMakeSpecific()
    {
        const LanguageCounts counts = countsOf(
            u"Revenue of $12.5 billion grew 14%, or 90 basis points more than three years ago."_s, m_matcher);
        QCOMPARE(counts.figures, 3); // years are a span of time
    }

    void whatLooksAhead()
    {
        const LanguageCounts vague = countsOf(u"We expect margins to improve."_s, m_matcher);
        QCOMPARE(vague.forward, 1);
        QCOMPARE(vague.specificForward, 0);
        QCOMPARE(countsOf(u"We expect margins of 20% next year."_s, m_matcher).specificForward, 1);
        QCOMPARE(countsOf(u"By 2027 every site runs on it."_s, m_matcher).forward, 1);
        QCOMPARE(countsOf(u"Margins came in at 20%, as expected."_s, m_matcher).forward, 0);
        QCOMPARE(countsOf(u"The plant in Ohio ran well."_s, m_matcher).forward, 0); // no plan
    }

    void syllablesAreCountedByVowels()
    {
        for (const auto& [word, count] :
             {std::pair(u"growth"_s, 1), std::pair(u"increased"_s, 2), std::pair(u"quantities"_s, 3),
              std::pair(u"table"_s, 2), std::pair(u"employee"_s, 2), std::pair(u"opportunity"_s, 5),
              std::pair(u"2027"_s, 1), std::pair(u"expected"_s, 3)})
            QVERIFY2(syllables(word) == count, qPrintable(word));
    }

    void answersAreHeldAgainstTheirQuestions()
    {
        const LanguageReading read = languageOf(m_call, m_lists);
        QCOMPARE(read.prepared.counts.sentences, 2);
        QCOMPARE(read.answers.counts.answers, 2);
        QCOMPARE(read.answers.counts.nonAnswers, 1);
        QCOMPARE(read.answers.measure(LanguageMeasure::NonAnswers).value(), 0.5);
        QCOMPARE(read.answers.counts.asked, 4); // large, backlog, today; margin
        QCOMPARE(read.answers.counts.repeated, 1);
        QCOMPARE(read.answers.passages.size(), std::size_t(2));
        QCOMPARE(read.answers.sentences.front().speaker, u"Mara Ellison"_s);
    }

    void answersThatAreNone_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("kind");
        const auto row = [](const QString& answer, const QString& kind) {
            QTest::newRow(qPrintable(answer)) << answer << kind;
        };
        row(u"We’re not going to guide to that today."_s, u"refuse"_s);
        row(u"We haven't broken that out."_s, u"refuse"_s);
        row(u"There is nothing more we can share."_s, u"refuse"_s);
        row(u"We are not in a position to give a number."_s, u"refuse"_s);
        row(u"I don't have that number in front of me."_s, u"unable"_s);
        row(u"We do not have any further details."_s, u"unable"_s);
        row(u"Let's take that offline."_s, u"deferral"_s);
        row(u"There will be more detail at our capital markets day."_s, u"deferral"_s);
        row(u"We expect a margin of 20% next year."_s, {});
        row(u"We don't have debt, and we provide guidance every quarter."_s, {});
        row(u"I don't know that anything has changed."_s, {});
    }

    void answersThatAreNone()
    {
        QFETCH(QString, answer);
        QFETCH(QString, kind);
        QCOMPARE(m_matcher.nonAnswerOf(answer), kind);
    }

    void analystsAndOperatorsAreLeftOut()
    {
        std::vector<SaidSentence> said = m_call;
        said.push_back(
            {u"What a strong, strong quarter."_s, u"Dana Whitfield"_s, SpeakerKind::Analyst, 9, true});
        said.push_back({u"That was a great call."_s, {}, SpeakerKind::Operator, 10, true});
        QCOMPARE(languageOf(said, m_lists).answers.counts, languageOf(m_call, m_lists).answers.counts);
    }

    void whatCannotBeMeasuredSaysWhy()
    {
        const LanguageReading read = languageOf(m_call, m_lists);
        QCOMPARE(read.prepared.measure(LanguageMeasure::Tone).error().message,
                 u"Words that are good or bad in tone here: 2; 20 are needed to tell."_s);
        QCOMPARE(read.prepared.measure(LanguageMeasure::NonAnswers).error().message,
                 u"No answer to an analyst's question was found here."_s);
        const LanguageReading silent = languageOf(std::vector<SaidSentence>(), m_lists);
        for (const LanguageMeasure measure : languageMeasures) {
            QCOMPARE(silent.answers.measure(measure).error().message,
                     u"Management says nothing in this part of the call."_s);
            QVERIFY(!word(measure).isEmpty());
        }
        QVERIFY(!repetition(read.prepared, silent.prepared));
    }

    void theSameWordsRepeat()
    {
        const LanguageReading read = languageOf(m_call, m_lists);
        QVERIFY(std::abs(repetition(read.prepared, read.prepared).value() - 1) < 1e-12);
        QCOMPARE(repetition(read.prepared, read.answers).value(),
                 repetition(read.answers, read.prepared).value());
        QVERIFY(repetition(read.prepared, read.answers).value() < 0.9);
    }

    /// Turns in another order, and the call said twice, leave every measure where it is.
    void orderAndLengthDoNotMatter()
    {
        const std::vector<SaidSentence> said = madeUp(200, 7);
        std::vector<SaidSentence> turned(said.rbegin(), said.rend());
        std::vector<SaidSentence> twice = said;
        for (SaidSentence again : said) {
            again.turn += 1000;
            twice.push_back(again);
        }
        const SectionLanguage once = languageOf(said, m_lists).prepared;
        QVERIFY(once.measure(LanguageMeasure::Tone));
        QCOMPARE(languageOf(turned, m_lists).prepared.counts, once.counts);
        const SectionLanguage doubled = languageOf(twice, m_lists).prepared;
        QCOMPARE(doubled.counts.words, 2 * once.counts.words);
        for (const LanguageMeasure measure : languageMeasures)
            if (once.measure(measure))
                QVERIFY(std::abs(*doubled.measure(measure) - *once.measure(measure)) < 1e-12);
    }

    /// A "not" before every word of tone turns the tone round, and nothing else of it.
    void negationMirrorsTone()
    {
        for (unsigned seed = 1; seed <= 50; ++seed) {
            std::mt19937 draw(seed);
            QStringList plain;
            QStringList negated;
            for (int i = 0; i < 30; ++i) {
                const QStringList& list = draw() % 3 == 0 ? m_lists.negative : m_lists.positive;
                const QString& word =
                    list[static_cast<qsizetype>(draw() % static_cast<unsigned>(list.size()))];
                plain << u"it was "_s + word + u'.';
                negated << u"it was not "_s + word + u'.';
            }
            const auto tone = [&](const QStringList& sentences) {
                std::vector<SaidSentence> said;
                for (const QString& sentence : sentences)
                    said.push_back({sentence, u"Mara Ellison"_s, SpeakerKind::Management, 1, false});
                return languageOf(said, m_lists).prepared.measure(LanguageMeasure::Tone);
            };
            QVERIFY2(tone(plain).value() == -tone(negated).value(), qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    /// Twice the words take about twice the time: nothing is compared with everything.
    void aLongCallIsReadInItsTime()
    {
        const std::vector<SaidSentence> said = madeUp(20000, 3);
        const LanguageReading read = languageOf(said, m_lists);
        QVERIFY(read.prepared.counts.words > 200000);
        QCOMPARE(read.prepared.sentences.size(), said.size());
    }

private:
    static WordLists shipped() { return wordListsFromJson(fileNamed(u"words/own-lists.json"_s)).value(); }

    /// Prepared remarks drawn from words of all lists and of none.
    static std::vector<SaidSentence> madeUp(int sentences, unsigned seed)
    {
        const WordLists lists = shipped();
        const QStringList words =
            lists.positive + lists.negative + lists.hedgeWords + lists.negators.mid(0, 3)
            + QStringList {u"revenue"_s,   u"cloud"_s, u"$12 billion"_s, u"14%"_s, u"next year"_s,
                           u"customers"_s, u"we"_s,    u"the"_s,         u"of"_s,  u"will"_s};
        std::mt19937 draw(seed);
        std::vector<SaidSentence> said;
        for (int i = 0; i < sentences; ++i) {
            QStringList sentence;
            for (int n = 0; n < 12; ++n)
                sentence << words[static_cast<qsizetype>(draw() % static_cast<unsigned>(words.size()))];
            said.push_back(
                {sentence.join(u' ') + u'.', u"Mara Ellison"_s, SpeakerKind::Management, 1 + i / 20, false});
        }
        return said;
    }

    const WordLists m_lists = shipped();
    const WordMatcher m_matcher {m_lists};
    const std::vector<SaidSentence> m_call {
        {u"Demand was strong."_s, u"Mara Ellison"_s, SpeakerKind::Management, 1, false},
        {u"Backlog rose to a record $4 billion."_s, u"Mara Ellison"_s, SpeakerKind::Management, 1, false},
        {u"How large is the backlog today?"_s, u"Dana Whitfield"_s, SpeakerKind::Analyst, 2, true},
        {u"The backlog is twice what it was."_s, u"Mara Ellison"_s, SpeakerKind::Management, 3, true},
        {u"And what will the margin be?"_s, u"Dana Whitfield"_s, SpeakerKind::Analyst, 4, true},
        {u"We’re not going to guide to that."_s, u"Tobias Renner"_s, SpeakerKind::Management, 5, true},
    };
};

QTEST_APPLESS_MAIN(TestLanguage)
#include "tst_language.moc"
