#include "core/reading/readabout.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace plumbline {

namespace {

constexpr int spokenOfAnyway = 3; ///< explicit sentences of a call before bare words count
constexpr int spokenOfMuch = 10;  ///< and before a neighbour makes CapEx a matter of the theme

/// "Welcome to the C3 AI earnings call": the topic stands in names only.
bool namesTheCallOnly(const QString& text)
{
    for (const QLatin1StringView phrase :
         {QLatin1StringView("earnings call"), QLatin1StringView("conference call"),
          QLatin1StringView("earnings conference"), QLatin1StringView("results call"),
          QLatin1StringView("earnings release"), QLatin1StringView("question comes from"),
          QLatin1StringView("question is from"), QLatin1StringView("the line of")})
        if (text.contains(phrase, Qt::CaseInsensitive))
            return true;
    return false;
}

/// A term within a name of several capitalised words: "Brightwell AI".
bool insideName(const QString& text, const ThemeMatch& match)
{
    if (match.first < 2 || !text[match.first].isUpper() || text[match.first - 1] != u' ')
        return false;
    qsizetype start = match.first - 1;
    while (start > 0 && text[start - 1].isLetterOrNumber())
        --start;
    return text[start].isUpper() && match.first - 1 - start > 1;
}

struct Own
{
    Aboutness about = Aboutness::None;
    bool bare = false;
    bool near = false;
    std::vector<QStringList> needs {}; ///< of bare words that count only beside other terms
};

/// What a sentence says by its own words; its terms are added to those of the call.
Own ownTopic(const SaidSentence& sentence, const ThemeMatcher& matcher, QSet<QString>& terms)
{
    Own own;
    if (sentence.voice == SpeakerKind::Operator)
        return own;
    const bool call = namesTheCallOnly(sentence.text);
    for (const ThemeMatch& match : matcher.matches(sentence.text)) {
        terms.insert(match.term);
        const bool bare = match.kind == TermKind::Bare || match.kind == TermKind::Ordinary;
        if (bare && !match.needs.isEmpty())
            own.needs.push_back(match.needs);
        else
            own.bare = own.bare || bare;
        own.near = own.near || match.kind == TermKind::Near;
        if (match.kind == TermKind::Explicit && !(call && insideName(sentence.text, match)))
            own.about = Aboutness::Explicit;
        if (match.kind == TermKind::Product && own.about == Aboutness::None)
            own.about = Aboutness::Product;
    }
    return own;
}

QStringList wordsOf(const QString& text)
{
    static const QRegularExpression technology(QStringLiteral("\\bIT\\b")); // is no pronoun
    QStringList words =
        QString(text).remove(technology).toLower().replace(u'’', u'\'').split(u' ', Qt::SkipEmptyParts);
    for (QString& word : words)
        while (!word.isEmpty() && word.back().isPunct())
            word.chop(1);
    return words;
}

/// Whether a sentence leaves the topic of the one before: "Now turning to ...".
bool turnsAway(const QStringList& words)
{
    static const QSet<QString> openers {QStringLiteral("turning"),    QStringLiteral("moving"),
                                        QStringLiteral("shifting"),   QStringLiteral("switching"),
                                        QStringLiteral("separately"), QStringLiteral("elsewhere"),
                                        QStringLiteral("looking")};
    return std::any_of(words.begin(), words.begin() + std::min<qsizetype>(3, words.size()),
                       [](const QString& word) { return openers.contains(word); });
}

/// Whether a sentence speaks of what the one before named: "It has processed ...", "Customers used it ...".
bool refersBack(const QStringList& words)
{
    static const QSet<QString> pronouns {QStringLiteral("it"),      QStringLiteral("it's"),
                                         QStringLiteral("its"),     QStringLiteral("they"),
                                         QStringLiteral("them"),    QStringLiteral("their"),
                                         QStringLiteral("they're"), QStringLiteral("they've"),
                                         QStringLiteral("these"),   QStringLiteral("those")};
    static const QSet<QString> openers {QStringLiteral("this"),     QStringLiteral("that"),
                                        QStringLiteral("that's"),   QStringLiteral("users"),
                                        QStringLiteral("adoption"), QStringLiteral("usage")};
    constexpr qsizetype opening = 8; // words within which a sentence says what it is about
    const bool resumes = words.value(0) == u"the" && words.value(1) == u"equivalent";
    const bool seen = words.contains(QStringLiteral("seen")) && words.contains(QStringLiteral("users"));
    const bool access = words.contains(QStringLiteral("access")) && words.value(0) == u"we've";
    return resumes || seen || access || openers.contains(words.value(0))
        || std::any_of(words.begin(), words.begin() + std::min<qsizetype>(opening, words.size()),
                       [](const QString& word) { return pronouns.contains(word); });
}

/// Whether a sentence takes its topic from its neighbours of the same turn, or from the question it answers.
class Neighbours
{
public:
    Neighbours(const std::vector<SaidSentence>& sentences, std::vector<SentenceTopic>& topics)
        : m_sentences(sentences)
        , m_topics(topics)
    {}

    void settle()
    {
        for (std::size_t i = 0; i < m_sentences.size(); ++i) {
            notice(i);
            if (m_topics[i].own != Aboutness::None)
                m_chain = 0;
            if (m_topics[i].own != Aboutness::None || m_sentences[i].voice == SpeakerKind::Operator)
                continue;
            if ((m_topics[i].near && nearby(i)) || follows(i)) {
                m_topics[i].about = Aboutness::Context;
                ++m_chain;
            } else {
                m_chain = 0;
            }
        }
    }

private:
    static constexpr std::size_t reach = 3;       ///< sentences on each side
    static constexpr std::size_t answerReach = 8; ///< sentences of an answer that its question still covers

    static constexpr int chainReach = 4; ///< sentences in a row that only refer back

    /// Keeps where the turn began and whether the question before it was about the theme.
    void notice(std::size_t i)
    {
        if (i > 0 && m_sentences[i].turn == m_sentences[i - 1].turn)
            return;
        if (i > 0 && m_sentences[i - 1].voice == SpeakerKind::Analyst) {
            m_asked = false;
            for (std::size_t j = m_turn; j < i; ++j)
                m_asked = m_asked || m_topics[j].own != Aboutness::None;
        } else if (m_sentences[i].voice != SpeakerKind::Management) {
            m_asked = false;
        }
        m_turn = i;
    }

    bool nearby(std::size_t i) const
    {
        if (m_asked && m_sentences[i].voice == SpeakerKind::Management && i < m_turn + answerReach)
            return true;
        for (std::size_t j = i > reach ? i - reach : 0; j < m_sentences.size() && j <= i + reach; ++j)
            if (m_topics[j].own != Aboutness::None && m_sentences[j].turn == m_sentences[i].turn)
                return true;
        return false;
    }

    bool follows(std::size_t i) const
    {
        if (i == 0 || m_sentences[i - 1].turn != m_sentences[i].turn
            || m_topics[i - 1].about == Aboutness::None || m_chain >= chainReach)
            return false;
        const QStringList words = wordsOf(m_sentences[i].text);
        constexpr qsizetype shortly = 12; // words of an afterthought: "We've now spent ... so far this year."
        return !turnsAway(words) && (refersBack(words) || (m_topics[i - 1].near && words.size() <= shortly));
    }

    const std::vector<SaidSentence>& m_sentences;
    std::vector<SentenceTopic>& m_topics;
    std::size_t m_turn = 0;
    bool m_asked = false;
    int m_chain = 0;
};

} // namespace

std::vector<SentenceTopic> topicsOf(const std::vector<SaidSentence>& sentences, const ThemeMatcher& matcher)
{
    std::vector<Own> own;
    own.reserve(sentences.size());
    QSet<QString> terms;
    int explicitly = 0;
    for (const SaidSentence& sentence : sentences) {
        own.push_back(ownTopic(sentence, matcher, terms));
        explicitly += own.back().about == Aboutness::Explicit;
    }
    std::vector<SentenceTopic> topics(sentences.size());
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        topics[i] = {own[i].about, own[i].near && explicitly >= spokenOfMuch, own[i].about};
        const bool met = std::any_of(own[i].needs.begin(), own[i].needs.end(), [&](const QStringList& needs) {
            return std::any_of(needs.begin(), needs.end(),
                               [&](const QString& term) { return terms.contains(term); });
        });
        if (topics[i].own == Aboutness::None && (own[i].bare || met) && explicitly >= spokenOfAnyway)
            topics[i].own = topics[i].about = Aboutness::Product;
    }
    Neighbours(sentences, topics).settle();
    return topics;
}

} // namespace plumbline
