#include "core/formats/wordlists.h"
#include "core/reading/languagechange.h"
#include "core/reading/resample.h"
#include "tests/examples.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// Whether management sounds more confident or more guarded than on the call before.
class TestLanguageChange : public QObject
{
    Q_OBJECT

private slots:
    void clearlyBetterWordsAreMoreConfident()
    {
        const LanguageChange change =
            changeOf(languageOf(call(0.9), m_lists), languageOf(call(0.5), m_lists));
        QCOMPARE(change.answers.verdict, LanguageVerdict::MoreConfident);
        QCOMPARE(word(change.answers.verdict), u"more confident"_s);
        QVERIFY(*change.answers.score >= 0.75);
        const LanguagePart& tone = change.answers.parts.front();
        QCOMPARE(tone.measure, LanguageMeasure::Tone);
        QVERIFY(tone.move->low > 0);
        QVERIFY(tone.move->low < tone.move->change && tone.move->change < tone.move->high);
        QCOMPARE(tone.points(), 0.35 * tone.move->z);
    }

    void theOtherWayRoundIsMoreGuarded()
    {
        const LanguageReading good = languageOf(call(0.9), m_lists);
        const LanguageReading bad = languageOf(call(0.5), m_lists);
        QCOMPARE(changeOf(bad, good).answers.verdict, LanguageVerdict::MoreGuarded);
    }

    void theSameCallIsLittleChanged()
    {
        const LanguageReading read = languageOf(call(0.7), m_lists);
        const SectionChange change = changeOf(read, read).answers;
        QCOMPARE(change.verdict, LanguageVerdict::LittleChanged);
        QCOMPARE(change.score.value(), 0.0);
        QVERIFY(std::abs(*change.repetition - 1) < 1e-12);
    }

    void moreRefusalsAloneMakeGuarded()
    {
        std::vector<SaidSentence> open = call(0.7);
        std::vector<SaidSentence> closed = open;
        for (std::size_t i = 0, answers = 0; i < closed.size(); ++i)
            if (closed[i].answers && closed[i].voice == SpeakerKind::Management && ++answers % 8 == 0)
                closed[i].text = u"We are not going to disclose that. "_s + closed[i].text;
        const SectionChange change = changeOf(languageOf(closed, m_lists), languageOf(open, m_lists)).answers;
        const auto refusing =
            std::find_if(change.parts.begin(), change.parts.end(), [](const LanguagePart& part) {
                return part.measure == LanguageMeasure::NonAnswers;
            });
        QVERIFY(refusing->move->low > 0);
        QCOMPARE(refusing->move->z, 3.0); // cut
        QVERIFY(refusing->points() < -0.5);
        QVERIFY(std::any_of(change.moved.begin(), change.moved.end(), [](const MovingSentence& one) {
            return one.latest && one.points < 0 && one.text.startsWith(u"We are not going to disclose");
        }));
    }

    void fewWordsTellNothing()
    {
        const LanguageReading whole = languageOf(call(0.7), m_lists);
        std::vector<SaidSentence> begun = call(0.7);
        begun.resize(begun.size() / 4);
        const SectionChange change = changeOf(languageOf(begun, m_lists), whole).answers;
        QCOMPARE(change.verdict, LanguageVerdict::Unknown);
        QVERIFY(word(change.verdict).isEmpty());
        QVERIFY(change.score.error().message.endsWith(
            u"words in this part of the latest call; 300 are needed to compare."_s));
        QVERIFY(change.moved.empty());
        QCOMPARE(change.parts.size(), languageMeasures.size());
        QVERIFY(change.parts.front().prior); // what is known is shown all the same
    }

    void onlyThoseWhoSpokeBothTimesAreCompared()
    {
        std::vector<SaidSentence> latest = call(0.7);
        for (int i = 0; i < 40; ++i)
            latest.push_back({u"Weak demand, weak margins, a difficult quarter."_s, u"Ines Marlow"_s,
                              SpeakerKind::Management, 1000 + i, true});
        const LanguageReading prior = languageOf(call(0.7), m_lists);
        const SectionChange change = changeOf(languageOf(latest, m_lists), prior).answers;
        QCOMPARE(change.speakers, QStringList {u"Mara Ellison"_s});
        QCOMPARE(change.score.value(), 0.0);
    }

    /// Turns in another order give the same bits.
    void theOrderOfTurnsDoesNotMatter()
    {
        for (unsigned seed = 1; seed <= 10; ++seed) {
            const std::vector<SaidSentence> said = call(0.8, seed);
            std::vector<std::vector<SaidSentence>> exchanges;
            for (const SaidSentence& one : said) {
                if (exchanges.empty() || one.voice == SpeakerKind::Analyst)
                    exchanges.emplace_back();
                exchanges.back().push_back(one);
            }
            std::shuffle(exchanges.begin(), exchanges.end(), std::mt19937(seed));
            std::vector<SaidSentence> turned;
            for (const auto& exchange : exchanges)
                turned.insert(turned.end(), exchange.begin(), exchange.end());
            const LanguageReading prior = languageOf(call(0.6, seed + 100), m_lists);
            const SectionChange one = changeOf(languageOf(said, m_lists), prior).answers;
            const SectionChange other = changeOf(languageOf(turned, m_lists), prior).answers;
            QVERIFY2(*one.score == *other.score, qPrintable(u"seed %1"_s.arg(seed)));
            for (std::size_t i = 0; i < one.parts.size(); ++i)
                QVERIFY2(one.parts[i].move->low == other.parts[i].move->low
                             && one.parts[i].move->error == other.parts[i].move->error,
                         qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    /// The interval of two draws from one distribution has 0 inside it about nine times in ten.
    void intervalsHoldWhatTheyPromise()
    {
        int inside = 0;
        constexpr int tries = 200;
        for (unsigned seed = 1; seed <= tries; ++seed) {
            const SectionChange change =
                changeOf(languageOf(call(0.7, seed), m_lists), languageOf(call(0.7, seed + 10000), m_lists))
                    .answers;
            const LanguageMove& tone = *change.parts.front().move;
            inside += tone.low <= 0 && tone.high >= 0 ? 1 : 0;
        }
        QVERIFY2(inside >= 0.84 * tries && inside <= 0.96 * tries, qPrintable(QString::number(inside)));
    }

    void resamplesAreTheSameOnAnyMachine()
    {
        const std::vector<LanguageCounts> passages {{.words = 1}, {.words = 10}, {.words = 100}};
        const auto resamples = resampled(passages, passages);
        QCOMPARE(resamples.size(), std::size_t(1000));
        qint64 sum = 0;
        for (const Resampled& one : resamples)
            sum = (sum * 31 + qint64(7) * one.latest.words + one.prior.words) % 1000000007;
        QCOMPARE(sum, qint64(948034932));
    }

    void aCompanysUsualChange()
    {
        std::vector<SectionLanguage> inTime;
        for (const int positive : {60, 70, 60, 70, 60}) // tone 0.2, 0.4, …
            inTime.push_back({.counts = {.words = 100, .positive = positive, .negative = 100 - positive}});
        QVERIFY(!againstUsual(LanguageMeasure::Tone, inTime));
        inTime.push_back({.counts = {.words = 100, .positive = 80, .negative = 20}});
        QVERIFY(std::abs(againstUsual(LanguageMeasure::Tone, inTime).value() - 2) < 1e-12);
        for (SectionLanguage& one : inTime)
            one.counts.positive = one.counts.negative;
        QCOMPARE(againstUsual(LanguageMeasure::Tone, inTime).error().message,
                 u"This measure has never changed before."_s);
    }

private:
    /// Thirty questions with answers of four sentences; a share of the words of tone is good.
    static std::vector<SaidSentence> call(double good, unsigned seed = 1)
    {
        const QStringList better {u"Demand was strong in the region."_s, u"We saw solid growth there."_s};
        const QStringList worse {u"Demand was weak in the region."_s, u"We saw a decline there."_s};
        std::mt19937 draw(seed);
        std::vector<SaidSentence> said;
        for (int i = 0; i < 30; ++i) {
            said.push_back({u"How is demand in the region of the north?"_s, u"Analyst %1"_s.arg(i),
                            SpeakerKind::Analyst, 2 * i + 1, true});
            for (int n = 0; n < 4; ++n) {
                const bool well = static_cast<double>(draw() % 1000) < 1000 * good;
                said.push_back({(well ? better : worse)[static_cast<qsizetype>(draw() % 2)],
                                u"Mara Ellison"_s, SpeakerKind::Management, 2 * i + 2, true});
            }
        }
        return said;
    }

    const WordLists m_lists = wordListsFromJson(fileNamed(u"words/own-lists.json"_s)).value();
};

QTEST_APPLESS_MAIN(TestLanguageChange)
#include "tst_languagechange.moc"
