#include "core/transcript/layouts/layouts.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace plumbline {

namespace {

bool heads(QStringView line, const char16_t* what)
{
    return withoutMarks(line).compare(QStringView(what), Qt::CaseInsensitive) == 0;
}

/// The line behind the lists of participants; 0 when there are none.
std::size_t behindLists(const Source& source)
{
    for (std::size_t i = 0; i < source.lines.size(); ++i)
        if (heads(source.lines[i].text, u"Presentation")
            || isOperatorName(withoutMarks(source.lines[i].text)))
            return i;
    return 0;
}

QSet<QString> namesOf(const std::vector<Participant>& people)
{
    QSet<QString> names;
    for (const Participant& person : people)
        names.insert(person.name);
    return names;
}

} // namespace

Marks nameLineMarks(const Source& source, const std::vector<Participant>& people)
{
    const auto& lines = source.lines;
    Marks found {.layout = people.empty() ? TranscriptLayout::NameLine : TranscriptLayout::ParticipantLists};
    const QSet<QString> known = namesOf(people);
    QHash<QString, int> times;
    for (const SourceLine& line : lines)
        if (line.text.size() < 60 && looksLikeName(line.text))
            ++times[line.text.toString()];
    for (std::size_t i = behindLists(source); i + 1 < lines.size(); ++i) {
        const QStringView line = withoutMarks(lines[i].text);
        if (!looksLikeName(line))
            continue;
        const QString name = line.toString();
        const bool blankAbove = i == 0 || lines[i - 1].text.isEmpty();
        if (!isOperatorName(line) && !known.contains(name)
            && (!blankAbove || (times.value(name) < 2 && !lines[i + 1].text.isEmpty())))
            continue;
        std::size_t next = i + 1;
        QString title;
        if (next + 1 < lines.size() && !lines[next].text.isEmpty() && lines[next].text.size() < 140
            && lines[next + 1].text.isEmpty() && !endsSentence(lines[next].text) && !isOperatorName(line))
            title = lines[next++].text.toString();
        if (next < lines.size())
            found.marks.push_back({i, next, lines[next].start, lines[i].start, name, title});
    }
    if (found.marks.size() < 3)
        found.marks.clear();
    return found;
}

namespace {

/// Who a glued label names: a listed person, or somebody's title.
const Participant* named(const std::vector<Participant>& people, QStringView label)
{
    for (const Participant& person : people)
        if (label == person.name)
            return &person;
    for (const Participant& person : people)
        if (!person.title.isEmpty() && label == person.title)
            return &person;
    return nullptr;
}

/// A listed name at the very end of a paragraph, behind the end of a sentence.
qsizetype gluedName(QStringView line, const std::vector<Participant>& people, QString& name)
{
    static const QStringList standIns {
        QStringLiteral("Operator"), QStringLiteral("Unidentified Company Representative"),
        QStringLiteral("Unknown Executive"), QStringLiteral("Unidentified Analyst"),
        QStringLiteral("Unknown Analyst")};
    const auto ends = [&](const QString& one) {
        const qsizetype at = line.size() - one.size();
        return at > 2 && line.endsWith(one) && line[at - 1].isSpace()
            && endsSentence(line.first(at).trimmed());
    };
    for (const QString& one : standIns)
        if (ends(one))
            name = one;
    for (const Participant& person : people)
        if (name.isEmpty() && ends(person.name))
            name = person.name;
    return line.size() - name.size();
}

/// The firm or title written before the words of a labelled turn.
qsizetype behindTitle(QStringView speech, const std::vector<Participant>& people)
{
    qsizetype longest = 0;
    for (const Participant& person : people)
        for (const QString& words : {person.firm, person.title})
            if (!words.isEmpty() && speech.startsWith(words))
                longest = std::max(longest, words.size());
    return longest;
}

} // namespace

Marks gluedMarks(const Source& source, const std::vector<Participant>& people)
{
    Marks found {.layout = TranscriptLayout::GluedNames};
    if (people.empty())
        return found;
    const auto& lines = source.lines;
    int colons = 0;
    int glued = 0;
    const auto push = [&](std::size_t line, qsizetype label, std::size_t next, qsizetype start,
                          const QString& name) {
        const Participant* who = named(people, name);
        found.marks.push_back({line, next, start, label, who ? who->name : name,
                               who                                           ? who->title
                               : name.contains(u' ') && !looksLikeName(name) ? name
                                                                             : QString()});
    };
    for (std::size_t i = behindLists(source); i < lines.size(); ++i) {
        const QStringView line = lines[i].text;
        const qsizetype colon = line.first(std::min<qsizetype>(line.size(), 120)).indexOf(u": ");
        if (isOperatorName(line) || (line.size() < 80 && named(people, line))) { // a name or a title alone
            if (i + 1 >= lines.size())
                break;
            if (!found.marks.empty() && found.marks.back().textLine == i) { // the title below a glued name
                found.marks.back().textLine = i + 1;
                found.marks.back().textStart = lines[i + 1].start;
                found.marks.back().title = line.toString();
            } else {
                push(i, lines[i].start, i + 1, lines[i + 1].start, line.toString());
            }
        } else if (colon > 2
                   && (isOperatorName(line.first(colon)) || named(people, line.first(colon))
                       || looksLikeName(line.first(colon)) || line.first(colon).startsWith(u"Chief ")
                       || line.first(colon).contains(u"Unidentified"))) {
            qsizetype start = colon + 2;
            start += behindTitle(line.sliced(start), people);
            while (start < line.size() && line[start].isSpace())
                ++start;
            push(i, lines[i].start, i, lines[i].start + start, line.first(colon).toString());
            ++colons;
        } else if (QString name; gluedName(line, people, name) < line.size() && i + 1 < lines.size()) {
            push(i, lines[i].start + line.size() - name.size(), i + 1, lines[i + 1].start, name);
            ++glued;
        }
    }
    if (colons + glued < 4)
        found.marks.clear();
    return found;
}

} // namespace plumbline
