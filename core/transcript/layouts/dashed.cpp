#include "core/transcript/layouts/layouts.h"

namespace plumbline {

namespace {

struct Pair
{
    QString name;
    QString title;
};

/// "Name -- Title" or "Name--Title" on one line.
std::optional<Pair> onOneLine(QStringView line)
{
    if (line.size() > 160)
        return {};
    const qsizetype dash = line.indexOf(u"--");
    if (dash < 3 || line.endsWith(u'.') || !looksLikeName(line.first(dash).trimmed()))
        return {};
    return Pair {line.first(dash).trimmed().toString(), line.sliced(dash + 2).trimmed().toString()};
}

} // namespace

Marks dashMarks(const Source& source)
{
    Marks found {.layout = TranscriptLayout::NameDashTitle};
    const auto& lines = source.lines;
    int titled = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const QStringView line = withoutMarks(lines[i].text);
        if (i + 3 < lines.size() && lines[i + 1].text == u"--" && looksLikeName(line)) {
            found.marks.push_back({i, i + 3, lines[i + 3].start, lines[i].start, line.toString(),
                                   lines[i + 2].text.toString()});
            i += 2;
            ++titled;
        } else if (const auto pair = onOneLine(line)) {
            found.marks.push_back({i, i + 1, lines[i + 1].start, lines[i].start, pair->name, pair->title});
            ++titled;
        } else if (isOperatorName(line)) {
            found.marks.push_back({i, i + 1, lines[i + 1].start, lines[i].start, line.toString(), {}});
        }
    }
    if (titled < 3)
        found.marks.clear();
    return found;
}

} // namespace plumbline
