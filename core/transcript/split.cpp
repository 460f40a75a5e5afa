#include "core/transcript/split.h"

#include <QHash>
#include <QRegularExpression>

#include <array>

namespace plumbline {

namespace {

bool endsWithAbbreviation(QStringView text)
{
    static constexpr std::array words {
        QLatin1StringView("Mr."),  QLatin1StringView("Ms."),  QLatin1StringView("Mrs."),
        QLatin1StringView("Dr."),  QLatin1StringView("Inc."), QLatin1StringView("Corp."),
        QLatin1StringView("Ltd."), QLatin1StringView("Co."),  QLatin1StringView("vs."),
        QLatin1StringView("No."),  QLatin1StringView("U.S."), QLatin1StringView("E.U."),
        QLatin1StringView("St.")};
    const qsizetype space = text.lastIndexOf(u' ');
    const QStringView last = text.sliced(space + 1);
    for (const QLatin1StringView word : words)
        if (last == word)
            return true;
    return last.size() == 2 && last[0].isUpper(); // an initial
}

bool startsSentence(QChar c)
{
    return c.isUpper() || c.isDigit() || c == u'"' || c == u'“' || c == u'$' || c == u'€' || c == u'\'';
}

struct Person
{
    QString role;
    QString firm;
};

QString shortRole(const QString& title)
{
    if (title.contains(u"Chief Executive", Qt::CaseInsensitive))
        return QStringLiteral("CEO");
    if (title.contains(u"Chief Financial", Qt::CaseInsensitive))
        return QStringLiteral("CFO");
    return title;
}

} // namespace

QStringList sentencesOf(const QString& paragraph)
{
    QStringList sentences;
    qsizetype start = 0;
    for (qsizetype i = 0; i < paragraph.size(); ++i) {
        const QChar c = paragraph[i];
        if (c != u'.' && c != u'?' && c != u'!')
            continue;
        qsizetype end = i + 1;
        while (end < paragraph.size()
               && (paragraph[end] == u'"' || paragraph[end] == u'”' || paragraph[end] == u')'))
            ++end;
        const bool last = end >= paragraph.size();
        if (!last
            && (paragraph[end] != u' ' || end + 1 >= paragraph.size() || !startsSentence(paragraph[end + 1])))
            continue;
        if (!last && c == u'.' && endsWithAbbreviation(QStringView(paragraph).sliced(start, i + 1 - start)))
            continue;
        sentences.append(paragraph.sliced(start, end - start).trimmed());
        start = end;
        i = end - 1;
    }
    if (const QString rest = paragraph.sliced(start).trimmed(); !rest.isEmpty())
        sentences.append(rest);
    return sentences;
}

std::vector<Sentence> speechOf(const QString& text)
{
    static const QRegularExpression participant(QStringLiteral("^([^,:]{3,60}), (.+)$"));
    QHash<QString, Person> people {{QStringLiteral("Operator"), {QStringLiteral("Operator"), {}}}};
    std::vector<Sentence> sentences;
    QString speaker;
    int turn = 0;
    bool analysts = false;
    bool answers = false;
    for (const QString& raw : text.split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.isEmpty())
            continue;
        if (line == u"QUESTION AND ANSWER") {
            answers = true;
            continue;
        }
        const qsizetype colon = line.indexOf(QStringLiteral(": "));
        const QString name = colon > 0 ? line.first(colon) : QString();
        QString speech = line;
        if (people.contains(name)) {
            speaker = name;
            ++turn;
            speech = line.sliced(colon + 2).trimmed();
        } else if (turn == 0) { // still before the speech: title, participants
            analysts = line == u"Analysts" || (analysts && line != u"Participants");
            if (const auto match = participant.match(line); match.hasMatch())
                people.insert(match.captured(1), analysts
                                                     ? Person {QStringLiteral("Analyst"), match.captured(2)}
                                                     : Person {shortRole(match.captured(2)), {}});
            continue;
        }
        const Person person = people.value(speaker);
        for (const QString& sentence : sentencesOf(speech))
            sentences.push_back({static_cast<int>(sentences.size()) + 1, turn, speaker, person.role,
                                 person.firm, answers, sentence});
    }
    return sentences;
}

} // namespace plumbline
