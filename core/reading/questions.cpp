#include "core/reading/questions.h"

#include <algorithm>

namespace plumbline {

namespace {

bool isCourtesy(const QString& sentence)
{
    for (const char16_t* start :
         {u"Thank",      u"Thanks",       u"Great",        u"Got it",        u"Okay",
          u"Good ",      u"Hi",           u"Hey",          u"Hello",         u"Perfect",
          u"Understood", u"Congrat",      u"Appreciate",   u"That's",        u"Yes",
          u"Yeah",       u"I appreciate", u"Very helpful", u"Super helpful", u"Makes sense",
          u"All right",  u"Excellent",    u"Awesome"})
        if (sentence.startsWith(QStringView(start)))
            return true;
    return false;
}

/// Whether the sentences of an analyst's turn ask anything.
bool asks(const QStringList& sentences)
{
    qsizetype words = 0;
    for (const QString& sentence : sentences) {
        const qsizetype count = sentence.count(u' ') + 1;
        if (sentence.endsWith(u'?') && count > 4)
            return true;
        if (!isCourtesy(sentence) || count > 14)
            words += count;
    }
    return words >= 10;
}

/// Whether the host ends the call rather than answering.
bool closes(const QStringList& sentences)
{
    if (sentences.size() > 8)
        return false;
    return std::any_of(sentences.begin(), sentences.end(), [](const QString& sentence) {
        return sentence.contains(u"joining us") || sentence.contains(u"concludes")
            || sentence.contains(u" replay ") || sentence.contains(u"wraps up");
    });
}

} // namespace

std::vector<Exchange> questionsOf(const Transcript& transcript)
{
    std::vector<QStringList> said(transcript.turns.size());
    for (const SpokenSentence& sentence : transcript.sentences)
        said[static_cast<std::size_t>(sentence.turn) - 1].append(sentence.text);
    std::vector<Exchange> exchanges;
    bool open = false;
    for (const Turn& turn : transcript.turns) {
        const QStringList& sentences = said[static_cast<std::size_t>(turn.number) - 1];
        if (turn.section == CallSection::Prepared)
            continue;
        if (turn.kind == SpeakerKind::Analyst) {
            open = asks(sentences);
            if (open)
                exchanges.push_back({.analyst = turn.speaker,
                                     .firm = turn.firm,
                                     .question = sentences.join(u' '),
                                     .turn = turn.number});
        } else if (turn.kind == SpeakerKind::Operator
                   || (open && !exchanges.back().answer.isEmpty() && closes(sentences))) {
            open = false;
        } else if (open) {
            Exchange& last = exchanges.back();
            last.answer += (last.answer.isEmpty() ? QString() : QStringLiteral("\n")) + sentences.join(u' ');
            if (!last.answeredBy.contains(turn.speaker))
                last.answeredBy.append(turn.speaker);
        }
    }
    return exchanges;
}

} // namespace plumbline
