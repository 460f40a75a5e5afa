#pragma once

#include <QString>

#include <vector>

namespace plumbline {

/// A piece of spoken text: a number, a word, a name that contains digits ("Q3", "B300"), or a mark.
struct SpokenToken
{
    enum class Kind : std::uint8_t { Number, Word, Name, Mark };

    Kind kind = Kind::Mark;
    qsizetype first = 0; ///< index in the text
    qsizetype last = 0;  ///< one behind the end
    double number = 0;
    QString word {};      ///< a word in small letters; a mark's character
    bool tight = false;   ///< nothing stands between it and the one before
    bool capital = false; ///< a word with a capital letter first
    bool no = false;      ///< a number that is no figure: a date, a slide, part of a name

    bool is(QStringView text) const { return kind != Kind::Number && word == text; }
    bool isNumber() const { return kind == Kind::Number && !no; }
};

using SpokenTokens = std::vector<SpokenToken>;

/// Cuts a text into tokens. What is glued to a number and belongs to it stands alone: "$4.41B" is "$", 4.41, "b";
/// "EUR30" is "eur", 30; "80x" is 80, "x".
SpokenTokens spokenTokens(const QString& text);

/// Marks the numbers that are no figures: dates, hours of the day, telephone numbers, forms, slides, indexes, versions.
void markTraps(SpokenTokens& tokens);

} // namespace plumbline
