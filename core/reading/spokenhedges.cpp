#include "core/reading/spokenhedges.h"

#include "core/reading/spokenwords.h"

namespace plumbline {

namespace {

bool isStop(const SpokenToken& token)
{
    return token.is(u",") || token.is(u".") || token.is(u";") || token.is(u"?") || token.is(u"!")
        || token.is(u":");
}

Bound boundBefore(const QString& before, const QString& word)
{
    static const QSet<QString> least =
        wordSet({u"over", u"above", u"exceeding", u"exceeded", u"exceeds", u"exceed", u"surpassed",
                 u"surpassing", u"topped", u"beyond"});
    static const QSet<QString> most = wordSet({u"under", u"below"});
    static const QSet<QString> about =
        wordSet({u"about", u"approximately", u"around", u"roughly", u"nearly", u"almost", u"circa", u"some",
                 u"approaching", u"approx", u"~", u"like", u"say"});
    if (word == u"than") {
        if (before == u"more" || before == u"greater" || before == u"better" || before == u"higher"
            || before == u"larger")
            return Bound::AtLeast;
        if (before == u"less" || before == u"fewer" || before == u"lower")
            return Bound::AtMost;
        return Bound::Exact;
    }
    if (word == u"least"
        || (word == u"of" && (before == u"north" || before == u"excess" || before == u"upwards"))
        || (word == u"as" && before == u"minimum"))
        return Bound::AtLeast;
    if ((word == u"to" && before == u"up") || (word == u"of" && before == u"south")
        || ((word == u"much" || word == u"many") && before == u"as") || word == u"maximum"
        || (word == u"most" && before == u"at"))
        return Bound::AtMost;
    if ((word == u"to" && before == u"close") || (word == u"of" && before == u"shy")
        || (word == u"it" && before == u"call") || (word == u"under" && before == u"just"))
        return Bound::About;
    if (least.contains(word))
        return Bound::AtLeast;
    if (most.contains(word))
        return Bound::AtMost;
    return about.contains(word) ? Bound::About : Bound::Exact;
}

} // namespace

SpokenHedge hedgeOf(const SpokenTokens& tokens, std::size_t first, std::size_t end)
{
    SpokenHedge hedge {.end = end};
    if (const std::size_t plus = overHyphen(tokens, end); plus != end && wordAt(tokens, plus) == u"plus") {
        hedge.bound = Bound::AtLeast; // "$100 million-plus contracts"
        hedge.end = plus + 1;
        return hedge;
    }
    const QString& behind = wordAt(tokens, end);
    const QString& next = wordAt(tokens, end + 1);
    if ((behind == u"plus" && next != u"or") || (behind == u"+" && next != u"/")) {
        hedge.bound = Bound::AtLeast;
        ++hedge.end;
        return hedge;
    }
    if (behind == u"or"
        && (next == u"more" || next == u"better" || next == u"higher" || next == u"greater")) {
        hedge.bound = Bound::AtLeast;
        return hedge;
    }
    if (behind == u"or" && (next == u"less" || next == u"lower" || next == u"fewer")) {
        hedge.bound = Bound::AtMost;
        return hedge;
    }
    static const QSet<QString> fillers = wordSet(
        {u"a", u"an", u"the", u"another", u"our", u"well", u"probably", u"only", u",", u"of", u"that"});
    for (std::size_t back = 1; back <= 3 && back <= first; ++back) {
        const QString& word = wordAt(tokens, first - back);
        const QString none;
        const Bound bound = boundBefore(first > back ? wordAt(tokens, first - back - 1) : none, word);
        if (bound != Bound::Exact) {
            hedge.bound = bound;
            return hedge;
        }
        if (!fillers.contains(word) && word != u"it")
            break;
    }
    if ((behind == u"or" && next == u"so") || behind == u"ish" || (behind == u"-" && next == u"ish"))
        hedge.bound = Bound::About;
    return hedge;
}

bool fallsBefore(const SpokenTokens& tokens, std::size_t first)
{
    for (std::size_t back = 1; back <= 5 && back <= first; ++back) {
        const SpokenToken& token = tokens[first - back];
        if (isStop(token) || token.kind == SpokenToken::Kind::Number || token.is(u"to"))
            return false;
        if (isFall(token.word))
            return true;
        if (isChange(token.word))
            return false;
    }
    return false;
}

bool movesFrom(const SpokenTokens& tokens, std::size_t first)
{
    std::size_t from = 0;
    for (std::size_t back = 1; back <= 3 && back <= first && from == 0; ++back)
        if (wordAt(tokens, first - back) == u"from")
            from = first - back;
    if (from == 0)
        return false;
    static const QSet<QString> ranges = wordSet(
        {u"expect", u"expected", u"expects", u"range", u"ranging", u"ranges", u"guidance", u"anticipate"});
    for (std::size_t back = 1; back <= 10 && back <= from; ++back) {
        const SpokenToken& token = tokens[from - back];
        if (token.is(u".") || token.is(u"?"))
            break;
        if (ranges.contains(token.word))
            return false;
        if (isChange(token.word))
            return true;
    }
    return false;
}

bool pairedBefore(const SpokenTokens& tokens, std::size_t first)
{
    for (std::size_t back = 1; back <= 3 && back <= first; ++back)
        if (wordAt(tokens, first - back) == u"between")
            return true;
    return false;
}

QString perOf(const SpokenTokens& tokens, std::size_t end)
{
    static const QSet<QString> spans =
        wordSet({u"month", u"quarter", u"year", u"day", u"week", u"hour", u"minute", u"second", u"share",
                 u"user", u"seat", u"unit", u"customer"});
    for (std::size_t ahead = 0; ahead < 5 && end + ahead + 1 < tokens.size(); ++ahead) {
        const SpokenToken& token = tokens[end + ahead];
        if (isStop(token) || token.kind == SpokenToken::Kind::Number)
            break;
        const bool each = token.is(u"per") || token.is(u"each") || token.is(u"every") || token.is(u"/");
        const QString& behind = wordAt(tokens, end + ahead + 2); // "a year ago" is no rate
        const bool past =
            behind == u"ago" || behind == u"earlier" || behind == u"before" || behind == u"prior";
        if ((each || token.is(u"a") || token.is(u"an")) && !past
            && spans.contains(wordAt(tokens, end + ahead + 1)))
            return wordAt(tokens, end + ahead + 1);
        if (token.is(u"a"))
            break;
    }
    return {};
}

bool takesBack(const SpokenTokens& tokens, std::size_t at)
{
    const QString& word = wordAt(tokens, at);
    const QString& next = wordAt(tokens, at + 1);
    return (word == u"excuse" && next == u"me") || word == u"sorry" || word == u"correction"
        || (word == u"i" && next == u"mean") || (word == u"pardon" && next == u"me");
}

} // namespace plumbline
