#include "core/transcript/layouts/layouts.h"

#include <algorithm>

namespace plumbline {

namespace {

bool isTime(QStringView line)
{
    if (line.size() < 4 || line.size() > 8 || line.count(u':') < 1)
        return false;
    return std::all_of(line.begin(), line.end(), [](QChar c) { return c.isDigit() || c == u':'; });
}

} // namespace

Marks timeStampedMarks(const Source& source)
{
    Marks found {.layout = TranscriptLayout::TimeStamped};
    const auto& lines = source.lines;
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        if (!isTime(lines[i].text))
            continue;
        std::size_t top = i;
        while (top > 0 && i - top < 2 && !lines[top - 1].text.isEmpty()
               && !lines[top - 1].text.startsWith(u"Powered by"))
            --top;
        if (top == i)
            continue;
        if (i - top == 2 && isOperatorName(withoutMarks(lines[top + 1].text)))
            ++top; // the line above belongs to what came before
        QString name = withoutMarks(lines[top].text).toString();
        QString title = i - top == 2 ? lines[top + 1].text.toString() : QString();
        if (const qsizetype open = name.indexOf(u" ("); open > 0 && name.endsWith(u')')) {
            title = name.sliced(open + 2).chopped(1);
            name.truncate(open);
        }
        found.marks.push_back({top, i + 1, lines[i + 1].start, lines[top].start, name, title});
    }
    if (found.marks.size() < 3)
        found.marks.clear();
    return found;
}

Marks bracketedMarks(const Source& source)
{
    Marks found {.layout = TranscriptLayout::Bracketed};
    const auto& lines = source.lines;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const QStringView line = lines[i].text;
        if (line.size() < 5 || line.size() > 160 || line.front() != u'[' || line.back() != u']')
            continue;
        const QStringView inside = line.sliced(1, line.size() - 2);
        const qsizetype dash = inside.indexOf(u" - ");
        const QStringView name = dash > 0 ? inside.first(dash) : inside;
        if (!looksLikeName(name) || name.endsWith(u"nstructions"))
            continue;
        found.marks.push_back({i, i + 1, lines[i + 1].start, lines[i].start, name.toString(),
                               dash > 0 ? inside.sliced(dash + 3).toString() : QString()});
    }
    if (found.marks.size() < 3)
        found.marks.clear();
    return found;
}

} // namespace plumbline
