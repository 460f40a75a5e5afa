#include "core/reading/language.h"

#include "core/reading/questions.h"
#include "core/reading/readperiod.h"
#include "core/reading/readwords.h"
#include "core/reading/spoken.h"
#include "core/reading/spokenwords.h"
#include "core/reading/wordmatcher.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Language)
};

constexpr int passageLength = 8;
constexpr qsizetype negationReach = 3;
constexpr int longWord = 3; ///< syllables

/// A figure that makes speech specific: spans of time and bare counts do not.
bool isSpecific(const SpokenFigure& figure)
{
    if (figure.corrected)
        return false;
    switch (figure.unit) {
    case SpokenUnit::Money:
    case SpokenUnit::Percent:
    case SpokenUnit::Points:
    case SpokenUnit::BasisPoints:
    case SpokenUnit::Hours: return true;
    case SpokenUnit::Count: return !figure.noun.isEmpty();
    case SpokenUnit::Other: return !figure.noun.isEmpty() && !isDuration(figure.noun);
    case SpokenUnit::Ratio: return false;
    }
    return false;
}

/// The words of a sentence and what the lists say of each.
struct LookedUp
{
    QStringList words {};
    std::vector<unsigned> kinds {};

    bool carriesTopic(qsizetype at) const
    {
        return (kinds[static_cast<std::size_t>(at)] & WordMatcher::Stop) == 0;
    }
};

LookedUp lookedUp(const QString& sentence, const WordMatcher& matcher)
{
    LookedUp result {countedWords(sentence), {}};
    result.kinds.reserve(static_cast<std::size_t>(result.words.size()));
    for (const QString& word : std::as_const(result.words))
        result.kinds.push_back(matcher.kindsOf(word));
    return result;
}

/// Tone, hedges and certainty of one sentence, word by word.
class WordCounter
{
public:
    WordCounter(const LookedUp& looked, const WordMatcher& matcher)
        : m_words(looked.words)
        , m_kinds(looked.kinds)
        , m_matcher(matcher)
    {}

    LanguageCounts counts()
    {
        for (qsizetype at = 0; at < m_words.size(); ++at)
            count(at);
        m_counts.words = static_cast<int>(m_words.size());
        m_counts.sentences = m_words.isEmpty() ? 0 : 1;
        m_counts.forward = m_forward && !m_excluded ? 1 : 0;
        return m_counts;
    }

private:
    void count(qsizetype at)
    {
        const unsigned kinds = m_kinds[static_cast<std::size_t>(at)];
        const WordMatcher::Found phrase = m_matcher.phraseAt(m_words, at, kinds);
        m_forward = m_forward || ((kinds | phrase.kinds) & WordMatcher::Forward) != 0;
        m_excluded = m_excluded || ((kinds | phrase.kinds) & WordMatcher::ForwardExclude) != 0;
        if ((phrase.kinds & WordMatcher::Hedge) != 0 && at >= m_taken) {
            ++m_counts.hedges;
            m_taken = at + phrase.length;
        }
        if (at >= m_taken) {
            m_counts.hedges += (kinds & WordMatcher::Hedge) != 0 ? 1 : 0;
            m_counts.certain += (kinds & WordMatcher::Certain) != 0 ? 1 : 0;
        }
        if ((kinds & (WordMatcher::Positive | WordMatcher::Negative)) != 0)
            ++(((kinds & WordMatcher::Positive) != 0) != negated(at) ? m_counts.positive : m_counts.negative);
        m_counts.longWords += syllables(m_words[at]) >= longWord ? 1 : 0;
    }

    bool negated(qsizetype at) const
    {
        for (qsizetype before = std::max<qsizetype>(at - negationReach, 0); before < at; ++before)
            if ((m_kinds[static_cast<std::size_t>(before)] & WordMatcher::Negator) != 0)
                return true;
        return false;
    }

    const QStringList& m_words;
    const std::vector<unsigned>& m_kinds;
    const WordMatcher& m_matcher;
    LanguageCounts m_counts {};
    qsizetype m_taken = 0; ///< words before it belong to a phrase
    bool m_forward = false;
    bool m_excluded = false;
};

LanguageCounts counted(const QString& sentence, const LookedUp& looked, const WordMatcher& matcher)
{
    LanguageCounts counts = WordCounter(looked, matcher).counts();
    for (const SpokenFigure& figure : spokenFigures(sentence))
        counts.figures += isSpecific(figure) ? 1 : 0;
    counts.specificForward = counts.forward > 0 && counts.figures > 0 && namesPeriod(sentence) ? 1 : 0;
    return counts;
}

class Reader
{
public:
    Reader(const std::vector<SaidSentence>& said, const WordLists& lists) : m_said(said), m_matcher(lists) {}

    LanguageReading read()
    {
        for (const SaidSentence& one : m_said)
            m_looked.push_back(one.voice == SpeakerKind::Operator ? LookedUp()
                                                                  : lookedUp(one.text, m_matcher));
        readExchanges();
        for (std::size_t at = 0; at < m_said.size(); ++at)
            if (isManagement(m_said[at]))
                add(at, m_said[at].answers ? m_reading.answers : m_reading.prepared);
        for (SectionLanguage* section : {&m_reading.prepared, &m_reading.answers})
            for (const Passage& passage : section->passages)
                section->counts += passage.answer;
        return std::move(m_reading);
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void readExchanges()
    {
        m_exchanges = exchangesIn(m_said);
        m_exchangeOf.assign(m_said.size(), none);
        for (std::size_t i = 0; i < m_exchanges.size(); ++i)
            for (const std::size_t at : m_exchanges[i].answer)
                m_exchangeOf[at] = i;
    }

    /// Whether a sentence goes on with the passage of the one before.
    bool goesOn(std::size_t at, const SectionLanguage& section) const
    {
        if (section.sentences.empty() || m_passageLength == 0)
            return false;
        const std::size_t last = section.sentences.back().sentence;
        if (m_said[at].answers)
            return m_exchangeOf[at] == m_exchangeOf[last] && (m_exchangeOf[at] != none || last + 1 == at);
        return m_said[last].turn == m_said[at].turn && m_passageLength < passageLength;
    }

    void add(std::size_t at, SectionLanguage& section)
    {
        if (!goesOn(at, section)) {
            m_passageLength = 0;
            section.passages.push_back(
                {m_exchangeOf[at] == none ? LanguageCounts {} : answerCounts(m_exchanges[m_exchangeOf[at]])});
        }
        ++m_passageLength;
        SentenceLanguage sentence {.sentence = at,
                                   .passage = section.passages.size() - 1,
                                   .speaker = m_said[at].speaker,
                                   .text = m_said[at].text,
                                   .counts = counted(m_said[at].text, m_looked[at], m_matcher)};
        section.counts += sentence.counts;
        Passage& passage = section.passages.back();
        if (passage.answer.answers > 0 && !m_matcher.nonAnswerOf(m_said[at].text).isEmpty())
            sentence.counts.nonAnswers = passage.answer.nonAnswers = 1;
        const LookedUp& looked = m_looked[at];
        for (qsizetype i = 0; i < looked.words.size(); ++i)
            if (looked.carriesTopic(i))
                ++section.topics[looked.words[i]];
        section.sentences.push_back(std::move(sentence));
    }

    LanguageCounts answerCounts(const ExchangePlaces& exchange) const
    {
        LanguageCounts counts {.answers = 1};
        QSet<QString> asked;
        for (const std::size_t at : exchange.question) {
            const LookedUp& looked = m_looked[at];
            counts.questionWords += static_cast<int>(looked.words.size());
            for (qsizetype i = 0; i < looked.words.size(); ++i)
                if (looked.carriesTopic(i))
                    asked.insert(looked.words[i]);
        }
        counts.asked = static_cast<int>(asked.size());
        for (const std::size_t at : exchange.answer) {
            counts.answerWords += static_cast<int>(m_looked[at].words.size());
            for (const QString& word : m_looked[at].words)
                counts.repeated += asked.remove(word) ? 1 : 0;
        }
        return counts;
    }

    const std::vector<SaidSentence>& m_said;
    WordMatcher m_matcher;
    std::vector<LookedUp> m_looked {};
    std::vector<ExchangePlaces> m_exchanges {};
    std::vector<std::size_t> m_exchangeOf {};
    int m_passageLength = 0;
    LanguageReading m_reading {};
};

} // namespace

int syllables(QStringView word)
{
    int groups = 0;
    bool within = false;
    for (const QChar c : word) {
        const bool vowel = QStringView(u"aeiouy").contains(c);
        groups += vowel && !within ? 1 : 0;
        within = vowel;
    }
    const auto letter = [&](qsizetype back) {
        return word.size() >= back ? word[word.size() - back] : QChar();
    };
    const auto isVowel = [](QChar c) { return QStringView(u"aeiouy").contains(c); };
    const bool silentE =
        letter(1) == u'e' && !isVowel(letter(2)) && !(letter(2) == u'l' && !isVowel(letter(3)));
    const bool silentEd =
        word.endsWith(u"ed") && !isVowel(letter(3)) && letter(3) != u't' && letter(3) != u'd';
    const bool silentEs =
        word.endsWith(u"es") && !isVowel(letter(3)) && !QStringView(u"sxzcgh").contains(letter(3));
    if (groups > 1 && (silentE || silentEd || silentEs))
        --groups;
    return std::max(groups, 1);
}

LanguageCounts countsOf(const QString& sentence, const WordMatcher& matcher)
{
    return counted(sentence, lookedUp(sentence, matcher), matcher);
}

LanguageReading languageOf(const std::vector<SaidSentence>& sentences, const WordLists& lists)
{
    return Reader(sentences, lists).read();
}

LanguageReading languageOf(const Transcript& transcript, const WordLists& lists)
{
    return languageOf(saidSentences(transcript), lists);
}

Result<double> repetition(const SectionLanguage& latest, const SectionLanguage& prior)
{
    qint64 both = 0;
    qint64 latestSquares = 0;
    qint64 priorSquares = 0;
    for (auto word = latest.topics.begin(); word != latest.topics.end(); ++word) {
        both += qint64(word.value()) * prior.topics.value(word.key());
        latestSquares += qint64(word.value()) * word.value();
    }
    for (const int count : prior.topics)
        priorSquares += qint64(count) * count;
    if (latestSquares == 0 || priorSquares == 0)
        return failure(Error::Kind::Unknown,
                       Words::tr("Management says nothing in this part of one of the two calls."));
    return static_cast<double>(both)
         / (std::sqrt(static_cast<double>(latestSquares)) * std::sqrt(static_cast<double>(priorSquares)));
}

} // namespace plumbline
