#include "core/reading/readtense.h"

#include "core/reading/readwords.h"

#include <algorithm>

namespace plumbline {

namespace {

enum class Time { Unsaid, Past, Now };

/// What the verb nearest to the figure says: backwards through the words before it, or forwards through those behind.
Time timeOf(QStringList said, bool backwards)
{
    static const QSet<QString> past =
        wordSet({u"was",     u"were",    u"had",      u"has",     u"have",     u"we've",        u"they've",
                 u"been",    u"grew",    u"rose",     u"fell",    u"did",      u"came",         u"saw",
                 u"drove",   u"went",    u"spent",    u"saved",   u"used",     u"delivered",    u"up",
                 u"down",    u"became",  u"brought",  u"won",     u"sold",     u"year-to-date", u"since",
                 u"doubled", u"tripled", u"achieved", u"already", u"includes", u"included"});
    static const QSet<QString> now = wordSet(
        {u"is", u"are", u"it's", u"we're", u"that's", u"they're", u"continues", u"continue", u"there's"});
    for (qsizetype i = 0; i < said.size(); ++i) // "up to" is a hedge
        if ((said[i] == u"up" || said[i] == u"down") && said.value(i + 1) == u"to")
            said[i].clear();
    if (backwards)
        std::reverse(said.begin(), said.end());
    for (const QString& word : std::as_const(said)) {
        if (past.contains(word)
            || (word.size() > 4 && word.endsWith(u"ed") && word != u"need" && word != u"indeed"))
            return Time::Past;
        if (now.contains(word))
            return Time::Now;
    }
    return Time::Unsaid;
}

/// "As expected" and "would have" look back; guidance that something came in above of is past.
bool looksBackAt(const QString& clause)
{
    return hasPhrase(clause,
                     {QLatin1StringView("as expected"), QLatin1StringView("as we expected"),
                      QLatin1StringView("would have"), QLatin1StringView("came in"),
                      QLatin1StringView("above the midpoint"), QLatin1StringView("high end of our guid"),
                      QLatin1StringView("above our guid"), QLatin1StringView("top of the guid"),
                      QLatin1StringView("exceeded our"), QLatin1StringView("than we expected"),
                      QLatin1StringView("better than expected"), QLatin1StringView("not expected")});
}

bool looksForward(const QString& clause, const QString& lead, const QStringList& before,
                  const QStringList& behind)
{
    static const QSet<QString> forward = wordSet(
        {u"will",        u"we'll",       u"it'll",       u"they'll",     u"expect",      u"expects",
         u"expected",    u"expecting",   u"anticipate",  u"anticipates", u"anticipated", u"guiding",
         u"guidance",    u"forecast",    u"forecasting", u"outlook",     u"target",      u"targets",
         u"targeting",   u"planning",    u"projected",   u"should",      u"could",       u"aim",
         u"aiming",      u"intend",      u"projecting",  u"goal",        u"ambition",    u"would",
         u"reaffirmed",  u"reaffirming", u"reiterate",   u"reiterating", u"factoring",   u"expectation",
         u"expectations"});
    constexpr qsizetype atOnce = 7; // words behind a figure that is their subject
    static const QSet<QString> behindFigure = wordSet({u"will", u"expected", u"target"});
    if (looksBackAt(clause))
        return false;
    return hasWord(before, forward) || hasWord(behind.mid(0, atOnce), behindFigure)
        || hasPhrase(lead, {QLatin1StringView("in the process of"), QLatin1StringView("plan to "),
                            QLatin1StringView("plans to "), QLatin1StringView("planned to "),
                            QLatin1StringView("we guide")})
        || hasPhrase(clause, {QLatin1StringView("on track to"), QLatin1StringView("by year-end"),
                              QLatin1StringView("by the end of"), QLatin1StringView("going to"),
                              QLatin1StringView("next year"), QLatin1StringView("next quarter"),
                              QLatin1StringView("by year end"), QLatin1StringView("looking ahead"),
                              QLatin1StringView("over time"), QLatin1StringView("through the end of")});
}

} // namespace

QString bucketOf(const QString& text, const SpokenFigure& figure)
{
    const Clause span = clauseOf(text, figure);
    const QString lead = text.sliced(span.first, figure.first - span.first);
    const QStringList before = saidWords(lead);
    const QStringList behind =
        saidWords(QStringView(text).sliced(figure.last, std::max<qsizetype>(span.last - figure.last, 0)));
    const auto bucket = [](Time time) {
        return time == Time::Past ? QStringLiteral("past") : QStringLiteral("current");
    };
    if (looksForward(text.sliced(span.first, span.last - span.first), lead, before, behind))
        return QStringLiteral("forward");
    constexpr qsizetype ahead = 30;
    const QString around = text.sliced(span.first, std::min(span.last, figure.last + ahead) - span.first);
    if (hasPhrase(around,
                  {QLatin1StringView("compared to last"), QLatin1StringView("last year"),
                   QLatin1StringView("in the past"), QLatin1StringView("in the last"),
                   QLatin1StringView("last quarter"), QLatin1StringView("so far this year"),
                   QLatin1StringView("to date"), QLatin1StringView("thus far"),
                   QLatin1StringView("quarter-over-quarter"), QLatin1StringView("quarter over quarter")}))
        return bucket(Time::Past);
    if (figure.form == SpokenForm::Multiple
        && text.sliced(figure.first, figure.last - figure.first).endsWith(u"ed"))
        return bucket(Time::Past);
    if (hasPhrase(around, {QLatin1StringView(" right now"), QLatin1StringView("access now"),
                           QLatin1StringView("customers now"), QLatin1StringView("each month")}))
        return bucket(Time::Now);
    for (const auto& [said, backwards] : {std::pair(before, true), std::pair(behind, false),
                                          std::pair(saidWords(QStringView(text).first(figure.first)), true)})
        if (const Time time = timeOf(said, backwards); time != Time::Unsaid)
            return bucket(time);
    return bucket(Time::Now);
}

QString tenseOf(const QString& bucket)
{
    return bucket == u"past"    ? QStringLiteral("realized")
         : bucket == u"forward" ? QStringLiteral("guidance")
                                : QStringLiteral("current");
}

} // namespace plumbline
