#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace plumbline {

/// One way of not answering: "refuse", "unable", "deferral"; the patterns are regular expressions over small letters.
struct NonAnswerWords
{
    QString kind {};
    QStringList patterns {};
};

/// The words that tell how somebody speaks, in small letters. A `*` at the end or the beginning of a word stands for any
/// letters, a `#` for a digit. Which words these are is data: resources/words.
struct WordLists
{
    QStringList positive {};
    QStringList negative {};
    QStringList hedgeWords {};
    QStringList hedgePhrases {};
    QStringList certainty {};
    QStringList negators {}; ///< turn a word of tone within the three words behind them
    QStringList forward {};
    QStringList forwardExclude {}; ///< phrases that only sound forward: "as expected"
    QStringList stopWords {}; ///< carry no topic: left out where questions, answers and calls are compared
    std::vector<NonAnswerWords> nonAnswers {};
};

} // namespace plumbline
