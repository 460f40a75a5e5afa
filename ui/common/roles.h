#pragma once

#include <Qt>

namespace plumbline {

/// How a text stands out. What colour that is, the theme knows.
enum class Tone : int {
    Plain,
    Strong,
    Muted,    ///< soft, unknown, not meaningful
    Input,    ///< put in, not computed
    Override, ///< the analyst's own choice
    Warning,
    Up,
    Down,
    Heading,
};

/// What models of the window offer beside text.
enum Role {
    SortRole = Qt::UserRole, ///< the number behind the text
    RawRole,                 ///< what is copied: full precision
    FigureRole,              ///< the name of the figure a cell shows; empty for words
    ToneRole,
    NoteRole, ///< a second, quieter line of a cell
    SymbolRole,
    CallRole,     ///< the call a cell or leaf quotes; empty where it quotes none
    SentenceRole, ///< the sentence in it; 0 where the call does not hold it
    MarksRole,    ///< stretches of the text that stand out: QList<QPoint> of place and length
    PartsRole,    ///< the components of conviction
};

} // namespace plumbline
