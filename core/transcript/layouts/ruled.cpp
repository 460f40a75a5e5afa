#include "core/transcript/layouts/layouts.h"

namespace plumbline {

Marks numberedRuleMarks(const Source& source)
{
    Marks found {.layout = TranscriptLayout::NumberedRules};
    const auto& lines = source.lines;
    for (std::size_t i = 1; i + 2 < lines.size(); ++i) {
        QStringView line = lines[i].text;
        if (!line.endsWith(u']') || !isRule(lines[i - 1].text, u'-', 20)
            || !isRule(lines[i + 1].text, u'-', 20))
            continue;
        const qsizetype bracket = line.lastIndexOf(u'[');
        if (bracket < 1)
            continue;
        line = line.first(bracket).trimmed();
        const qsizetype comma = line.indexOf(u",  ");
        found.marks.push_back({i, i + 2, lines[i + 2].start, lines[i].start,
                               (comma > 0 ? line.first(comma) : line).toString(),
                               comma > 0 ? line.sliced(comma + 3).trimmed().toString() : QString()});
    }
    return found;
}

Marks dottedRuleMarks(const Source& source)
{
    Marks found {.layout = TranscriptLayout::DottedRules, .wrapped = true};
    const auto& lines = source.lines;
    for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
        if (!isRule(lines[i].text, u'.', 20))
            continue;
        std::size_t name = i + 1;
        while (name < lines.size() && lines[name].text.isEmpty())
            ++name;
        if (name + 1 >= lines.size())
            break;
        const QStringView label = lines[name].text;
        const bool conductor = label.startsWith(u"Operator:");
        if (conductor) {
            found.marks.push_back(
                {name, name, lines[name].start + 9, lines[name].start, QStringLiteral("Operator"), {}});
            continue;
        }
        if (label.size() > 90)
            continue;
        QString title = lines[name + 1].text.toString();
        for (const char16_t* letter : {u" Q", u" A"}) // at the right margin
            if (title.endsWith(QStringView(letter)))
                title = title.chopped(2).trimmed();
        if (name + 2 < lines.size())
            found.marks.push_back(
                {name, name + 2, lines[name + 2].start, lines[name].start, label.toString(), title});
    }
    return found;
}

} // namespace plumbline
