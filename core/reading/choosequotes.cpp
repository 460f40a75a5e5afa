#include "core/reading/choosequotes.h"

#include "core/reading/readwords.h"

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::size_t joined = 3; ///< sentences of one quote at most

bool isChief(const QString& title)
{
    return hasPhrase(title, {QLatin1StringView("chief executive"), QLatin1StringView("CEO"),
                             QLatin1StringView("chief financial"), QLatin1StringView("CFO")});
}

/// Looks ahead: what is expected, planned, believed to come.
bool looksAhead(const QString& text)
{
    return hasPhrase(text, {QLatin1StringView("we expect"), QLatin1StringView("looking ahead"),
                            QLatin1StringView(" will "), QLatin1StringView("going to be"),
                            QLatin1StringView("gonna be"), QLatin1StringView("over time"),
                            QLatin1StringView("years to come"), QLatin1StringView("we plan")});
}

/// A view held firmly, or a place among all others: what an analyst would read aloud.
bool isConviction(const QString& text)
{
    return hasPhrase(text, {QLatin1StringView("believe"), QLatin1StringView("the biggest"),
                            QLatin1StringView("the primary"), QLatin1StringView("the largest"),
                            QLatin1StringView("the most"), QLatin1StringView("fastest"),
                            QLatin1StringView("never seen"), QLatin1StringView("nobody"),
                            QLatin1StringView("unusually"), QLatin1StringView("confident"),
                            QLatin1StringView("every customer"), QLatin1StringView("in the world"),
                            QLatin1StringView("the reason"), QLatin1StringView("demand")});
}

bool continuesThought(const QString& text)
{
    static const QSet<QString> opens =
        wordSet({u"that", u"that's", u"this", u"these", u"those", u"it", u"it's", u"and"});
    const QStringList words = saidWords(text);
    return !words.isEmpty() && words.size() <= 40 && opens.contains(words.front());
}

/// Two sentences say the same where four words in five of the shorter stand in the other.
bool saysTheSame(const QStringList& one, const QStringList& other)
{
    const QStringList& shorter = one.size() <= other.size() ? one : other;
    const QStringList& longer = one.size() <= other.size() ? other : one;
    if (shorter.isEmpty())
        return true;
    const QSet<QString> words(longer.begin(), longer.end());
    const auto shared = std::count_if(shorter.begin(), shorter.end(),
                                      [&](const QString& word) { return words.contains(word); });
    return shared * 5 >= shorter.size() * 4;
}

bool hasFigure(const ThemeReading& reading, std::size_t sentence)
{
    return std::any_of(reading.figures.begin(), reading.figures.end(),
                       [&](const ThemeFigure& figure) { return figure.sentence == sentence; });
}

int rankOf(const SaidSentence& said, const QString& title, Aboutness about, bool figure)
{
    const qsizetype words = saidWords(said.text).size();
    int rank = about == Aboutness::Explicit ? 2 : about == Aboutness::Product ? 1 : 0;
    rank += figure ? 4 : 0;
    rank += isChief(title) ? 2 : 0;
    rank += looksAhead(said.text) ? 2 : 0;
    rank += isConviction(said.text) ? 2 : 0;
    rank += said.answers ? 0 : 1;
    return words < 8 || words > 60 || said.text.endsWith(u'?') ? rank - 3 : rank;
}

/// Adds the sentences behind that go on with the thought.
void join(ChosenQuote& quote, const std::vector<SaidSentence>& sentences)
{
    while (quote.last - quote.first + 1 < joined && quote.last + 1 < sentences.size()) {
        const SaidSentence& next = sentences[quote.last + 1];
        if (next.turn != sentences[quote.first].turn || next.speaker != sentences[quote.first].speaker
            || next.text.endsWith(u'?') || !continuesThought(next.text))
            return;
        ++quote.last;
    }
}

bool overlaps(const ChosenQuote& one, const ChosenQuote& other)
{
    return one.first <= other.last && other.first <= one.last;
}

} // namespace

std::vector<ChosenQuote> chooseQuotes(const std::vector<SaidSentence>& sentences, const QStringList& titles,
                                      const ThemeReading& reading, std::size_t most)
{
    std::vector<ChosenQuote> ranked;
    const auto rank = [&](std::size_t at, Aboutness about, bool figure) {
        const SaidSentence& said = sentences[at];
        if (!isManagement(said))
            return;
        ranked.push_back({at, at, rankOf(said, titles.value(qsizetype(at)), about, figure)});
    };
    for (const ThemeQuote& quote : reading.quotes)
        rank(quote.sentence, quote.about, hasFigure(reading, quote.sentence));
    std::size_t last = sentences.size();
    for (const ThemeFigure& figure : reading.figures) { // about the theme through its neighbours
        if (figure.about == Aboutness::Context && figure.sentence != last)
            rank(figure.sentence, figure.about, true);
        last = figure.sentence;
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const ChosenQuote& one, const ChosenQuote& other) {
        return one.rank != other.rank ? one.rank > other.rank : one.first < other.first;
    });
    std::vector<ChosenQuote> chosen;
    for (ChosenQuote quote : ranked) {
        if (chosen.size() == most)
            break;
        const QStringList words = saidWords(sentences[quote.first].text);
        join(quote, sentences);
        const bool known = std::any_of(chosen.begin(), chosen.end(), [&](const ChosenQuote& other) {
            return overlaps(quote, other) || saysTheSame(words, saidWords(sentences[other.first].text));
        });
        if (!known)
            chosen.push_back(quote);
    }
    std::sort(chosen.begin(), chosen.end(),
              [](const ChosenQuote& one, const ChosenQuote& other) { return one.first < other.first; });
    return chosen;
}

QString textOf(const ChosenQuote& quote, const std::vector<SaidSentence>& sentences)
{
    QStringList texts;
    for (std::size_t i = quote.first; i <= quote.last; ++i)
        texts += sentences[i].text;
    return texts.join(u' ');
}

} // namespace plumbline
