#include "core/transcript/layouts/layouts.h"

#include <QHash>

#include <algorithm>

namespace plumbline {

namespace {

struct Label
{
    QStringView name;
    QStringView title;
    qsizetype after = 0; ///< index in the line behind the colon
};

std::optional<Label> labelOf(QStringView line)
{
    const qsizetype colon = line.first(std::min<qsizetype>(line.size(), 140)).indexOf(u':');
    if (colon < 3)
        return {};
    QStringView head = withoutMarks(line.first(colon));
    qsizetype after = colon + 1;
    while (after < line.size() && (line[after] == u'*' || line[after].isSpace()))
        ++after;
    const qsizetype comma = head.indexOf(u", ");
    Label label {comma > 0 ? head.first(comma) : head, comma > 0 ? head.sliced(comma + 2) : QStringView(),
                 after};
    if (const qsizetype bracket = label.name.indexOf(u" ("); bracket > 0 && label.name.endsWith(u')')) {
        label.title = label.name.sliced(bracket + 2).chopped(1);
        label.name = label.name.first(bracket);
    }
    const bool single = !label.name.contains(u' ') && !label.title.isEmpty(); // "Tia, Moderator"
    if (label.title.contains(u'.') && label.title.size() > 80)
        return {};
    if (!looksLikeName(label.name) && !(single && isOperatorName(label.title)))
        return {};
    return label;
}

/// Where the speech starts when an article stands before it.
std::size_t firstLine(const Source& source)
{
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        const QStringView line = withoutMarks(source.lines[i].text);
        if (line.size() < 160
            && (line.startsWith(u"Full Conference Call Transcript", Qt::CaseInsensitive)
                || line.startsWith(u"Full transcript", Qt::CaseInsensitive)))
            return i + 1;
    }
    return 0;
}

} // namespace

Marks colonMarks(const Source& source)
{
    const std::size_t first = firstLine(source);
    Marks found {.layout = first > 0 ? TranscriptLayout::Article : TranscriptLayout::NameColon};
    int alone = 0;
    for (std::size_t i = first; i < source.lines.size(); ++i) {
        const SourceLine& line = source.lines[i];
        const auto label = labelOf(line.text);
        if (!label)
            continue;
        const bool empty = label->after >= line.text.size();
        alone += empty;
        found.marks.push_back(
            {i, empty && i + 1 < source.lines.size() ? i + 1 : i,
             empty && i + 1 < source.lines.size() ? source.lines[i + 1].start : line.start + label->after,
             line.start, label->name.toString(), label->title.toString()});
    }
    if (found.marks.size() > 3 && alone * 2 > static_cast<int>(found.marks.size())) {
        found.layout = TranscriptLayout::FilingText;
        found.wrapped = true;
    }
    // Before the operator, or whoever speaks twice, a label is the publisher's.
    QHash<QString, int> times;
    for (const Mark& mark : found.marks)
        ++times[mark.label];
    const auto begins = std::find_if(found.marks.begin(), found.marks.end(), [&](const Mark& mark) {
        return isOperatorName(mark.label) || isOperatorName(mark.title) || times.value(mark.label) > 1
            || first > 0;
    });
    found.marks.erase(found.marks.begin(), begins);
    if (found.marks.size() < 3)
        found.marks.clear();
    return found;
}

} // namespace plumbline
