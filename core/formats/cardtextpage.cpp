#include "core/formats/cardtextpage.h"

#include <QRegularExpression>

namespace plumbline {

namespace {

/// How many columns a terminal gives a text: marks stand on the letter before them, wide letters take two.
qsizetype columns(const QString& text)
{
    qsizetype count = 0;
    for (const char32_t letter : text.toUcs4()) {
        const bool wide = (letter >= 0x1100 && letter <= 0x115f) || (letter >= 0x2e80 && letter <= 0xa4cf)
                       || (letter >= 0xac00 && letter <= 0xd7a3) || (letter >= 0xf900 && letter <= 0xfaff)
                       || (letter >= 0xff00 && letter <= 0xff60) || (letter >= 0x1f300 && letter <= 0x1faff);
        count += QChar::isMark(letter) ? 0 : wide ? 2 : 1;
    }
    return count;
}

/// The words of a text; a percent sign stays with its figure.
QStringList wordsOf(const QString& text, qsizetype room)
{
    static const QRegularExpression gap(QStringLiteral("[ \\t\\r\\n]+"));
    QStringList words;
    for (QString word : text.split(gap, Qt::SkipEmptyParts)) {
        if (word.startsWith(u'%') && !words.isEmpty()) {
            words.last() += u' ' + word;
            continue;
        }
        for (; columns(word) > room; word = word.sliced(room))
            words.append(word.first(room));
        words.append(word);
    }
    return words;
}

QStringList wrapped(const QString& text, qsizetype room)
{
    QStringList lines;
    for (const QString& word : wordsOf(text, room)) {
        if (!lines.isEmpty() && columns(lines.last()) + 1 + columns(word) <= room)
            lines.last() += u' ' + word;
        else
            lines.append(word);
    }
    return lines;
}

QString spaces(qsizetype count)
{
    return QString(std::max<qsizetype>(0, count), u' ');
}

} // namespace

void TextPage::heading(const QString& text)
{
    blank();
    for (const QString& line : wrapped(text, width))
        m_lines.append(line);
    m_lines.append(QString(width, QChar(0x2500)));
}

void TextPage::text(const QString& paragraph, qsizetype indent)
{
    for (const QString& line : wrapped(paragraph, width - indent))
        m_lines.append(spaces(indent) + line);
}

void TextPage::labelled(const QString& label, const QString& paragraph, qsizetype labelWidth,
                        qsizetype indent)
{
    const bool fits = columns(label) < labelWidth;
    QString start = spaces(indent) + label + spaces(labelWidth - columns(label));
    if (!fits) {
        text(label, indent);
        start = spaces(indent + labelWidth);
    }
    for (const QString& line : wrapped(paragraph, width - indent - labelWidth)) {
        m_lines.append(start + line);
        start = spaces(indent + labelWidth);
    }
}

void TextPage::row(const QString& label, const QStringList& cells, qsizetype labelWidth, qsizetype cellWidth)
{
    QString line = spaces(2) + label + spaces(labelWidth - columns(label));
    for (const QString& cell : cells)
        line += spaces(cellWidth - columns(cell)) + cell;
    while (line.endsWith(u' '))
        line.chop(1);
    m_lines.append(line);
}

void TextPage::blank()
{
    if (!m_lines.isEmpty() && !m_lines.last().isEmpty())
        m_lines.append(QString());
}

} // namespace plumbline
