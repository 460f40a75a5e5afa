#pragma once

#include "core/transcript/layouts/source.h"
#include "core/transcript/transcript.h"

namespace plumbline {

/// Where somebody begins to speak.
struct Mark
{
    std::size_t line = 0;     ///< the first line of the label
    std::size_t textLine = 0; ///< the line the words begin on
    qsizetype textStart = 0;  ///< index into the text where the words begin
    qsizetype labelStart = 0; ///< index into the text where the label begins
    QString label {};
    QString title {};
};

/// What a layout found: the marks in order, and how to read what stands between them.
struct Marks
{
    TranscriptLayout layout = TranscriptLayout::NameColon;
    std::vector<Mark> marks {};
    bool wrapped = false; ///< a paragraph goes over several lines
};

// Each reads one layout, or finds no marks when the text is not in it.
Marks timeStampedMarks(const Source& source);
Marks bracketedMarks(const Source& source);
Marks numberedRuleMarks(const Source& source);
Marks dottedRuleMarks(const Source& source);
Marks dashMarks(const Source& source);
Marks gluedMarks(const Source& source, const std::vector<Participant>& people);
Marks colonMarks(const Source& source);
Marks nameLineMarks(const Source& source, const std::vector<Participant>& people);

/// The layout that explains the text, the surest first.
Marks marksOf(const Source& source, const std::vector<Participant>& people);

/// The participants the text lists before or after the speech.
std::vector<Participant> listedPeople(const Source& source);

/// Whether a line inside the speech is the publisher's: adverts, page feet, subscriptions.
bool isPublishersLine(QStringView line);

/// Whether a line ends the speech: what follows is the publisher's.
bool endsSpeech(QStringView line);

/// Whether a line is the heading of the questions.
bool headsQuestions(QStringView line);

} // namespace plumbline
