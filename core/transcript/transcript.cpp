#include "core/transcript/transcript.h"

#include "core/transcript/facts.h"
#include "core/transcript/layouts/spoken.h"
#include "core/transcript/mergedturns.h"
#include "core/transcript/speakers.h"
#include "core/transcript/split.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Transcript)
};

/// Counts code points while it walks forward over the text.
class CodePoints
{
public:
    CodePoints(const QString& text, bool marked) : m_text(text), m_count(marked ? 1 : 0) {}

    qsizetype at(qsizetype index)
    {
        for (; m_index < index; ++m_index)
            m_count += m_text[m_index].isLowSurrogate() ? 0 : 1;
        return m_count;
    }

private:
    const QString& m_text;
    qsizetype m_index = 0;
    qsizetype m_count = 0;
};

/// A paragraph on one line, and where each of its characters stands in the text.
struct Joined
{
    QString words {};
    std::vector<std::pair<qsizetype, Piece>> places {}; ///< index in `words`, the piece that begins there

    qsizetype place(qsizetype index) const
    {
        auto next = std::upper_bound(places.begin(), places.end(), index,
                                     [](qsizetype i, const auto& one) { return i < one.first; });
        --next;
        return next->second.start + std::min(index - next->first, next->second.length);
    }
};

Joined joined(const QString& text, const std::vector<Piece>& pieces)
{
    Joined result;
    for (const Piece& piece : pieces) {
        if (!result.words.isEmpty())
            result.words.append(u' ');
        result.places.emplace_back(result.words.size(), piece);
        result.words.append(QStringView(text).sliced(piece.start, piece.length));
    }
    return result;
}

void addTurn(Transcript& transcript, const QString& text, const SpokenTurn& spoken, CodePoints& points)
{
    const int number = static_cast<int>(transcript.turns.size()) + 1;
    transcript.turns.push_back({.number = number, .label = spoken.label, .title = spoken.title});
    for (const auto& pieces : spoken.paragraphs) {
        const Joined paragraph = joined(text, pieces);
        for (const SentenceSpan& span : sentenceSpans(paragraph.words)) {
            const qsizetype first = points.at(paragraph.place(span.start));
            const qsizetype last = points.at(paragraph.place(span.start + span.length - 1) + 1);
            transcript.sentences.push_back({.number = static_cast<int>(transcript.sentences.size()) + 1,
                                            .turn = number,
                                            .text = paragraph.words.sliced(span.start, span.length),
                                            .place = {first, last}});
        }
    }
}

std::vector<QString> wordsOf(const Transcript& transcript)
{
    std::vector<QString> words(transcript.turns.size());
    for (const SpokenSentence& sentence : transcript.sentences) {
        QString& turn = words[static_cast<std::size_t>(sentence.turn) - 1];
        turn += (turn.isEmpty() ? QString() : QStringLiteral(" ")) + sentence.text;
    }
    return words;
}

/// Why there is no speech to be found in the bytes; empty when there may be.
std::optional<QString> unreadable(const QByteArray& bytes)
{
    if (bytes.trimmed().isEmpty())
        return Words::tr("The file is empty.");
    if (bytes.startsWith("%PDF"))
        return Words::tr("These are the bytes of a PDF, not its text.");
    if (bytes.left(65536).contains('\0'))
        return Words::tr("The file is not text.");
    return {};
}

/// Whether most lines are bullets: somebody's summary, not what was said.
bool isSummary(const Source& source)
{
    int bullets = 0;
    int all = 0;
    for (const SourceLine& line : source.lines) {
        all += !line.text.isEmpty();
        bullets += line.text.startsWith(u"- ") || line.text.startsWith(u"• ") || line.text.startsWith(u"* ");
    }
    return all > 10 && bullets * 3 > all;
}

/// Whether the text, without any speaker's name, sounds like a call.
bool soundsLikeCall(const Source& source)
{
    int signs = 0;
    for (const char16_t* sign : {u"conference call", u"earnings call", u"question", u"forward-looking",
                                 u"operator", u"quarter", u"go ahead", u"thank you"})
        signs += source.text.contains(QStringView(sign), Qt::CaseInsensitive);
    return signs >= 5;
}

Result<Spoken> spokenIn(const Source& source, const std::vector<Participant>& people)
{
    if (isSummary(source))
        return failure(Error::Kind::BadData,
                       Words::tr("The file is a summary in bullets, not the words that were spoken."));
    const Marks marks = marksOf(source, people);
    Spoken spoken = spokenBetween(source, marks);
    if (spoken.turns.size() >= 2) {
        if (!marks.wrapped)
            splitRunTogether(spoken, source.text);
        return spoken;
    }
    if (!soundsLikeCall(source))
        return failure(Error::Kind::BadData,
                       Words::tr("No speakers were found: this is no transcript of a call."));
    return spokenFlat(source);
}

} // namespace

QString word(TranscriptLayout layout)
{
    switch (layout) {
    case TranscriptLayout::TimeStamped: return QStringLiteral("time_stamped");
    case TranscriptLayout::NameColon: return QStringLiteral("name_colon");
    case TranscriptLayout::Article: return QStringLiteral("article");
    case TranscriptLayout::NameDashTitle: return QStringLiteral("name_dash_title");
    case TranscriptLayout::NameLine: return QStringLiteral("name_line");
    case TranscriptLayout::ParticipantLists: return QStringLiteral("participant_lists");
    case TranscriptLayout::GluedNames: return QStringLiteral("glued_names");
    case TranscriptLayout::NumberedRules: return QStringLiteral("numbered_rules");
    case TranscriptLayout::DottedRules: return QStringLiteral("dotted_rules");
    case TranscriptLayout::FilingText: return QStringLiteral("filing_text");
    case TranscriptLayout::Bracketed: return QStringLiteral("bracketed");
    case TranscriptLayout::TokenTable: return QStringLiteral("token_table");
    case TranscriptLayout::NoSpeakers: break;
    }
    return QStringLiteral("no_speakers");
}

QString word(SpeakerKind kind)
{
    switch (kind) {
    case SpeakerKind::Management: return QStringLiteral("management");
    case SpeakerKind::Analyst: return QStringLiteral("analyst");
    case SpeakerKind::Operator: return QStringLiteral("operator");
    case SpeakerKind::Unknown: break;
    }
    return QStringLiteral("unknown");
}

Result<Transcript> readTranscript(const QByteArray& bytes)
{
    if (const auto why = unreadable(bytes))
        return failure(Error::Kind::BadData, *why);
    const Source source = sourceOf(bytes);
    Transcript transcript;
    transcript.participants = listedPeople(source);
    const auto spoken = spokenIn(source, transcript.participants);
    if (!spoken)
        return tl::unexpected(spoken.error());
    transcript.layout = spoken->layout;
    CodePoints points(source.text, source.marked);
    int questionsFrom = 0;
    for (const SpokenTurn& turn : spoken->turns) {
        addTurn(transcript, source.text, turn, points);
        if (turn.belowQuestions && questionsFrom == 0)
            questionsFrom = transcript.turns.back().number;
    }
    CodePoints others(source.text, source.marked);
    for (const Piece& piece : spoken->notSpeech) {
        const qsizetype first = others.at(piece.start);
        transcript.notSpeech.push_back({first, others.at(piece.start + piece.length)});
    }
    splitMergedQuestions(transcript, questionsFrom);
    settleSpeakers(transcript, wordsOf(transcript), questionsFrom);
    readFacts(transcript, source);
    if (source.replaced)
        transcript.notes.append(
            Words::tr("Some bytes are no UTF-8; a replacement character stands where they were."));
    return transcript;
}

} // namespace plumbline
