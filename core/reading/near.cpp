#include "core/reading/near.h"

#include "core/reading/spokenwords.h"

#include <QSet>

#include <algorithm>

namespace plumbline {

namespace {

constexpr std::size_t fewestWords = 5;
constexpr std::size_t mostWords = 400; ///< a longer quote is compared word for word only
constexpr std::size_t oneIn = 6;

struct Word
{
    QString folded;
    qsizetype first = 0;
    qsizetype last = 0;
    int sentence = 0;
};

void addWords(std::vector<Word>& words, const QString& text, int sentence)
{
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        const qsizetype first = i;
        while (i < text.size() && !text[i].isSpace())
            ++i;
        QString folded = text.sliced(first, i - first).toCaseFolded().replace(u'’', u'\'');
        while (!folded.isEmpty() && folded.back().isPunct() && folded.back() != u'%')
            folded.chop(1);
        while (!folded.isEmpty() && folded.front().isPunct())
            folded.remove(0, 1);
        if (!folded.isEmpty()) // a lone dash is no word
            words.push_back({folded, first, i, sentence});
    }
}

/// Words that may not differ: with another one the sentence says something else.
bool decides(const QString& word)
{
    static const QSet<QString> negations {
        QStringLiteral("not"),     QStringLiteral("no"),   QStringLiteral("never"), QStringLiteral("without"),
        QStringLiteral("percent"), QStringLiteral("half"), QStringLiteral("basis")};
    return negations.contains(word) || word.endsWith(u"n't") || spelledNumber(word) || scaleWord(word)
        || std::any_of(word.begin(), word.end(),
                       [](QChar c) { return c.isDigit() || c == u'%' || c == u'$'; });
}

/// Alignment of a quote with the best part of a turn, word by word.
class Alignment
{
public:
    Alignment(const std::vector<Word>& quote, const std::vector<Word>& turn)
        : m_quote(quote)
        , m_turn(turn)
        , m_cost((quote.size() + 1) * (turn.size() + 1), 0)
    {
        for (std::size_t i = 1; i <= quote.size(); ++i) {
            at(i, 0) = static_cast<int>(i);
            for (std::size_t j = 1; j <= turn.size(); ++j)
                at(i, j) = std::min({at(i - 1, j - 1) + differs(i, j), at(i - 1, j) + 1, at(i, j - 1) + 1});
        }
        for (std::size_t j = 1; j <= turn.size(); ++j) {
            const int cost = at(quote.size(), j);
            const int least = at(quote.size(), m_end);
            if (cost < least || (cost == least && quote.back().folded == turn[j - 1].folded))
                m_end = j;
        }
    }

    int cost() { return at(m_quote.size(), m_end); }

    NearPassage passage()
    {
        NearPassage near;
        std::size_t i = m_quote.size();
        std::size_t j = m_end;
        while (i > 0) {
            if (j > 0 && at(i, j) == at(i - 1, j - 1) + differs(i, j)) {
                if (differs(i, j) != 0)
                    near.differences.push_back(
                        {m_quote[i - 1].first, m_quote[i - 1].last, m_turn[j - 1].folded});
                near.sentence = m_turn[j - 1].sentence;
                --i;
                --j;
            } else if (at(i, j) == at(i - 1, j) + 1) {
                near.differences.push_back({m_quote[i - 1].first, m_quote[i - 1].last, {}});
                --i;
            } else {
                const qsizetype place = i < m_quote.size() ? m_quote[i].first : m_quote.back().last;
                near.differences.push_back({place, place, m_turn[j - 1].folded});
                --j;
            }
        }
        std::reverse(near.differences.begin(), near.differences.end());
        return near;
    }

private:
    int& at(std::size_t i, std::size_t j) { return m_cost[i * (m_turn.size() + 1) + j]; }
    int differs(std::size_t i, std::size_t j) const { return m_quote[i - 1].folded != m_turn[j - 1].folded; }

    const std::vector<Word>& m_quote;
    const std::vector<Word>& m_turn;
    std::vector<int> m_cost;
    std::size_t m_end = 0;
};

bool harmless(const QString& quote, const NearPassage& near)
{
    return std::all_of(near.differences.begin(), near.differences.end(), [&](const WordDifference& one) {
        std::vector<Word> written;
        addWords(written, quote.sliced(one.first, one.last - one.first), 0);
        return !decides(one.said) && (written.empty() || !decides(written.front().folded));
    });
}

} // namespace

std::optional<NearPassage> nearPassage(const QString& quote, const QString& speaker, const Call& call)
{
    std::vector<Word> words;
    addWords(words, quote, 0);
    if (words.size() < fewestWords || words.size() > mostWords)
        return std::nullopt;
    std::optional<NearPassage> best;
    int least = static_cast<int>(words.size() / oneIn) + 1;
    const auto compare = [&](const std::vector<Word>& turn) {
        if (turn.empty())
            return;
        Alignment alignment(words, turn);
        if (alignment.cost() < least || (!best && alignment.cost() == least && least == 1)) {
            least = alignment.cost();
            best = alignment.passage();
        }
    };
    std::vector<Word> turn;
    int number = -1;
    for (const Sentence& sentence : call.sentences) {
        if (!speaker.isEmpty() && sentence.speaker != speaker)
            continue;
        if (sentence.turn != number) {
            compare(turn);
            turn.clear();
            number = sentence.turn;
        }
        addWords(turn, sentence.text, sentence.id);
    }
    compare(turn);
    if (!best || best->sentence == 0 || !harmless(quote, *best))
        return std::nullopt;
    return best;
}

} // namespace plumbline
