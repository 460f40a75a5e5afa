#include "core/reading/questions.h"

#include "core/reading/readwords.h"

#include <algorithm>
#include <functional>
#include <utility>

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

/// The words that carry a topic, by how they begin: "quantify" and "quantification" are one.
QSet<QString> topicsIn(const QStringList& sentences)
{
    constexpr qsizetype shortest = 4;
    constexpr qsizetype stem = 6;
    QSet<QString> topics;
    for (const QString& sentence : sentences)
        for (const QString& word : saidWords(sentence))
            if (word.size() >= shortest)
                topics.insert(word.left(stem));
    return topics;
}

/// Whether a short turn behind an answer asks once more for what was asked: under twenty words, half of those that carry a
/// topic known from the question and its answer.
bool asksAgain(const QStringList& turn, const QStringList& exchange)
{
    constexpr qsizetype shortTurn = 20;
    qsizetype words = 0;
    for (const QString& sentence : turn)
        words += sentence.count(u' ') + 1;
    const QSet<QString> own = topicsIn(turn);
    const QSet<QString> known = topicsIn(exchange);
    const auto shared =
        std::count_if(own.begin(), own.end(), [&](const QString& topic) { return known.contains(topic); });
    return words < shortTurn && !own.isEmpty() && 2 * shared >= own.size();
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

/// Whether an analyst's turn belongs to the exchange before it.
bool goesOn(const std::vector<SaidSentence>& sentences, const ExchangePlaces& before,
            const SaidSentence& turn, const QStringList& said)
{
    if (before.answer.empty() || sentences[before.question.front()].speaker != turn.speaker)
        return false;
    QStringList exchange;
    for (const auto* places : {&before.question, &before.answer})
        for (const std::size_t at : *places)
            exchange.append(sentences[at].text);
    return asksAgain(said, exchange);
}

std::vector<Exchange> exchangesFrom(const std::vector<SaidSentence>& sentences,
                                    const std::function<QString(std::size_t)>& firmAt)
{
    std::vector<Exchange> exchanges;
    for (const ExchangePlaces& places : exchangesIn(sentences)) {
        const SaidSentence& asking = sentences[places.question.front()];
        QStringList question;
        for (const std::size_t at : places.question)
            question.append(sentences[at].text);
        Exchange exchange {.analyst = asking.speaker,
                           .firm = firmAt(places.question.front()),
                           .question = question.join(u' '),
                           .turn = asking.turn};
        int turn = 0;
        for (const std::size_t at : places.answer) {
            const SaidSentence& said = sentences[at];
            if (turn != 0)
                exchange.answer += said.turn == turn ? u' ' : u'\n';
            turn = said.turn;
            exchange.answer += said.text;
            if (!exchange.answeredBy.contains(said.speaker))
                exchange.answeredBy.append(said.speaker);
        }
        exchanges.push_back(std::move(exchange));
    }
    return exchanges;
}

} // namespace

std::vector<ExchangePlaces> exchangesIn(const std::vector<SaidSentence>& sentences)
{
    std::vector<ExchangePlaces> exchanges;
    bool open = false;
    for (std::size_t first = 0, end = 0; first < sentences.size(); first = end) {
        const SaidSentence& turn = sentences[first];
        QStringList said;
        std::vector<std::size_t> places;
        for (end = first; end < sentences.size() && sentences[end].turn == turn.turn; ++end) {
            said.append(sentences[end].text);
            places.push_back(end);
        }
        if (!turn.answers)
            continue;
        if (turn.voice == SpeakerKind::Analyst) {
            const bool wasOpen = std::exchange(open, asks(said));
            if (open && wasOpen && goesOn(sentences, exchanges.back(), turn, said))
                exchanges.back().question.insert(exchanges.back().question.end(), places.begin(),
                                                 places.end());
            else if (open)
                exchanges.push_back({std::move(places), {}});
        } else if (turn.voice == SpeakerKind::Operator
                   || (open && !exchanges.back().answer.empty() && closes(said))) {
            open = false;
        } else if (open) {
            std::vector<std::size_t>& answer = exchanges.back().answer;
            answer.insert(answer.end(), places.begin(), places.end());
        }
    }
    return exchanges;
}

std::vector<Exchange> questionsOf(const Transcript& transcript)
{
    return exchangesFrom(saidSentences(transcript),
                         [&](std::size_t at) { return transcript.turnOf(transcript.sentences[at]).firm; });
}

std::vector<Exchange> questionsOf(const Call& call)
{
    return exchangesFrom(saidSentences(call), [&](std::size_t at) { return call.sentences[at].firm; });
}

} // namespace plumbline
