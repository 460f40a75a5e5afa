#pragma once

#include "core/reading/spokenwords.h"

#include <QStringList>

namespace plumbline {

/// The words of a text in small letters, without the marks around them.
QStringList saidWords(QStringView text);

/// The same cut finer, for counting: hyphens and dashes part words, an apostrophe within does not, "15.3" is one word.
QStringList countedWords(QStringView text);

bool hasWord(const QStringList& said, const QSet<QString>& wanted);
/// Whether a text says a word that begins with one of these, given in small letters: "saving" is also said by "savings".
bool saysAnyOf(const QString& text, const QStringList& beginnings);
bool hasPhrase(const QString& text, std::initializer_list<QLatin1StringView> phrases);

/// The clause a figure stands in: from the last break before it to the next behind it; places in the text.
struct Clause
{
    qsizetype first = 0;
    qsizetype last = 0;
};

Clause clauseOf(const QString& text, const SpokenFigure& figure);

} // namespace plumbline
