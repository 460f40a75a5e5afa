#pragma once

#include <QString>

#include <limits>

namespace plumbline {

/// How much of one text is printed; what is longer is cut, and says so.
constexpr qsizetype mostLetters = 6000;

constexpr qsizetype allLetters = std::numeric_limits<qsizetype>::max();

/// Text as it can be shown: one line break is one, and what would turn or hide the text around it (marks that change
/// its direction, control characters) is shown as a replacement mark. What is longer than `most` is cut with a word.
QString printable(const QString& text, qsizetype most = mostLetters);

} // namespace plumbline
