#pragma once

#include "core/transcript/call.h"
#include "core/values/result.h"

#include <QByteArray>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace plumbline {

/// How a publisher writes down who speaks.
enum class TranscriptLayout : std::uint8_t {
    TimeStamped,      ///< name, title and time on lines of their own
    NameColon,        ///< "Name: text" or "Name, Title: text"
    Article,          ///< an article with takeaways, then "Name: text"
    NameDashTitle,    ///< "Name -- Title" on a line of its own
    NameLine,         ///< the name alone on a line, perhaps with title or firm below
    ParticipantLists, ///< the same behind lists of company and call participants
    GluedNames,       ///< the same with names run into the paragraph before
    NumberedRules,    ///< rules of dashes around "Name,  Firm - Title  [7]"
    DottedRules,      ///< rules of dots before name and title
    FilingText,       ///< text of a filed PDF: "Name:" and wrapped lines between page feet
    Bracketed,        ///< "[Name - Title]" on a line of its own
    TokenTable,       ///< one word a line with a speaker's number
    NoSpeakers,       ///< speech recognition without speakers
};

/// A layout's code, for JSON and the store.
QString word(TranscriptLayout layout);

enum class SpeakerKind : std::uint8_t { Unknown, Management, Analyst, Operator };

/// "management", "analyst", "operator" or "unknown".
QString word(SpeakerKind kind);

struct Participant
{
    QString name {};
    QString title {};
    QString firm {}; ///< of an analyst
    SpeakerKind kind = SpeakerKind::Unknown;
};

enum class CallSection : std::uint8_t { Prepared, Questions };

/// One speaker's words until somebody else speaks.
struct Turn
{
    int number = 0; ///< 1-based
    QString speaker {};
    QString label {}; ///< as written: "Speaker 11", "Analyst"
    QString title {};
    QString firm {};
    SpeakerKind kind = SpeakerKind::Unknown;
    CallSection section = CallSection::Prepared;
};

/// A stretch of the untouched input, in code points of its UTF-8; `last` is one past the end.
struct TextRange
{
    qsizetype first = 0;
    qsizetype last = 0;
};

struct SpokenSentence
{
    int number = 0; ///< 1-based
    int turn = 0;   ///< the turn's number
    QString text {};
    TextRange place {};
};

/// A call as its file tells it. What the text does not say is empty.
struct Transcript
{
    TranscriptLayout layout = TranscriptLayout::NameColon;
    QString company {};
    QString symbol {};
    QString period {};             ///< "Q1 FY2026"
    QString date {};               ///< ISO day
    QStringList contradictions {}; ///< what the text says in two ways, one sentence each
    QStringList notes {};          ///< what was done to read it, one sentence each
    std::vector<Participant> participants {};
    std::vector<Turn> turns {};
    std::vector<SpokenSentence> sentences {};
    std::vector<TextRange> notSpeech {}; ///< the publisher's words

    const Turn& turnOf(const SpokenSentence& sentence) const
    {
        return turns[static_cast<std::size_t>(sentence.turn) - 1];
    }
};

/// Reads the text of a call, telling its layout from the text alone. Fails with a sentence for the user when there is
/// no speech in it: an empty or binary file, a summary in bullets, a page that is no transcript.
Result<Transcript> readTranscript(const QByteArray& bytes);

} // namespace plumbline
