#pragma once

#include "core/values/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace plumbline {

/// What is looked for in the sentences of all calls, as one line says it:
///
///     margin "operating leverage" capac*        all of these
///     tariff OR duties                          one of these
///     inference -training, NOT training         without
///     NEAR(price performance)                   within ten words of each other
///     speaker:jassy role:cfo company:AMZN period:"Q4 FY2025" section:qa about:ai has:figure
struct SearchQuery
{
    /// Words as FTS5 reads them, every one quoted, so that nothing the user types is taken for its syntax; empty where only
    /// filters were given.
    QString words {};
    QString speaker {};
    QString role {};
    QString firm {};
    QString company {};
    QString period {};
    enum class Section : std::uint8_t { Any, Prepared, Answers } section = Section::Any;
    bool aboutTheme = false;
    bool hasFigure = false;
    bool marksWords = false; ///< whether the places of the words are wanted too
};

/// Reads a line. What it cannot be is said with where: a quotation mark that is not closed, a filter that does not exist,
/// nothing but what must not be there.
Result<SearchQuery> searchQueryFrom(const QString& line);

/// A stretch of a sentence.
struct WordPlace
{
    int first = 0;
    int length = 0;
};

/// A sentence that was found.
struct Found
{
    QString symbol {};
    QString call {}; ///< "Q4 FY2025"
    QString speaker {};
    QString role {};
    QString firm {};
    bool answers = false; ///< in the questions-and-answers part
    int sentence = 0;     ///< its number in the call
    QString text {};
    double rank = 0;                  ///< larger is better; 0 where no words were looked for
    std::vector<WordPlace> places {}; ///< where the words stand in the text, where that was wanted
};

} // namespace plumbline
