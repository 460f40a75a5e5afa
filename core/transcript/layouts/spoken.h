#pragma once

#include "core/transcript/layouts/layouts.h"

namespace plumbline {

/// A line's stretch of a paragraph.
struct Piece
{
    qsizetype start = 0;
    qsizetype length = 0;
};

/// The words of one turn as they stand in the text.
struct SpokenTurn
{
    QString label {};
    QString title {};
    bool belowQuestions = false; ///< a heading of the questions stands above
    std::vector<std::vector<Piece>> paragraphs {};
};

struct Spoken
{
    TranscriptLayout layout = TranscriptLayout::NoSpeakers;
    std::vector<SpokenTurn> turns {};
    std::vector<Piece> notSpeech {};
};

/// What stands between the marks, without the publisher's lines. Blocks of one speaker in a row are one turn.
Spoken spokenBetween(const Source& source, const Marks& marks);

/// Speech without speakers: turns change where an analyst is called and where an answer begins.
Spoken spokenFlat(const Source& source);

/// Gives the operator and the analysts their own turns where a text runs the questions together under one name.
void splitRunTogether(Spoken& spoken, const QString& text);

} // namespace plumbline
