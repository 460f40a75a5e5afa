#include "core/reading/readline.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace plumbline {

namespace {

QSet<QString> words(std::initializer_list<const char16_t*> list)
{
    QSet<QString> result;
    for (const char16_t* word : list)
        result.insert(QString::fromUtf16(word));
    return result;
}

/// The words of a text in small letters, without the marks around them.
QStringList wordsOf(QStringView text)
{
    QStringList result = text.toString().toLower().replace(u'’', u'\'').split(u' ', Qt::SkipEmptyParts);
    for (QString& word : result) {
        while (!word.isEmpty() && (word.back().isPunct() && word.back() != u'%'))
            word.chop(1);
        while (!word.isEmpty() && word.front().isPunct())
            word.remove(0, 1);
    }
    return result;
}

/// The clause a figure stands in: from the last break before it to the next behind it.
struct Clause
{
    qsizetype first = 0;
    qsizetype last = 0;
};

Clause clauseOf(const QString& text, const SpokenFigure& figure)
{
    Clause clause {0, text.size()};
    for (const QLatin1StringView mark :
         {QLatin1StringView(", and "), QLatin1StringView("; "), QLatin1StringView(" -- "),
          QLatin1StringView(", but "), QLatin1StringView(", with "), QLatin1StringView(" and we"),
          QLatin1StringView(", driven by")}) {
        if (figure.first > 0)
            if (const qsizetype at = text.lastIndexOf(mark, figure.first - 1); at >= clause.first)
                clause.first = at;
        if (const qsizetype at = text.indexOf(mark, figure.last); at >= 0 && at < clause.last)
            clause.last = at;
    }
    return clause;
}

bool has(const QStringList& said, const QSet<QString>& wanted)
{
    return std::any_of(said.begin(), said.end(), [&](const QString& word) { return wanted.contains(word); });
}

bool hasPhrase(const QString& text, std::initializer_list<QLatin1StringView> phrases)
{
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](QLatin1StringView phrase) { return text.contains(phrase, Qt::CaseInsensitive); });
}

bool bottomWords(const QStringList& said, const QString& clause)
{
    static const QSet<QString> bottom =
        words({u"capex",  u"margin",       u"margins",      u"profit",    u"profits",  u"profitability",
               u"ebitda", u"ebit",         u"earnings",     u"eps",       u"expense",  u"expenses",
               u"opex",   u"depreciation", u"amortization", u"headcount", u"cogs",     u"gain",
               u"loss",   u"investment",   u"investments",  u"invest",    u"invested", u"investing",
               u"spend",  u"spending",     u"spent",        u"tax"});
    return has(said, bottom)
        || hasPhrase(clause, {QLatin1StringView("capital expenditure"), QLatin1StringView("operating income"),
                              QLatin1StringView("net income"), QLatin1StringView("free cash flow"),
                              QLatin1StringView("operating leverage"), QLatin1StringView("cost of")});
}

bool topWords(const QStringList& said, const QString& clause)
{
    static const QSet<QString> top = words(
        {u"revenue",    u"revenues",    u"sales",     u"bookings",     u"booking",      u"backlog",
         u"rpo",        u"arr",         u"acv",       u"tcv",          u"nnarr",        u"price",
         u"prices",     u"pricing",     u"pay",       u"pays",         u"orders",       u"billings",
         u"deal",       u"deals",       u"contract",  u"contracts",    u"purchase",     u"purchases",
         u"conversion", u"conversions", u"gmv",       u"monetization", u"subscription", u"subscriptions",
         u"pipeline",   u"renewal",     u"retention", u"upsell",       u"roas",         u"clicks"});
    return has(said, top)
        || hasPhrase(clause, {QLatin1StringView("run rate"), QLatin1StringView("run-rate"),
                              QLatin1StringView("top line"), QLatin1StringView("performance obligation"),
                              QLatin1StringView("acceleration"), QLatin1StringView("annualized"),
                              QLatin1StringView("dollar business"), QLatin1StringView("business that"),
                              QLatin1StringView("business grew"), QLatin1StringView("business is growing")});
}

/// A saving: the company's own where it speaks of itself, otherwise its customers'.
bool savingWords(const QStringList& said)
{
    static const QSet<QString> saving = words(
        {u"cost",         u"costs",      u"save",         u"saved",     u"saves",    u"saving",    u"savings",
         u"productivity", u"efficiency", u"efficiencies", u"efficient", u"faster",   u"hours",     u"reduce",
         u"reduced",      u"reducing",   u"reduction",    u"automated", u"automate", u"automating"});
    return has(said, saving);
}

bool ofOthers(const QStringList& said)
{
    static const QSet<QString> others =
        words({u"customer",     u"customers", u"client",     u"clients",     u"users",   u"user",
               u"developers",   u"companies", u"enterprise", u"enterprises", u"their",   u"they",
               u"advertisers",  u"merchants", u"sellers",    u"patients",    u"using",   u"used",
               u"applications", u"you",       u"your",       u"analysts",    u"doctors", u"clinicians",
               u"physicians",   u"clinics"});
    return has(said, others);
}

bool ofOwn(const QStringList& said)
{
    static const QSet<QString> own = words({u"we", u"we're", u"we've", u"us", u"internal", u"internally",
                                            u"employees", u"engineers", u"workforce"});
    return has(said, own);
}

bool isComparison(const QString& clause)
{
    return hasPhrase(clause,
                     {QLatin1StringView("price perform"), QLatin1StringView("price-perform"),
                      QLatin1StringView("faster"), QLatin1StringView("throughput"),
                      QLatin1StringView("latency"), QLatin1StringView("accuracy"),
                      QLatin1StringView("performance per"), QLatin1StringView("more efficient than")});
}

} // namespace

/// What people do with a thing, which is no money yet.
bool usage(const QStringList& said)
{
    static const QSet<QString> use =
        words({u"users", u"interactions", u"downloads", u"tokens", u"usage", u"adoption", u"engagement",
               u"queries", u"conversations", u"rate", u"talking", u"engaging", u"content", u"developers",
               u"sessions", u"prompts", u"accounts", u"active", u"capacity"});
    return has(said, use);
}

QString lineOf(const QString& text, const SpokenFigure& figure)
{
    const Clause span = clauseOf(text, figure);
    if (figure.unit == SpokenUnit::Percent || figure.unit == SpokenUnit::Ratio) {
        const qsizetype from = figure.first > 0 ? text.lastIndexOf(u',', figure.first - 1) + 1 : 0;
        const qsizetype comma = text.indexOf(u',', figure.last);
        const qsizetype until = comma < 0 ? text.size() : comma;
        const QString narrow = text.sliced(from, until - from);
        const QStringList said = wordsOf(narrow);
        if (usage(said) && !topWords(said, narrow) && !bottomWords(said, narrow))
            return QStringLiteral("none");
    }
    const QString clause = text.sliced(span.first, span.last - span.first);
    const QStringList said = wordsOf(clause);
    const QStringList before = wordsOf(QStringView(text).sliced(span.first, figure.first - span.first));
    const QString none = QStringLiteral("none");
    const QString top = QStringLiteral("topline");
    const QString bottom = QStringLiteral("bottomline");
    const bool money = figure.unit == SpokenUnit::Money;
    const bool physical = figure.unit == SpokenUnit::Count || figure.unit == SpokenUnit::Other
                       || figure.unit == SpokenUnit::Hours;
    if (figure.unit == SpokenUnit::Hours
        || (savingWords(said) && !money && !isComparison(clause) && !topWords(said, clause)
            && !bottomWords(said, clause)))
        return ofOwn(wordsOf(text)) && !ofOthers(wordsOf(text)) ? bottom : none;
    if (physical)
        return none;
    if (isComparison(clause))
        return none;
    if (bottomWords(said, clause) && !(money && topWords(before, clause) && !bottomWords(before, {})))
        return topWords(said, {}) && has(said, words({u"and"})) && !money && !bottomWords(before, {})
                 ? top
                 : bottom;
    if (topWords(said, clause))
        return top;
    if (money && bottomWords(wordsOf(text), text) && !topWords(wordsOf(text), text))
        return bottom;
    return money ? top : none;
}

namespace {

enum class Time { Unsaid, Past, Now };

/// What the verb nearest to the figure says: backwards through the words before it, or forwards through those behind.
Time timeOf(QStringList said, bool backwards)
{
    static const QSet<QString> past =
        words({u"was",     u"were",    u"had",      u"has",     u"have",     u"we've",        u"they've",
               u"been",    u"grew",    u"rose",     u"fell",    u"did",      u"came",         u"saw",
               u"drove",   u"went",    u"spent",    u"saved",   u"used",     u"delivered",    u"up",
               u"down",    u"became",  u"brought",  u"won",     u"sold",     u"year-to-date", u"since",
               u"doubled", u"tripled", u"achieved", u"already", u"includes", u"included"});
    static const QSet<QString> now = words(
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

bool looksForward(const QString& clause, const QStringList& before, const QStringList& behind)
{
    static const QSet<QString> forward =
        words({u"will",     u"we'll",      u"it'll",      u"they'll",     u"expect",      u"expects",
               u"expected", u"expecting",  u"anticipate", u"anticipates", u"anticipated", u"guiding",
               u"guidance", u"forecast",   u"outlook",    u"target",      u"targets",     u"targeting",
               u"planning", u"projected",  u"should",     u"could",       u"aim",         u"aiming",
               u"intend",   u"projecting", u"goal",       u"ambition",    u"would"});
    return has(before, forward) || has(behind, words({u"will", u"expected", u"target"}))
        || hasPhrase(clause, {QLatin1StringView("on track to"), QLatin1StringView("by year-end"),
                              QLatin1StringView("by the end of"), QLatin1StringView("going to"),
                              QLatin1StringView("in the process of"), QLatin1StringView("next year"),
                              QLatin1StringView("next quarter"), QLatin1StringView("by year end"),
                              QLatin1StringView("looking ahead"), QLatin1StringView("over time"),
                              QLatin1StringView("plan to "), QLatin1StringView("plans to "),
                              QLatin1StringView("we guide"), QLatin1StringView("planned to ")});
}

} // namespace

QString bucketOf(const QString& text, const SpokenFigure& figure)
{
    const Clause span = clauseOf(text, figure);
    const QStringList before = wordsOf(QStringView(text).sliced(span.first, figure.first - span.first));
    const QStringList behind =
        wordsOf(QStringView(text).sliced(figure.last, std::max<qsizetype>(span.last - figure.last, 0)));
    const QString past = QStringLiteral("past");
    const QString current = QStringLiteral("current");
    if (looksForward(text.sliced(span.first, span.last - span.first), before, behind))
        return QStringLiteral("forward");
    constexpr qsizetype ahead = 30;
    const QString around = text.sliced(span.first, std::min(span.last, figure.last + ahead) - span.first);
    if (hasPhrase(around,
                  {QLatin1StringView("compared to last"), QLatin1StringView("last year"),
                   QLatin1StringView("in the past"), QLatin1StringView("in the last"),
                   QLatin1StringView("last quarter"), QLatin1StringView("so far this year"),
                   QLatin1StringView("to date"), QLatin1StringView("thus far"),
                   QLatin1StringView("quarter-over-quarter"), QLatin1StringView("quarter over quarter")}))
        return past;
    if (figure.form == SpokenForm::Multiple
        && text.sliced(figure.first, figure.last - figure.first).endsWith(u"ed"))
        return past;
    if (hasPhrase(around, {QLatin1StringView(" right now"), QLatin1StringView("access now"),
                           QLatin1StringView("customers now"), QLatin1StringView("each month")}))
        return current;
    for (const auto& [said, backwards] : {std::pair(before, true), std::pair(behind, false),
                                          std::pair(wordsOf(QStringView(text).first(figure.first)), true)})
        if (const Time time = timeOf(said, backwards); time != Time::Unsaid)
            return time == Time::Past ? past : current;
    return current;
}

} // namespace plumbline
