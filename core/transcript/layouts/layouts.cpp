#include "core/transcript/layouts/layouts.h"

#include <QSet>

#include <algorithm>

namespace plumbline {

namespace {

/// Marks that begin in the second half of the text are a list at its end, not speech.
bool coverSpeech(const Source& source, const Marks& found)
{
    return found.marks.size() >= 3 && found.marks.front().labelStart * 2 < source.text.size();
}

/// "[NOTE: remainder of transcript truncated …]": a remark about the text, set apart by brackets.
bool isEditorsNote(QStringView line)
{
    if (!line.startsWith(u'['))
        return false;
    const QString words = line.toString().toLower();
    return words.startsWith(u"[note") || words.startsWith(u"[continued") || words.startsWith(u"[editor")
        || words.contains(u"transcript truncated");
}

} // namespace

Marks marksOf(const Source& source, const std::vector<Participant>& people)
{
    for (Marks (*read)(const Source&) :
         {timeStampedMarks, numberedRuleMarks, dottedRuleMarks, bracketedMarks, dashMarks}) {
        Marks found = read(source);
        if (coverSpeech(source, found))
            return found;
    }
    Marks glued = gluedMarks(source, people);
    if (!glued.marks.empty())
        return glued;
    Marks colon = colonMarks(source);
    Marks named = nameLineMarks(source, people);
    return colon.marks.size() >= named.marks.size() ? colon : named;
}

bool isPublishersLine(QStringView line)
{
    if (isEditorsNote(line))
        return true;
    if (line.size() > 200)
        return false;
    for (const char16_t* start : {u"3rd party Ad.",
                                  u"Image source:",
                                  u"Enter Your Email",
                                  u"Subscribe with",
                                  u"We may use your email",
                                  u"Receive real-time",
                                  u"1-877-FACTSET",
                                  u"Copyright ©",
                                  u"Powered by",
                                  u"View more",
                                  u"Need a quote from",
                                  u"Should you invest",
                                  u"10 stocks we like",
                                  u"See the 10 stocks",
                                  u"Where to invest $",
                                  u"Story Continues",
                                  u"Advertisement",
                                  u"*Stock Advisor returns",
                                  u"Q&A Session",
                                  u"---",
                                  u"==="})
        if (line.startsWith(QStringView(start), Qt::CaseInsensitive))
            return true;
    return (line.startsWith(u"Follow ") && line.endsWith(u')')) || line == u"or"
        || (line.startsWith(u"Page ") && line.size() < 20 && line.back().isDigit())
        || line.contains(u"AI-generated") || isRule(line, u'.', 20);
}

bool endsSpeech(QStringView line)
{
    const QStringView bare = withoutMarks(line);
    if (bare.size() > 400)
        return bare.startsWith(u"This article is a transcript of this");
    for (const char16_t* start :
         {u"Call participants:", u"Duration: ", u"This article is a transcript of this",
          u"[Operator signoff]", u"Stocks Mentioned", u"All earnings call transcripts", u"Disclaimer",
          u"This article was generated", u"Definitions", u"The information contained in event transcripts",
          u"Copyright policy", u"Read the original article"})
        if (bare.startsWith(QStringView(start), Qt::CaseInsensitive))
            return true;
    return bare.startsWith(u"More ") && bare.endsWith(u"analysis");
}

bool headsQuestions(QStringView line)
{
    const QStringView bare = withoutMarks(line);
    if (bare.size() > 40)
        return false;
    for (const char16_t* heading :
         {u"Question-and-Answer Session", u"Questions & Answers:", u"Questions and Answers:",
          u"Questions & Answers", u"Questions and Answers", u"QUESTION AND ANSWER",
          u"Question and Answer Section", u"Q&A Session", u"Q&A", u"Question and Answer Session"})
        if (bare.compare(QStringView(heading), Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

namespace {

/// What a heading of a list says about those below it; nothing when it heads no list.
std::optional<SpeakerKind> headedKind(QStringView line)
{
    QStringView bare = withoutMarks(line);
    if (bare.endsWith(u':'))
        bare.chop(1);
    for (const char16_t* own : {u"Company Participants", u"Corporate Participants", u"Presenters",
                                u"Executives", u"Participants", u"Call participants"})
        if (bare.compare(QStringView(own), Qt::CaseInsensitive) == 0)
            return bare.startsWith(u"Call", Qt::CaseInsensitive) ? SpeakerKind::Unknown
                                                                 : SpeakerKind::Management;
    for (const char16_t* others : {u"Conference Call Participants", u"Conference Call Participiants",
                                   u"Q&A Participants", u"Analysts", u"Other Participants"})
        if (bare.compare(QStringView(others), Qt::CaseInsensitive) == 0)
            return SpeakerKind::Analyst;
    return {};
}

QString firmIn(const QString& words)
{
    const qsizetype dash = words.indexOf(u" - ");
    return dash > 0 ? words.first(dash).trimmed() : words;
}

/// One entry of a list, "Name - Title", "Name, Title", "Title — Name", "Name--Firm -- Analyst".
std::optional<Participant> entry(QStringView line, SpeakerKind kind)
{
    if (line.startsWith(u"* "))
        line = line.sliced(2).trimmed();
    if (line.size() > 200)
        return {};
    for (const char16_t* between : {u" -- ", u"--", u" - ", u" — ", u" – ", u", "}) {
        const qsizetype at = line.indexOf(QStringView(between));
        if (at < 1)
            continue;
        QString name = line.first(at).trimmed().toString();
        QString rest = line.sliced(at + QStringView(between).size()).trimmed().toString();
        if (QStringView(between) == u" — " && looksLikeName(rest))
            std::swap(name, rest);
        if (!looksLikeName(name))
            continue;
        Participant person {.name = name, .title = rest, .firm = {}, .kind = kind};
        const bool analyst = kind == SpeakerKind::Analyst || rest.endsWith(u"Analyst");
        if (kind == SpeakerKind::Unknown)
            person.kind = analyst ? SpeakerKind::Analyst : SpeakerKind::Management;
        if (person.kind == SpeakerKind::Analyst) {
            if (const qsizetype dashes = rest.indexOf(u" -- "); dashes > 0)
                person.firm = rest.first(dashes);
            else if (rest != u"Analyst")
                person.firm = firmIn(rest);
        }
        return person;
    }
    if (looksLikeName(line) && kind != SpeakerKind::Unknown)
        return Participant {.name = line.toString(), .title = {}, .firm = {}, .kind = kind};
    return {};
}

/// More names than any call has are no list of participants.
constexpr std::size_t mostPeople = 200;

/// Each name once, as it was first listed.
std::vector<Participant> eachOnce(std::vector<Participant> people)
{
    QSet<QString> seen;
    std::erase_if(people, [&](const Participant& person) {
        const auto before = seen.size();
        seen.insert(person.name);
        return seen.size() == before;
    });
    if (people.size() > mostPeople)
        people.resize(mostPeople);
    return people;
}

} // namespace

std::vector<Participant> listedPeople(const Source& source)
{
    std::vector<Participant> people;
    SpeakerKind kind = SpeakerKind::Unknown;
    bool inside = false;
    int odd = 0;
    for (const SourceLine& line : source.lines) {
        if (line.text.isEmpty() || isRule(line.text, u'=', 10))
            continue;
        if (const auto headed = headedKind(line.text)) {
            kind = *headed;
            inside = true;
            odd = 0;
            continue;
        }
        if (!inside)
            continue;
        if (isOperatorName(withoutMarks(line.text)) || line.text.size() > 200
            || withoutMarks(line.text).startsWith(u"Operator:")) {
            inside = false;
            continue;
        }
        if (auto person = entry(line.text, kind)) {
            people.push_back(std::move(*person));
            odd = 0;
        } else if (!people.empty()
                   && people.back().title.isEmpty()) { // the title or firm stands below the name
            people.back().title = line.text.toString();
            if (people.back().kind == SpeakerKind::Analyst)
                people.back().firm = firmIn(people.back().title);
        } else if (!people.empty() && ++odd == 1 && people.back().kind == SpeakerKind::Analyst
                   && line.text.size() < 60) { // a long firm goes on below
            people.back().firm += u' ' + line.text.toString();
        } else if (odd > 2) {
            inside = false;
        }
    }
    return eachOnce(std::move(people));
}

} // namespace plumbline
