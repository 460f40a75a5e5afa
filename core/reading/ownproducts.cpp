#include "core/reading/ownproducts.h"

#include "core/reading/readwords.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace plumbline {

namespace {

/// A word with the mark that ends its clause, if one stands behind it.
struct Token
{
    QString text {};
    QString small {};
    bool ends = false; ///< a comma or a full stop follows
};

std::vector<Token> tokensOf(const QString& text)
{
    static const QRegularExpression word(
        QStringLiteral("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}&+-]*[\\p{L}\\p{N}+])?"));
    static const QRegularExpression mark(QStringLiteral("[,;:.!?()\u2013\u2014]"));
    std::vector<Token> tokens;
    qsizetype end = 0;
    for (auto match = word.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        if (!tokens.empty())
            tokens.back().ends = QStringView(text).sliced(end, one.capturedStart() - end).contains(mark);
        tokens.push_back({one.captured(), one.captured().toLower(), false});
        end = one.capturedEnd();
    }
    if (!tokens.empty())
        tokens.back().ends = true;
    return tokens;
}

bool isArticle(const QString& word)
{
    return word == u"our" || word == u"the" || word == u"a" || word == u"an";
}

/// A person or another company is introduced, not a product.
bool isOfSomebody(const QStringList& phrase)
{
    static const QSet<QString> somebody = wordSet(
        {u"head",       u"chief",     u"officer", u"president", u"leader",     u"founder",  u"partner",
         u"partners",   u"company",   u"firm",    u"customer",  u"customers",  u"client",   u"startup",
         u"start-up",   u"lab",       u"team",    u"teams",     u"vendor",     u"supplier", u"provider",
         u"competitor", u"colleague", u"analyst", u"summit",    u"conference", u"event",    u"director",
         u"country",    u"city",      u"state"});
    return std::any_of(phrase.begin(), phrase.end(),
                       [&](const QString& word) { return somebody.contains(word.toLower()); });
}

class Learner
{
public:
    Learner(const std::vector<std::vector<SaidSentence>>& calls, const Theme& theme, const QString& company)
        : m_theme(theme)
        , m_introduces(introducing(theme))
        , m_known(theme, company)
    {
        for (const QString& word : saidWords(company))
            m_people.insert(word);
        for (const std::vector<SaidSentence>& call : calls)
            for (const SaidSentence& sentence : call)
                look(sentence);
    }

    QStringList learn(const std::vector<std::vector<SaidSentence>>& calls)
    {
        for (const std::vector<SaidSentence>& call : calls)
            for (std::size_t i = 0; i < call.size(); ++i)
                if (isManagement(call[i]))
                    learnFrom(call, i);
        QStringList names;
        for (auto one = m_learnt.cbegin(); one != m_learnt.cend(); ++one)
            if (const QString first = one.key().section(u' ', 0, 0);
                m_said.value(first) >= often && m_within.contains(first) && !m_known.names(one.key()))
                names += one.key();
        return names;
    }

private:
    static constexpr int often = 2;             ///< sentences that say a name before it is one
    static constexpr std::size_t wide = 8;      ///< words of an introduction
    static constexpr std::size_t announces = 6; ///< words of "Now, Fennick."
    static constexpr std::size_t soon = 3; ///< sentences behind an announcement that introduce what it named
    static constexpr std::size_t longest = 3; ///< words of a name

    /// "Thank you, Ann": whoever is greeted is a person.
    static bool greets(const std::vector<Token>& tokens, std::size_t at)
    {
        const QString& word = tokens[at].small;
        const bool thanks = word == u"you" && at > 0 && tokens[at - 1].small == u"thank";
        return thanks || word == u"thanks" || word == u"hi" || word == u"hello" || word == u"morning"
            || word == u"afternoon" || word == u"evening" || word == u"okay";
    }

    static ThemeMatcher introducing(const Theme& theme)
    {
        Theme words {.id = theme.id, .title = theme.title};
        for (const ThemeTerm& term : theme.terms)
            if (term.kind == TermKind::Explicit || term.kind == TermKind::Not)
                words.terms.push_back(term);
        for (const QString& word : theme.introducers)
            words.terms.push_back({word, TermKind::Explicit, {}});
        return ThemeMatcher(words);
    }

    void look(const SaidSentence& sentence)
    {
        for (const QString& word : saidWords(sentence.speaker))
            m_people.insert(word);
        QSet<QString> here;
        const std::vector<Token> tokens = tokensOf(sentence.text);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].text.front().isLower())
                m_small.insert(tokens[i].small);
            else if (i > 0 && greets(tokens, i - 1))
                m_people.insert(tokens[i].small);
            if (i > 0 && !tokens[i - 1].ends)
                m_within.insert(tokens[i].text);
            here.insert(tokens[i].text);
        }
        if (isManagement(sentence))
            for (const QString& word : std::as_const(here))
                ++m_said[word];
    }

    /// Whether a word can be one of a name: written with a capital, never without, no abbreviation, nobody's name.
    bool names(const Token& token) const
    {
        static const QSet<QString> calendar = wordSet(
            {u"january",   u"february",  u"march",   u"april",    u"may",      u"june",     u"july",
             u"august",    u"september", u"october", u"november", u"december", u"monday",   u"tuesday",
             u"wednesday", u"thursday",  u"friday",  u"saturday", u"sunday",   u"christmas"});
        const bool written =
            token.text.size() > 2 && token.text.front().isUpper()
            && std::any_of(token.text.begin() + 1, token.text.end(), [](QChar c) { return c.isLower(); });
        return written && !isArticle(token.small) && !m_small.contains(token.small)
            && !m_people.contains(token.small) && !calendar.contains(token.small);
    }

    /// Whether the words from one place on introduce: an article, then a word of the theme before the clause ends.
    bool introduced(const std::vector<Token>& tokens, std::size_t from) const
    {
        if (from >= tokens.size() || !isArticle(tokens[from].small))
            return false;
        QStringList phrase;
        for (std::size_t i = from; i < tokens.size() && i < from + wide; ++i) {
            if (tokens[i].small == u"that" || tokens[i].small == u"which" || tokens[i].small == u"who")
                break;
            phrase += tokens[i].text;
            if (tokens[i].ends)
                break;
        }
        return !isOfSomebody(phrase) && m_introduces.names(phrase.join(u' '));
    }

    bool introducedBehind(const std::vector<Token>& tokens, std::size_t name, std::size_t end) const
    {
        if (end >= tokens.size())
            return false;
        if (tokens[end - 1].ends)
            return introduced(tokens, tokens[end].small == u"which" ? end + 2 : end);
        return tokens[end].small == u"is" ? introduced(tokens, end + 1)
                                          : name + longest >= end && isWordOf(tokens[end]);
    }

    /// "Fennick agents"
    bool isWordOf(const Token& token) const
    {
        return token.text.front().isLower()
            && std::any_of(m_theme.introducers.begin(), m_theme.introducers.end(), [&](const QString& word) {
                   return token.small == word || token.small == word + u's';
               });
    }

    /// "our design assistant, Fennick", "a model that we call Fennick"
    bool introducedBefore(const std::vector<Token>& tokens, std::size_t name) const
    {
        if (name < 2)
            return false;
        const QString& before = tokens[name - 1].small;
        const bool called = before == u"called" || before == u"named" || before == u"call"
                         || (before == u"it" && tokens[name - 2].small == u"call");
        if (!called && !tokens[name - 1].ends)
            return false;
        for (std::size_t i = name - 1; i-- > 0 && i + wide > name;) {
            if (!called && tokens[i].ends)
                return false;
            if (tokens[i].small == u"our" || (called && isArticle(tokens[i].small)))
                return introduced(tokens, i);
        }
        return false;
    }

    /// "Now, Fennick. If you have not tried our design assistant ..."
    bool introducedSoon(const std::vector<SaidSentence>& call, std::size_t at) const
    {
        for (std::size_t i = at + 1; i < call.size() && i <= at + soon && call[i].turn == call[at].turn;
             ++i) {
            const std::vector<Token> tokens = tokensOf(call[i].text);
            for (std::size_t j = 1; j < tokens.size(); ++j)
                if ((tokens[j].small == u"our" || tokens[j - 1].small == u"is") && introduced(tokens, j))
                    return true;
        }
        return false;
    }

    void learnFrom(const std::vector<SaidSentence>& call, std::size_t at)
    {
        const std::vector<Token> tokens = tokensOf(call[at].text);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (!names(tokens[i]))
                continue;
            std::size_t end = i + 1;
            while (end < tokens.size() && !tokens[end - 1].ends && names(tokens[end]))
                ++end;
            const bool announced = end == tokens.size() && tokens.size() <= announces;
            if (end - i <= longest
                && (introducedBehind(tokens, i, end) || introducedBefore(tokens, i)
                    || (announced && introducedSoon(call, at))))
                m_learnt.insert(nameOf(tokens, i, end), true);
            i = end - 1;
        }
    }

    static QString nameOf(const std::vector<Token>& tokens, std::size_t from, std::size_t end)
    {
        QStringList words;
        for (std::size_t i = from; i < end; ++i)
            words += tokens[i].text;
        return words.join(u' ');
    }

    const Theme& m_theme;
    ThemeMatcher m_introduces;
    ThemeMatcher m_known;
    QSet<QString> m_small {};
    QSet<QString> m_people {};
    QSet<QString> m_within {}; ///< said within a sentence, not at its beginning or behind a comma alone
    QHash<QString, int> m_said {};
    QMap<QString, bool> m_learnt {};
};

} // namespace

QStringList ownProducts(const std::vector<std::vector<SaidSentence>>& calls, const Theme& theme,
                        const QString& company)
{
    return Learner(calls, theme, company).learn(calls);
}

Theme withProducts(Theme theme, const QStringList& names)
{
    for (const QString& name : names)
        theme.terms.push_back({name, TermKind::Product, {}});
    return theme;
}

} // namespace plumbline
