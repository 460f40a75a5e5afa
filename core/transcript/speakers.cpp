#include "core/transcript/speakers.h"

#include "core/transcript/announced.h"
#include "core/transcript/layouts/source.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace plumbline {

namespace {

bool isAnalystsTitle(const QString& title)
{
    return title.contains(u"Analyst") || title.contains(u"Research Division")
        || (title.contains(u"Research") && !title.contains(u"Development"));
}

bool isManagersTitle(const QString& title)
{
    for (const char16_t* word : {u"Chief", u"CEO", u"CFO", u"COO", u"CTO", u"President", u"Chair", u"Officer",
                                 u"Investor Relations", u"Head of", u"IR", u"Founder", u"Treasurer"})
        if (title.contains(QStringView(word)))
            return true;
    return false;
}

bool isStandInName(const QString& name)
{
    return name.startsWith(u"Speaker ") || name.startsWith(u"Unknown") || name.startsWith(u"Unidentified")
        || name == u"Analyst" || name.startsWith(u"spk") || name.startsWith(u"Company Rep");
}

const Participant* listed(const Transcript& transcript, const QString& name)
{
    for (const Participant& person : transcript.participants)
        if (person.name == name)
            return &person;
    for (const Participant& person : transcript.participants)
        if (maySamePerson(person.name, name))
            return &person;
    return nullptr;
}

/// The firm of "Analyst, Rookwood Securities", "Rookwood Securities - Analyst, Equities", "Rookwood Securities, Analyst".
QString firmBesideTitle(const QString& title)
{
    if (const qsizetype dash = title.indexOf(u" - "); dash >= 0 && !title.startsWith(u"Analyst, "))
        return title.first(dash);
    QStringList parts = title.split(QStringLiteral(", "));
    parts.removeIf([](const QString& part) { return part.contains(u"Analyst"); });
    return parts.join(QStringLiteral(", "));
}

SpeakerKind kindFromLabel(const Turn& turn, const Participant* person)
{
    if (isOperatorName(turn.label) || isOperatorName(turn.title) || turn.title.endsWith(u"Operator"))
        return SpeakerKind::Operator;
    if (turn.label.contains(u"Analyst"))
        return SpeakerKind::Analyst;
    if (turn.label.contains(u"Representative") || turn.label.endsWith(u"Executive"))
        return SpeakerKind::Management;
    if (isAnalystsTitle(turn.title))
        return SpeakerKind::Analyst;
    if (person != nullptr && person->kind != SpeakerKind::Unknown)
        return person->kind;
    return isManagersTitle(turn.title) ? SpeakerKind::Management : SpeakerKind::Unknown;
}

bool callsAnalyst(QStringView words)
{
    return words.contains(u"question", Qt::CaseInsensitive)
        || words.contains(u"go ahead", Qt::CaseInsensitive) || words.contains(u"line of ")
        || words.contains(u"line is", Qt::CaseInsensitive);
}

/// A stand-in such as "spk03" that calls the analysts is the operator.
void findOperators(Transcript& transcript, const std::vector<QString>& words)
{
    QSet<QString> operators;
    for (std::size_t i = 0; i < transcript.turns.size(); ++i)
        if (const Turn& turn = transcript.turns[i]; turn.label.startsWith(u"spk") && words[i].size() < 600
                                                    && words[i].contains(u"question", Qt::CaseInsensitive)
                                                    && announcedIn(words[i]))
            operators.insert(turn.label);
    for (Turn& turn : transcript.turns)
        if (operators.contains(turn.label))
            turn.kind = SpeakerKind::Operator;
}

/// Some calls have nobody who calls the analysts: then the questions begin with the first newcomer who asks.
int firstNewcomer(const Transcript& transcript, const std::vector<QString>& words)
{
    QSet<QString> seen;
    for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
        const Turn& turn = transcript.turns[i];
        if (i > 2 && turn.kind == SpeakerKind::Unknown && words[i].contains(u'?')
            && !seen.contains(turn.label))
            return turn.number;
        seen.insert(turn.label);
    }
    return static_cast<int>(transcript.turns.size()) + 1;
}

/// The first turn of the questions: below the heading, or where the first analyst is called.
int firstOfQuestions(const Transcript& transcript, const std::vector<QString>& words, int questionsFrom)
{
    if (questionsFrom > 0)
        return questionsFrom;
    for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
        const Turn& turn = transcript.turns[i];
        if (turn.kind == SpeakerKind::Analyst)
            return turn.number;
        if (i > 0 && turn.kind == SpeakerKind::Operator && callsAnalyst(words[i])
            && (words[i].contains(u"first question", Qt::CaseInsensitive) || announcedIn(words[i])))
            return turn.number;
    }
    return firstNewcomer(transcript, words);
}

/// Gives whoever speaks behind an announcement the announced name and firm.
void followAnnouncements(Transcript& transcript, const std::vector<QString>& words,
                         const QSet<QString>& managers)
{
    QHash<QString, QString> firms;
    QSet<QString> seen;
    std::optional<Announced> called;
    for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
        Turn& turn = transcript.turns[i];
        if (turn.section == CallSection::Prepared)
            continue;
        if (turn.kind == SpeakerKind::Operator) {
            if (callsAnalyst(words[i]))
                called = announcedIn(words[i]).value_or(Announced {});
            continue;
        }
        const bool manager = turn.kind == SpeakerKind::Management || managers.contains(turn.speaker);
        if (called && !manager) {
            turn.kind = SpeakerKind::Analyst;
            if (!called->firm.isEmpty())
                firms.insert(turn.speaker, called->firm);
            if (isStandInName(turn.label) && !called->name.isEmpty())
                turn.speaker = called->name;
            if (!called->firm.isEmpty())
                turn.firm = called->firm;
            called.reset();
        } else if (manager && words[i].size() < 1500 && words[i].contains(u"question", Qt::CaseInsensitive)
                   && announcedIn(words[i].right(300))) { // the host of the call does it
            called = announcedIn(words[i].right(300));
        } else if (!manager && turn.kind == SpeakerKind::Unknown && !seen.contains(turn.speaker)
                   && words[i].contains(u'?')) {
            turn.kind = SpeakerKind::Analyst;
            if (turn.firm.isEmpty())
                turn.firm = turn.title;
        } else if (!manager && turn.kind == SpeakerKind::Analyst && firms.contains(turn.speaker)) {
            turn.firm = firms.value(turn.speaker);
        }
        seen.insert(turn.speaker);
    }
}

} // namespace

void settleSpeakers(Transcript& transcript, const std::vector<QString>& words, int questionsFrom)
{
    QHash<QString, const Participant*> known;
    for (Turn& turn : transcript.turns) {
        turn.speaker = turn.label;
        if (!known.contains(turn.label))
            known.insert(turn.label, listed(transcript, turn.label));
        const Participant* person = known.value(turn.label);
        turn.kind = kindFromLabel(turn, person);
        if (person != nullptr && turn.kind != SpeakerKind::Operator) {
            if (turn.title.isEmpty())
                turn.title = person->title;
            turn.firm = person->firm;
        }
        if (turn.kind == SpeakerKind::Analyst && turn.firm.isEmpty() && !turn.title.isEmpty()
            && isAnalystsTitle(turn.title) && turn.title.contains(u", "))
            turn.firm = firmBesideTitle(turn.title);
    }
    findOperators(transcript, words);
    const int questions = firstOfQuestions(transcript, words, questionsFrom);
    QSet<QString> managers;
    for (Turn& turn : transcript.turns) {
        turn.section = turn.number >= questions ? CallSection::Questions : CallSection::Prepared;
        if (turn.section == CallSection::Prepared && turn.kind == SpeakerKind::Unknown)
            turn.kind = SpeakerKind::Management;
        if (turn.kind == SpeakerKind::Management && !isStandInName(turn.speaker))
            managers.insert(turn.speaker);
    }
    followAnnouncements(transcript, words, managers);
    QSet<QString> analysts;
    QHash<QString, QString> firms;
    for (const Turn& turn : transcript.turns)
        if (turn.kind == SpeakerKind::Analyst) {
            analysts.insert(turn.speaker);
            if (!turn.firm.isEmpty())
                firms.insert(turn.speaker, turn.firm);
        }
    for (Turn& turn : transcript.turns) {
        if (turn.kind == SpeakerKind::Unknown)
            turn.kind = analysts.contains(turn.speaker) ? SpeakerKind::Analyst : SpeakerKind::Management;
        if (turn.kind == SpeakerKind::Analyst && firms.contains(turn.speaker))
            turn.firm = firms.value(turn.speaker);
    }
}

} // namespace plumbline
