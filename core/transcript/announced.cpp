#include "core/transcript/announced.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace plumbline {

namespace {

/// Capitalised words from the front, as a name is written.
QString nameAtFront(QStringView words)
{
    QStringList name;
    for (const QStringView word : words.tokenize(u' ', Qt::SkipEmptyParts)) {
        QStringView bare = word;
        const bool stops = bare.endsWith(u',') || (bare.endsWith(u'.') && bare.size() > 3);
        while (bare.endsWith(u',') || (bare.endsWith(u'.') && bare.size() > 3))
            bare.chop(1);
        const bool particle =
            bare == u"de" || bare == u"van" || bare == u"von" || bare == u"der" || bare == u"di";
        if (bare.isEmpty() || (!bare.front().isUpper() && !particle))
            break;
        name.append(bare.toString());
        if (stops || name.size() == 5)
            break;
    }
    return name.join(u' ');
}

/// The firm from the front: until the sentence ends or the caller is asked to speak.
QString firmAtFront(QStringView words)
{
    QStringList firm;
    for (const QStringView word : words.tokenize(u' ', Qt::SkipEmptyParts)) {
        if (word == u"Please" || word == u"please" || word == u"Your" || word == u"your" || word == u"You"
            || word == u"Go" || word == u"go")
            break;
        QStringView bare = word;
        bool stops = false;
        while (!bare.isEmpty() && (bare.back() == u',' || bare.back() == u';' || bare.back() == u'?')) {
            bare.chop(1);
            stops = true;
        }
        const bool initial = bare.size() <= 2 || bare.first(bare.size() - 1).contains(u'.');
        if (bare.endsWith(u'.') && !initial) {
            bare.chop(1);
            stops = true;
        }
        if (!bare.isEmpty())
            firm.append(bare.toString());
        if (stops || firm.size() == 8)
            break;
    }
    QString joined = firm.join(u' ');
    if (joined.startsWith(u"the "))
        joined.remove(0, 4);
    return joined;
}

} // namespace

std::optional<Announced> announcedIn(QStringView words)
{
    static constexpr std::array cues {u"line of ",
                                      u"comes from ",
                                      u"come from ",
                                      u"coming from ",
                                      u"is from ",
                                      u"question from ",
                                      u"next to ",
                                      u"go to ",
                                      u"turn to ",
                                      u"questions from ",
                                      u"question goes to ",
                                      u"question is to ",
                                      u"moving on to ",
                                      u"take from ",
                                      u"will be from ",
                                      u"hear from ",
                                      u"comes on the line of "};
    if (words.size() > 1500)
        words = words.last(1500);
    qsizetype best = -1;
    for (const char16_t* cue : cues) {
        const QStringView text(cue);
        for (qsizetype at = words.indexOf(text); at >= 0; at = words.indexOf(text, at + 1))
            if (const qsizetype end = at + text.size(); end < words.size() && end > best) {
                const QStringView rest = words.sliced(end);
                const qsizetype skip = rest.startsWith(u"the line of ") ? 12 : 0;
                if (skip < rest.size() && rest[skip].isUpper())
                    best = end + skip;
            }
    }
    if (best < 0)
        return {};
    const QStringView rest = words.sliced(best);
    Announced found {nameAtFront(rest), {}};
    if (found.name.isEmpty())
        return {};
    const QStringView behind = rest.sliced(std::min(found.name.size(), rest.size()));
    qsizetype nearest = -1;
    for (const char16_t* link : {u" with ", u" from ", u" at ", u" of ", u", "}) {
        const qsizetype at = behind.first(std::min<qsizetype>(behind.size(), 60)).indexOf(QStringView(link));
        const qsizetype end = at + QStringView(link).size();
        if (at >= 0 && at <= 12 && (nearest < 0 || end < nearest) && end < behind.size())
            nearest = end;
    }
    if (nearest >= 0) {
        QStringView firm = behind.sliced(nearest);
        for (const char16_t* link : {u"with ", u"from ", u"at "})
            if (firm.startsWith(QStringView(link)))
                firm = firm.sliced(QStringView(link).size());
        found.firm = firmAtFront(firm);
    }
    return found;
}

bool maySamePerson(QStringView one, QStringView other)
{
    const auto wordsOf = [](QStringView name) {
        QStringList words = name.toString().toLower().split(u' ', Qt::SkipEmptyParts);
        words.removeIf(
            [](const QString& word) { return word == u"jr." || word == u"mr." || word == u"ms."; });
        return words;
    };
    const QStringList a = wordsOf(one);
    const QStringList b = wordsOf(other);
    if (a.isEmpty() || b.isEmpty())
        return false;
    if (a.constLast() == b.constLast() && a.constFirst().front() == b.constFirst().front())
        return true;
    const QStringList& fewer = a.size() < b.size() ? a : b;
    const QStringList& more = a.size() < b.size() ? b : a;
    return std::all_of(fewer.begin(), fewer.end(), [&](const QString& word) { return more.contains(word); });
}

} // namespace plumbline
