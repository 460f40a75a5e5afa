#include "core/reading/claimscope.h"

#include "core/reading/claimless.h"
#include "core/reading/readabout.h"
#include "core/reading/readfigures.h"
#include "core/reading/readwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::size_t reach = 3; ///< sentences before one that still say what it speaks of
constexpr int spokenOfMuch = 8;  ///< sentences about the theme before its surroundings count anywhere

/// Words in small letters, without plural, as nouns are compared.
QString folded(QString word)
{
    if (word.endsWith(u"'s"))
        word.chop(2);
    if (word.size() > 3 && word.endsWith(u's') && !word.endsWith(u"ss"))
        word.chop(1);
    return word;
}

/// Words that sentences share whatever they speak of.
bool saysLittle(const QString& word)
{
    static const QSet<QString> words = wordSet(
        {u"about",   u"after",    u"again",    u"against",  u"already", u"because",  u"before",    u"being",
         u"billion", u"business", u"company",  u"compared", u"could",   u"customer", u"dollar",    u"every",
         u"expect",  u"first",    u"going",    u"great",    u"growth",  u"increase", u"million",   u"month",
         u"other",   u"people",   u"percent",  u"point",    u"quarter", u"result",   u"revenue",   u"second",
         u"since",   u"still",    u"strong",   u"their",    u"there",   u"these",    u"thing",     u"third",
         u"those",   u"three",    u"today",    u"total",    u"where",   u"which",    u"while",     u"would",
         u"years",   u"market",   u"margin",   u"earning",  u"million", u"trillion", u"continue",  u"product",
         u"service", u"fiscal",   u"guidance", u"really",   u"think",   u"should",   u"number",    u"cost",
         u"higher",  u"lower",    u"around",   u"nearly",   u"almost",  u"demand",   u"investment"});
    return word.size() < 5 || words.contains(word) || !word.front().isLetter();
}

/// Nouns that a sentence takes as known: "the twelve terminals", "those shippers".
QSet<QString> knownNounsOf(const QString& text)
{
    static const QSet<QString> pointing = wordSet({u"the", u"these", u"those", u"that", u"this", u"our"});
    constexpr int within = 3;
    QSet<QString> nouns;
    int left = 0;
    for (const QString& word : saidWords(text)) {
        if (pointing.contains(word)) {
            left = within;
            continue;
        }
        if (const QString noun = folded(word); left-- > 0 && !saysLittle(noun))
            nouns.insert(noun);
    }
    return nouns;
}

QSet<QString> nounsOf(const QString& text)
{
    QSet<QString> nouns;
    for (const QString& word : saidWords(text))
        if (const QString noun = folded(word); !saysLittle(noun))
            nouns.insert(noun);
    return nouns;
}

bool turnsAway(const QString& text)
{
    static const QRegularExpression away(
        QStringLiteral("^(now )?(turning|moving|shifting|switching|separately|elsewhere|looking "
                       "at|next,|finally,|other )"),
        QRegularExpression::CaseInsensitiveOption);
    return away.match(text).hasMatch();
}

enum class Scope : std::uint8_t { None, Around, Own };

class Scopes
{
public:
    Scopes(const std::vector<SaidSentence>& sentences, const Theme& theme, const ThemeMatcher& matcher)
        : m_sentences(sentences)
        , m_theme(theme)
        , m_topics(topicsOf(sentences, matcher))
        , m_spoken(std::count_if(m_topics.begin(), m_topics.end(),
                                 [](const SentenceTopic& one) { return one.own != Aboutness::None; }))
    {
        for (std::size_t i = 0; i < sentences.size(); ++i)
            m_scopes.push_back(scopeOf(i));
    }

    Scope at(std::size_t i) const { return m_scopes[i]; }
    Aboutness about(std::size_t i) const
    {
        return m_topics[i].about == Aboutness::None ? Aboutness::Context : m_topics[i].about;
    }

private:
    Scope scopeOf(std::size_t i) const
    {
        if (!isManagement(m_sentences[i]))
            return Scope::None;
        if (m_topics[i].own != Aboutness::None)
            return Scope::Own;
        if (m_topics[i].about != Aboutness::None || goesOn(i) || isTakenUp(i))
            return Scope::Around;
        return isAround(i) ? Scope::Around : Scope::None;
    }

    /// Whether it goes on with what a sentence shortly before said of the theme.
    bool goesOn(std::size_t i) const
    {
        if (turnsAway(m_sentences[i].text))
            return false;
        const bool brings =
            saysAnyOf(m_sentences[i].text, m_theme.brings) || saysAnyOf(m_sentences[i].text, m_theme.around);
        const QSet<QString> nouns = knownNounsOf(m_sentences[i].text);
        for (std::size_t back = 1; back <= reach && back <= i; ++back) {
            const std::size_t j = i - back;
            if (m_sentences[j].turn != m_sentences[i].turn)
                return false;
            const bool said = m_topics[j].about != Aboutness::None; // itself, not through what follows it
            if ((brings && back == 1 && isAround(j)) || (said && (brings || announces(j)))
                || (m_scopes[j] != Scope::None && nouns.intersects(nounsOf(m_sentences[j].text))))
                return true;
            if (turnsAway(m_sentences[j].text))
                return false;
        }
        return false;
    }

    bool isAround(std::size_t i) const
    {
        return m_spoken >= spokenOfMuch && saysAnyOf(m_sentences[i].text, m_theme.around);
    }

    /// "Let me add some precision on the planner."
    bool announces(std::size_t i) const
    {
        constexpr qsizetype shortly = 8;
        return m_topics[i].own != Aboutness::None && saidWords(m_sentences[i].text).size() <= shortly
            && !m_sentences[i].text.contains(digit());
    }
    static const QRegularExpression& digit()
    {
        static const QRegularExpression one(QStringLiteral("[0-9]"));
        return one;
    }

    /// Whether the next sentence, about the theme, refers to it: "A team of 8, with coding assistants, finished it."
    bool isTakenUp(std::size_t i) const
    {
        static const QRegularExpression refers(QStringLiteral("\\b(it|that|this|them|those|these)\\b"));
        return i + 1 < m_sentences.size() && m_sentences[i + 1].turn == m_sentences[i].turn
            && (m_topics[i + 1].own == Aboutness::Explicit || isAround(i + 1))
            && refers.match(m_sentences[i + 1].text).hasMatch();
    }

    const std::vector<SaidSentence>& m_sentences;
    const Theme& m_theme;
    std::vector<SentenceTopic> m_topics;
    std::ptrdiff_t m_spoken = 0;
    std::vector<Scope> m_scopes {};
};

} // namespace

std::vector<ThemeFigure> claimFigures(const std::vector<SaidSentence>& sentences, const Theme& theme,
                                      const CallFrame& frame)
{
    const ThemeMatcher matcher(theme, frame.company);
    const Scopes scopes(sentences, theme, matcher);
    std::vector<ThemeFigure> result;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (scopes.at(i) == Scope::None)
            continue;
        for (Quantification& said : figuresOf(sentences, i, frame, SmallCounts::PartsOfAWhole)) {
            if (!claimsNothing(said, scopes.at(i) == Scope::Own, theme, matcher))
                result.push_back({i, scopes.about(i), std::move(said)});
        }
    }
    return result;
}

} // namespace plumbline
