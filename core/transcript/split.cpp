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

void addSpan(std::vector<SentenceSpan>& spans, QStringView paragraph, qsizetype start, qsizetype end)
{
    while (start < end && paragraph[start].isSpace())
        ++start;
    while (end > start && paragraph[end - 1].isSpace())
        --end;
    if (end > start)
        spans.push_back({start, end - start});
}

} // namespace

std::vector<SentenceSpan> sentenceSpans(QStringView paragraph)
{
    std::vector<SentenceSpan> spans;
    qsizetype start = 0;
    for (qsizetype i = 0; i < paragraph.size(); ++i) {
        const QChar c = paragraph[i];
        if (c != u'.' && c != u'?' && c != u'!')
            continue;
        qsizetype end = i + 1;
        while (end < paragraph.size()
               && (paragraph[end] == u'"' || paragraph[end] == u'”' || paragraph[end] == u')'))
            ++end;
        qsizetype next = end;
        while (next < paragraph.size() && paragraph[next].isSpace())
            ++next;
        const bool last = end >= paragraph.size();
        if (!last && (next == end || next >= paragraph.size() || !startsSentence(paragraph[next])))
            continue;
        if (!last && c == u'.' && endsWithAbbreviation(paragraph.sliced(start, i + 1 - start)))
            continue;
        addSpan(spans, paragraph, start, end);
        start = end;
        i = end - 1;
    }
    addSpan(spans, paragraph, start, paragraph.size());
    return spans;
}

QStringList sentencesOf(const QString& paragraph)
{
    QStringList sentences;
    for (const SentenceSpan& span : sentenceSpans(paragraph))
        sentences.append(paragraph.sliced(span.start, span.length));
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
