#pragma once

#include "core/values/result.h"
#include "core/values/unit.h"

#include <QString>

namespace plumbline {

/// One word of a formula's text.
struct Token
{
    enum class Kind { End, Literal, Name, Symbol };

    Kind kind = Kind::End;
    QString
        text {}; ///< Literal: as written without commas; Name: the dotted name; Symbol: one of + - * / ^ ( ) , < <= > >= = <> @
    int position = 0; ///< 1-based
    double value = 0; ///< Literal, in base units
    Unit unit {};
    Display display = Display::Plain;
};

/// Reads the token that starts at or after `from` (0-based) and moves `from` behind it.
Result<Token> nextToken(QStringView text, qsizetype& from);

} // namespace plumbline
