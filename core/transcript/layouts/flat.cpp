#include "core/transcript/announced.h"
#include "core/transcript/layouts/spoken.h"
#include "core/transcript/split.h"

namespace plumbline {

namespace {

bool callsSomebody(QStringView sentence)
{
    return sentence.contains(u"question", Qt::CaseInsensitive) && sentence.size() < 300
        && announcedIn(sentence).has_value();
}

bool belongsToOperator(QStringView sentence)
{
    return sentence.size() < 60
        && (sentence.contains(u"go ahead", Qt::CaseInsensitive)
            || sentence.contains(u"line is", Qt::CaseInsensitive)
            || sentence.contains(u"proceed", Qt::CaseInsensitive));
}

bool beginsAnswer(QStringView sentence)
{
    for (const char16_t* start : {u"Yes", u"Yeah", u"Sure", u"Thank", u"Great", u"Hi", u"Hey", u"Okay",
                                  u"Well", u"Absolutely", u"So ", u"Good"})
        if (sentence.startsWith(QStringView(start)))
            return true;
    return false;
}

/// Follows who speaks from sentence to sentence.
class Follower
{
public:
    void sentence(QStringView words, Piece place)
    {
        if (callsSomebody(words)) {
            begin(QStringLiteral("Operator"));
            m_asked = false;
        } else if (m_label == u"Operator" && m_calls && !belongsToOperator(words)) {
            begin(QStringLiteral("Unknown Analyst"));
        } else if (m_label == u"Unknown Analyst" && m_asked && !words.endsWith(u'?') && beginsAnswer(words)) {
            begin(QStringLiteral("Unknown Executive"));
        }
        m_calls = m_calls || callsSomebody(words);
        m_asked = m_asked || words.endsWith(u'?');
        m_spoken.turns.back().paragraphs.push_back({place});
    }

    Spoken take() { return std::move(m_spoken); }
    void begin(const QString& label)
    {
        m_label = label;
        m_calls = false;
        m_asked = false;
        m_spoken.turns.push_back({.label = label});
    }

private:
    Spoken m_spoken {};
    QString m_label {};
    bool m_calls = false;
    bool m_asked = false;
};

} // namespace

Spoken spokenFlat(const Source& source)
{
    Follower follower;
    follower.begin(QStringLiteral("Unknown Executive"));
    for (const SourceLine& line : source.lines)
        for (const SentenceSpan& span : sentenceSpans(line.text))
            follower.sentence(line.text.sliced(span.start, span.length),
                              {line.start + span.start, span.length});
    return follower.take();
}

void splitRunTogether(Spoken& spoken, const QString& text)
{
    std::vector<SpokenTurn> turns;
    for (SpokenTurn& turn : spoken.turns) {
        std::vector<Piece> sentences;
        int calls = 0;
        for (const auto& paragraph : turn.paragraphs)
            for (const Piece& piece : paragraph)
                for (const SentenceSpan& span :
                     sentenceSpans(QStringView(text).sliced(piece.start, piece.length))) {
                    sentences.push_back({piece.start + span.start, span.length});
                    calls += callsSomebody(QStringView(text).sliced(sentences.back().start, span.length));
                }
        if (calls < 2 || sentences.size() < 100) { // a host who calls analysts speaks shortly
            turns.push_back(std::move(turn));
            continue;
        }
        Follower follower;
        follower.begin(turn.label);
        for (const Piece& place : sentences)
            follower.sentence(QStringView(text).sliced(place.start, place.length), place);
        Spoken apart = follower.take();
        apart.turns.front().title = turn.title;
        for (SpokenTurn& one : apart.turns) {
            one.belowQuestions = turn.belowQuestions;
            if (!one.paragraphs.empty())
                turns.push_back(std::move(one));
        }
    }
    spoken.turns = std::move(turns);
}

} // namespace plumbline
