#include "core/transcript/layouts/spoken.h"

#include <QHash>

namespace plumbline {

namespace {

QString withoutDigits(QStringView line)
{
    QString bare;
    for (const QChar c : line)
        if (!c.isDigit() && !c.isSpace())
            bare.append(c);
    return bare;
}

/// The head and foot of a page come again and again.
QHash<QString, int> repeatedLines(const Source& source)
{
    QHash<QString, int> times;
    for (const SourceLine& line : source.lines)
        if (line.text.size() > 3 && line.text.size() < 200 && !endsSentence(line.text))
            ++times[withoutDigits(line.text)];
    return times;
}

class Reader
{
public:
    Reader(const Source& source, const Marks& marks)
        : m_source(source)
        , m_marks(marks)
        , m_repeated(marks.wrapped ? repeatedLines(source) : QHash<QString, int>())
    {}

    Spoken read()
    {
        m_spoken.layout = m_marks.layout;
        if (m_marks.marks.empty())
            return std::move(m_spoken);
        leaveOut(0, m_marks.marks.front().labelStart);
        for (std::size_t i = 0; i < m_marks.marks.size() && !m_over; ++i)
            block(i);
        return std::move(m_spoken);
    }

private:
    void leaveOut(qsizetype first, qsizetype last)
    {
        if (last > first)
            m_spoken.notSpeech.push_back({first, last - first});
    }

    void block(std::size_t index)
    {
        const Mark& mark = m_marks.marks[index];
        const bool final = index + 1 == m_marks.marks.size();
        const qsizetype end = final ? m_source.text.size() : m_marks.marks[index + 1].labelStart;
        if (m_spoken.turns.empty() || m_spoken.turns.back().label != mark.label || m_headed) {
            m_spoken.turns.push_back({.label = mark.label, .title = mark.title, .belowQuestions = m_below});
            m_headed = false;
        }
        m_open = false;
        for (std::size_t i = mark.textLine; i < m_source.lines.size() && !m_over; ++i) {
            const SourceLine& line = m_source.lines[i];
            if (line.start >= end)
                break;
            const qsizetype start = std::max(line.start, mark.textStart);
            take(QStringView(m_source.text)
                     .sliced(start, std::max<qsizetype>(0, std::min(line.last(), end) - start)),
                 start);
        }
        if (m_spoken.turns.back().paragraphs.empty())
            m_spoken.turns.pop_back();
    }

    void take(QStringView words, qsizetype start)
    {
        while (!words.isEmpty() && words.back().isSpace())
            words.chop(1);
        auto& paragraphs = m_spoken.turns.back().paragraphs;
        if (words.isEmpty()) {
            m_open = m_open && m_marks.wrapped && !paragraphs.empty() && continues(paragraphs.back());
            return;
        }
        if (headsQuestions(words)) {
            m_below = m_headed = true;
            leaveOut(start, start + words.size());
            return;
        }
        if (endsSpeech(words)) {
            m_over = true;
            leaveOut(start, m_source.text.size());
            return;
        }
        if (isPublishersLine(words) || words.startsWith(u"## ")
            || (m_marks.wrapped && m_repeated.value(withoutDigits(words)) > 2) || isPageNumber(words)) {
            leaveOut(start, start + words.size());
            return;
        }
        if (m_open && m_marks.wrapped)
            paragraphs.back().push_back({start, words.size()});
        else
            paragraphs.push_back({{start, words.size()}});
        m_open = true;
    }

    bool isPageNumber(QStringView words) const
    {
        return m_marks.wrapped && words.size() < 4
            && std::all_of(words.begin(), words.end(), [](QChar c) { return c.isDigit(); });
    }

    bool continues(const std::vector<Piece>& paragraph) const
    {
        const Piece& last = paragraph.back();
        return !endsSentence(QStringView(m_source.text).sliced(last.start, last.length));
    }

    const Source& m_source;
    const Marks& m_marks;
    QHash<QString, int> m_repeated;
    Spoken m_spoken {};
    bool m_open = false;   ///< the last paragraph may go on in the next line
    bool m_below = false;  ///< a heading of the questions was met
    bool m_headed = false; ///< it was met since the last turn began
    bool m_over = false;
};

} // namespace

Spoken spokenBetween(const Source& source, const Marks& marks)
{
    return Reader(source, marks).read();
}

} // namespace plumbline
