#include "core/transcript/callfrom.h"

#include <QSet>

namespace plumbline {

namespace {

QString roleOf(const Turn& turn)
{
    if (turn.kind == SpeakerKind::Operator)
        return QStringLiteral("Operator");
    if (turn.title.isEmpty() && turn.kind == SpeakerKind::Analyst)
        return QStringLiteral("Analyst");
    return turn.title;
}

/// Sentences of four words or more: thanks and greetings are the same on every call.
QSet<QString> foldedSentences(const Call& call)
{
    constexpr int least = 4;
    QSet<QString> all;
    for (const Sentence& sentence : call.sentences) {
        QString folded;
        int words = 0;
        bool within = false;
        for (const QChar c : sentence.text) {
            const bool letter = c.isLetterOrNumber();
            words += letter && !within ? 1 : 0;
            within = letter;
            if (letter)
                folded += c.toLower();
        }
        if (words >= least)
            all.insert(folded);
    }
    return all;
}

} // namespace

Call callFrom(const Transcript& transcript)
{
    Call call {.id = transcript.period, .date = transcript.date, .whole = true};
    call.sentences.reserve(transcript.sentences.size());
    for (const SpokenSentence& one : transcript.sentences) {
        const Turn& turn = transcript.turnOf(one);
        call.sentences.push_back({.id = one.number,
                                  .turn = one.turn,
                                  .speaker = turn.speaker.isEmpty() ? turn.label : turn.speaker,
                                  .role = roleOf(turn),
                                  .firm = turn.firm,
                                  .answers = turn.section == CallSection::Questions,
                                  .text = one.text});
    }
    return call;
}

double sharedSentences(const Call& one, const Call& other)
{
    const QSet<QString> first = foldedSentences(one);
    const QSet<QString> second = foldedSentences(other);
    const auto shorter = std::min(first.size(), second.size());
    if (shorter == 0)
        return 0;
    QSet<QString> both = first;
    both.intersect(second);
    return static_cast<double>(both.size()) / static_cast<double>(shorter);
}

} // namespace plumbline
