#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace plumbline {

/// A line without the white space around it.
struct SourceLine
{
    qsizetype start = 0; ///< index into the text
    QStringView text {};
    qsizetype last() const { return start + text.size(); }
};

/// The decoded input, cut into lines.
struct Source
{
    QString text {};
    std::vector<SourceLine> lines {};
    bool replaced = false; ///< bytes that are no UTF-8 became U+FFFD
    bool marked = false;   ///< it began with a byte order mark, which `text` lacks
};

Source sourceOf(const QByteArray& bytes);

/// Cuts the text into lines that point into it.
std::vector<SourceLine> linesOf(const QString& text);

/// Whether the words look like a person's name or stand for one ("Operator", "Speaker 11", "Unknown Analyst").
bool looksLikeName(QStringView words);

/// "Operator", "Conference Operator", "Moderator", "Coordinator".
bool isOperatorName(QStringView name);

/// Whether a line is a rule: `least` or more of one character and nothing else.
bool isRule(QStringView line, QChar of, qsizetype least);

/// A line without markdown's marks around it ("### ", "**").
QStringView withoutMarks(QStringView line);

/// Whether text ends as a sentence does.
bool endsSentence(QStringView text);

} // namespace plumbline
