#include "core/reading/datedpromises.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

/// The last day of a month.
QDate endOf(int year, int month)
{
    return QDate(year, month, 1).addMonths(1).addDays(-1);
}

PromisedDate month(const QString& said, int year, int number)
{
    const QDate over = endOf(year, number);
    return {said, over.toString(u"yyyy-MM"_s), over};
}

PromisedDate wholeYear(const QString& said, int year)
{
    return {said, QString::number(year), QDate(year, 12, 31)};
}

int ordinal(const QString& word)
{
    static const QStringList words {u"first"_s, u"second"_s, u"third"_s, u"fourth"_s};
    return static_cast<int>(words.indexOf(word.toLower())) + 1;
}

int monthNumber(const QString& word)
{
    static const QStringList months {u"january"_s,   u"february"_s, u"march"_s,    u"april"_s,
                                     u"may"_s,       u"june"_s,     u"july"_s,     u"august"_s,
                                     u"september"_s, u"october"_s,  u"november"_s, u"december"_s};
    return static_cast<int>(months.indexOf(word.toLower())) + 1;
}

/// One way to name a date, and what its captures mean.
struct Way
{
    QRegularExpression pattern {};
    PromisedDate (*read)(const QRegularExpressionMatch& match, const QDate& said) = nullptr;
};

QRegularExpression expression(const QString& pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

PromisedDate partOfYear(const QRegularExpressionMatch& match, const QDate&)
{
    const QString part = match.captured(1).toLower();
    const int last = part.startsWith(u"early") || part.startsWith(u"beginning") ? 3
                   : part.startsWith(u"mid")                                    ? 6
                                                                                : 12;
    return month(match.captured(0), match.captured(2).toInt(), last);
}

PromisedDate quarterOfYear(const QRegularExpressionMatch& match, const QDate&)
{
    const QString digit = match.captured(1);
    const int quarter = digit.isEmpty() ? ordinal(match.captured(2)) : digit.toInt();
    return month(match.captured(0), match.captured(3).toInt(), 3 * quarter);
}

PromisedDate halfOfYear(const QRegularExpressionMatch& match, const QDate&)
{
    const QString half = match.captured(1).toLower();
    return month(match.captured(0), match.captured(2).toInt(), half == u"first" || half == u"front" ? 6 : 12);
}

PromisedDate monthOfYear(const QRegularExpressionMatch& match, const QDate&)
{
    return month(match.captured(0), match.captured(2).toInt(), monthNumber(match.captured(1)));
}

PromisedDate year(const QRegularExpressionMatch& match, const QDate&)
{
    return wholeYear(match.captured(0), match.captured(1).toInt());
}

PromisedDate thisYear(const QRegularExpressionMatch& match, const QDate& said)
{
    return wholeYear(match.captured(0), said.year());
}

PromisedDate nextYear(const QRegularExpressionMatch& match, const QDate& said)
{
    return wholeYear(match.captured(0), said.year() + 1);
}

/// The more telling ways first: a place in the text that one has read is not read again.
const std::vector<Way>& ways()
{
    static const QString some = u"(20[2-9]\\d)"_s;
    static const QString months =
        u"(january|february|march|april|may|june|july|august|september|october|november|december)"_s;
    static const std::vector<Way> all {
        {expression(u"\\b(early|mid|late|beginning of|middle of|end of)(?:[- ]| in )(?:calendar |fiscal )?"_s
                    + some),
         partOfYear},
        {expression(u"\\b(?:Q([1-4])|(first|second|third|fourth) quarter)(?: of)?(?: calendar| fiscal)? "_s
                    + some),
         quarterOfYear},
        {expression(u"\\b(first|second|front|back|latter) half(?: of)?(?: calendar| fiscal)? "_s + some),
         halfOfYear},
        {expression(u"\\b"_s + months + u"(?: of|,)? "_s + some + u"\\b"_s), monthOfYear},
        {expression(
             u"\\b(?:by|in|during|through|until|starting in|beginning in|into|for)(?: calendar| fiscal| the year)? "_s
             + some + u"\\b"_s),
         year},
        {expression(u"\\b(?:later this year|by (?:the )?year[- ]end|by the end of (?:the|this) year)\\b"_s),
         thisYear},
        {expression(u"\\b(?:by|starting|beginning|into|early|late) next year\\b"_s), nextYear},
    };
    return all;
}

/// Whether a sentence speaks of what is to come.
bool looksForward(const QString& sentence)
{
    static const QRegularExpression words = expression(
        u"\\b(?:will|'ll|expect|expects|expecting|plan|plans|planning|target|targeting|aim|aims|intend|"
        u"intends|"
        "anticipate|anticipates|going to|on track|on schedule|slated|scheduled|should|to launch|committed to|by)\\b"_s);
    return words.match(sentence).hasMatch();
}

} // namespace

std::optional<PromisedDate> promisedDate(const QString& sentence, const QDate& said)
{
    if (!said.isValid() || !looksForward(sentence))
        return std::nullopt;
    std::optional<PromisedDate> latest;
    std::vector<std::pair<qsizetype, qsizetype>> taken;
    for (const Way& way : ways()) {
        auto matches = way.pattern.globalMatch(sentence);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const auto overlaps = [&](const auto& one) {
                return match.capturedStart() < one.second && one.first < match.capturedEnd();
            };
            if (std::any_of(taken.begin(), taken.end(), overlaps))
                continue;
            taken.emplace_back(match.capturedStart(), match.capturedEnd());
            const PromisedDate one = way.read(match, said);
            constexpr int farthest = 15; // years: beyond them it is a figure of speech
            if (one.over > said && one.over.year() <= said.year() + farthest
                && (!latest || latest->over < one.over))
                latest = one;
        }
    }
    return latest;
}

std::vector<Catalyst> datedPromises(const Call& call, const std::vector<SaidSentence>& sentences,
                                    const ThemeReading& about)
{
    QSet<std::size_t> themed;
    for (const ThemeQuote& one : about.quotes)
        themed.insert(one.sentence);
    for (const ThemeFigure& one : about.figures)
        themed.insert(one.sentence);
    const QDate day = QDate::fromString(call.date, Qt::ISODate);
    std::vector<Catalyst> promises;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (!themed.contains(i) || !isManagement(sentences[i]))
            continue;
        const auto date = promisedDate(sentences[i].text, day);
        if (!date)
            continue;
        const Sentence& place = call.sentences[i];
        promises.push_back({.date = date->date,
                            .kind = u"promise"_s,
                            .text = date->said,
                            .source = call.id,
                            .citation = {.call = call.id,
                                         .speaker = place.speaker,
                                         .sentence = place.id,
                                         .text = sentences[i].text}});
    }
    return promises;
}

std::vector<Catalyst> stillAhead(std::vector<Catalyst> promises, const QDate& day)
{
    // "2026" is ahead until the year ends, "2026-06" until the month does.
    const auto over = [](const QString& date) {
        const QStringList parts = date.split(u'-');
        const int year = parts.value(0).toInt();
        return parts.size() < 2 ? QDate(year, 12, 31) : endOf(year, parts.value(1).toInt());
    };
    std::erase_if(promises, [&](const Catalyst& one) { return day.isValid() && over(one.date) <= day; });
    std::stable_sort(promises.begin(), promises.end(),
                     [&](const Catalyst& a, const Catalyst& b) { return over(a.date) < over(b.date); });
    return promises;
}

} // namespace plumbline
