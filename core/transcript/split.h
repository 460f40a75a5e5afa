#pragma once

#include "core/transcript/call.h"

#include <QStringList>

namespace plumbline {

/// Cuts a paragraph into sentences: at . ? ! before a capital, a digit or a quotation mark, not behind an abbreviation
/// or inside a decimal number. The pieces, joined by a space, are the paragraph.
QStringList sentencesOf(const QString& paragraph);

/// Where a paragraph's sentences begin, and how long they are, white space aside.
struct SentenceSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
};
std::vector<SentenceSpan> sentenceSpans(QStringView paragraph);

/// Reads a call in the name-colon layout: a participants list of "Name, Title", then paragraphs where a new turn starts
/// with a participant's full name and a colon. Text before the first turn is not speech.
std::vector<Sentence> speechOf(const QString& text);

} // namespace plumbline
