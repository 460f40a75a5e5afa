#pragma once

#include <QString>
#include <QStringList>

namespace plumbline {

/// Lines of text of one width. What is written is wrapped at words; a figure keeps its percent sign.
class TextPage
{
public:
    static constexpr qsizetype width = 100;

    /// A heading, with an empty line before it.
    void heading(const QString& text);
    /// A paragraph, indented as a whole.
    void text(const QString& paragraph, qsizetype indent = 2);
    /// A label and what belongs to it, which keeps to the right of the label on all its lines.
    void labelled(const QString& label, const QString& paragraph, qsizetype labelWidth, qsizetype indent = 2);
    /// One line of a table: a label, then cells flush right.
    void row(const QString& label, const QStringList& cells, qsizetype labelWidth, qsizetype cellWidth);
    void blank();

    QString toString() const { return m_lines.join(u'\n') + u'\n'; }

private:
    QStringList m_lines;
};

} // namespace plumbline
