#include "core/transcript/mergedturns.h"

#include "core/transcript/announced.h"

namespace plumbline {

namespace {

constexpr qsizetype fewestWords = 12; ///< less is "your line is open now, thank you"

/// The sentence behind which the one who was called speaks, and who that is; the end of the turn where nobody does.
std::size_t spokenFrom(const std::vector<SpokenSentence>& sentences, std::size_t first, std::size_t end,
                       QString& name)
{
    QString words;
    for (std::size_t i = first; i < end; ++i) {
        words += sentences[i].text + u' ';
        if (!sentences[i].text.contains(u"go ahead", Qt::CaseInsensitive))
            continue;
        const auto called = announcedIn(words);
        if (!called || called->name.isEmpty())
            continue;
        qsizetype behind = 0;
        for (std::size_t k = i + 1; k < end; ++k)
            behind += sentences[k].text.count(u' ') + 1;
        name = called->name;
        return behind >= fewestWords ? i + 1 : end;
    }
    return end;
}

} // namespace

void splitMergedQuestions(Transcript& transcript, int& questionsFrom)
{
    std::vector<Turn> turns;
    std::vector<SpokenSentence>& sentences = transcript.sentences;
    std::vector<int> turnOf(sentences.size());
    const int headed = questionsFrom;
    for (std::size_t first = 0, end = 0; first < sentences.size(); first = end) {
        const Turn& whole = transcript.turnOf(sentences[first]);
        for (end = first; end < sentences.size() && sentences[end].turn == whole.number;)
            ++end;
        QString name;
        const std::size_t from = spokenFrom(sentences, first, end, name);
        turns.push_back(whole);
        turns.back().number = static_cast<int>(turns.size());
        if (whole.number == headed)
            questionsFrom = turns.back().number;
        for (std::size_t i = first; i < from; ++i)
            turnOf[i] = turns.back().number;
        if (from == end)
            continue;
        turns.push_back({.number = static_cast<int>(turns.size()) + 1, .label = name});
        for (std::size_t i = from; i < end; ++i)
            turnOf[i] = turns.back().number;
    }
    for (std::size_t i = 0; i < sentences.size(); ++i)
        sentences[i].turn = turnOf[i];
    transcript.turns = std::move(turns);
}

} // namespace plumbline
