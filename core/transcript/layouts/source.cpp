#include "core/transcript/layouts/source.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace plumbline {

namespace {

bool isParticle(QStringView word)
{
    static constexpr std::array particles {u"de",  u"da", u"van", u"von", u"der", u"den", u"la",
                                           u"del", u"di", u"du",  u"bin", u"al",  u"el",  u"dos"};
    return std::any_of(particles.begin(), particles.end(),
                       [&](const char16_t* one) { return word == QStringView(one); });
}

/// Words that begin a sentence or a heading, never a name.
bool isNoName(QStringView word)
{
    static constexpr std::array words {
        u"Thank",     u"Thanks",       u"Good",    u"Yes",       u"Yeah",      u"Sure",       u"And",
        u"So",        u"The",          u"Our",     u"We",        u"In",        u"On",         u"For",
        u"With",      u"As",           u"At",      u"This",      u"That",      u"Now",        u"Question",
        u"Questions", u"Prepared",     u"Full",    u"Key",       u"Financial", u"Conference", u"Call",
        u"Earnings",  u"Presentation", u"Company", u"Corporate", u"Contents",  u"Market",     u"Executive",
        u"Risks",     u"Outlook",      u"Revenue", u"Total",     u"Net",       u"Operating",  u"Q&A",
        u"First",     u"Second",       u"Third",   u"Fourth",    u"Next",      u"Date",       u"Source",
        u"Okay",      u"Hi",           u"Hello",   u"Great",     u"Adjusted",  u"Free",       u"Cash",
        u"Industry",  u"Image",        u"Summary", u"To",        u"Also",      u"But",        u"Participants",
        u"Analysts",  u"Powered",      u"Opening", u"Closing",   u"Capital",   u"Gross",      u"Management's",
        u"Forward",   u"Safe"};
    return std::any_of(words.begin(), words.end(),
                       [&](const char16_t* one) { return word == QStringView(one); });
}

bool isNameWord(QStringView word)
{
    if (isParticle(word))
        return true;
    if (!word.front().isUpper())
        return false;
    return std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.isLetter() || c.isMark() || c == u'.' || c == u'-' || c == u'\'' || c == u'’' || c == u'`';
    });
}

bool isStandIn(QStringView words)
{
    for (const char16_t* start :
         {u"Speaker ", u"Unknown ", u"Unidentified ", u"Company Representative", u"spk"})
        if (words.startsWith(QStringView(start)) && words.size() < 50)
            return true;
    return words == u"Analyst" || isOperatorName(words);
}

} // namespace

std::vector<SourceLine> linesOf(const QString& text)
{
    std::vector<SourceLine> lines;
    for (qsizetype start = 0; start <= text.size();) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        qsizetype first = start;
        qsizetype last = end;
        while (first < last && text[first].isSpace())
            ++first;
        while (last > first && text[last - 1].isSpace())
            --last;
        lines.push_back({first, QStringView(text).sliced(first, last - first)});
        start = end + 1;
    }
    return lines;
}

Source sourceOf(const QByteArray& bytes)
{
    Source source;
    source.marked = bytes.startsWith("\xEF\xBB\xBF");
    QStringDecoder decoder(QStringDecoder::Utf8);
    source.text = decoder(QByteArrayView(bytes).sliced(source.marked ? 3 : 0));
    source.replaced = decoder.hasError();
    source.lines = linesOf(source.text);
    return source;
}

bool looksLikeName(QStringView words)
{
    if (words.size() < 3 || words.size() > 60)
        return false;
    if (isStandIn(words))
        return true;
    int count = 0;
    bool first = true;
    for (const QStringView word : words.tokenize(u' ', Qt::SkipEmptyParts)) {
        if ((first && isNoName(word)) || !isNameWord(word) || ++count > 6)
            return false;
        first = false;
    }
    const bool suffix = words.endsWith(u"Jr.") || words.endsWith(u"Sr.");
    return count >= 2 && (suffix || words.back() != u'.');
}

bool isOperatorName(QStringView name)
{
    for (const char16_t* one : {u"Operator", u"Conference Operator", u"Moderator", u"Coordinator",
                                u"Call Facilitator", u"Facilitator"})
        if (name.compare(QStringView(one), Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

bool isRule(QStringView line, QChar of, qsizetype least)
{
    return line.size() >= least && std::all_of(line.begin(), line.end(), [&](QChar c) { return c == of; });
}

QStringView withoutMarks(QStringView line)
{
    while (!line.isEmpty() && (line.front() == u'#' || line.front() == u'*'))
        line = line.sliced(1);
    line = line.trimmed();
    while (!line.isEmpty() && line.back() == u'*')
        line.chop(1);
    return line.trimmed();
}

bool endsSentence(QStringView text)
{
    while (!text.isEmpty()
           && (text.back() == u'"' || text.back() == u'”' || text.back() == u')' || text.back() == u']'))
        text.chop(1);
    return text.isEmpty() || text.endsWith(u'.') || text.endsWith(u'?') || text.endsWith(u'!')
        || text.endsWith(u':');
}

} // namespace plumbline
