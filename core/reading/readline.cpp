#include "core/reading/readline.h"

#include "core/reading/readwords.h"

namespace plumbline {

namespace {

bool bottomWords(const QStringList& said, const QString& clause)
{
    static const QSet<QString> bottom =
        wordSet({u"capex",  u"margin",       u"margins",      u"profit",    u"profits",  u"profitability",
                 u"ebitda", u"ebit",         u"earnings",     u"eps",       u"expense",  u"expenses",
                 u"opex",   u"depreciation", u"amortization", u"headcount", u"cogs",     u"gain",
                 u"loss",   u"investment",   u"investments",  u"invest",    u"invested", u"investing",
                 u"spend",  u"spending",     u"spent",        u"tax"});
    return hasWord(said, bottom)
        || hasPhrase(clause, {QLatin1StringView("capital expenditure"), QLatin1StringView("operating income"),
                              QLatin1StringView("net income"), QLatin1StringView("free cash flow"),
                              QLatin1StringView("operating leverage"), QLatin1StringView("cost of")});
}

bool topWords(const QStringList& said, const QString& clause)
{
    static const QSet<QString> top = wordSet(
        {u"revenue",    u"revenues",    u"sales",     u"bookings",     u"booking",      u"backlog",
         u"rpo",        u"arr",         u"acv",       u"tcv",          u"nnarr",        u"price",
         u"prices",     u"pricing",     u"pay",       u"pays",         u"orders",       u"billings",
         u"deal",       u"deals",       u"contract",  u"contracts",    u"purchase",     u"purchases",
         u"conversion", u"conversions", u"gmv",       u"monetization", u"subscription", u"subscriptions",
         u"pipeline",   u"renewal",     u"retention", u"upsell",       u"roas",         u"clicks"});
    return hasWord(said, top)
        || hasPhrase(clause, {QLatin1StringView("run rate"), QLatin1StringView("run-rate"),
                              QLatin1StringView("top line"), QLatin1StringView("performance obligation"),
                              QLatin1StringView("acceleration"), QLatin1StringView("annualized"),
                              QLatin1StringView("dollar business"), QLatin1StringView("business that"),
                              QLatin1StringView("business grew"), QLatin1StringView("business is growing")});
}

/// A saving: the company's own where it speaks of itself, otherwise its customers'.
bool savingWords(const QStringList& said)
{
    static const QSet<QString> saving = wordSet(
        {u"cost",         u"costs",      u"save",         u"saved",     u"saves",    u"saving",    u"savings",
         u"productivity", u"efficiency", u"efficiencies", u"efficient", u"faster",   u"hours",     u"reduce",
         u"reduced",      u"reducing",   u"reduction",    u"automated", u"automate", u"automating"});
    return hasWord(said, saving);
}

bool ofOthers(const QStringList& said)
{
    static const QSet<QString> others =
        wordSet({u"customer",     u"customers", u"client",     u"clients",     u"users",   u"user",
                 u"developers",   u"companies", u"enterprise", u"enterprises", u"their",   u"they",
                 u"advertisers",  u"merchants", u"sellers",    u"patients",    u"using",   u"used",
                 u"applications", u"you",       u"your",       u"analysts",    u"doctors", u"clinicians",
                 u"physicians",   u"clinics"});
    return hasWord(said, others);
}

bool ofOwn(const QStringList& said)
{
    static const QSet<QString> own = wordSet({u"we", u"we're", u"we've", u"us", u"internal", u"internally",
                                              u"employees", u"engineers", u"workforce"});
    return hasWord(said, own);
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
        wordSet({u"users", u"interactions", u"downloads", u"tokens", u"usage", u"adoption", u"engagement",
                 u"queries", u"conversations", u"rate", u"talking", u"engaging", u"content", u"developers",
                 u"sessions", u"prompts", u"accounts", u"active", u"capacity"});
    return hasWord(said, use);
}

QString lineOf(const QString& text, const SpokenFigure& figure)
{
    const Clause span = clauseOf(text, figure);
    if (figure.unit == SpokenUnit::Percent || figure.unit == SpokenUnit::Ratio) {
        const qsizetype from = figure.first > 0 ? text.lastIndexOf(u',', figure.first - 1) + 1 : 0;
        const qsizetype comma = text.indexOf(u',', figure.last);
        const qsizetype until = comma < 0 ? text.size() : comma;
        const QString narrow = text.sliced(from, until - from);
        const QStringList said = saidWords(narrow);
        if (usage(said) && !topWords(said, narrow) && !bottomWords(said, narrow))
            return QStringLiteral("none");
    }
    const QString clause = text.sliced(span.first, span.last - span.first);
    const QStringList said = saidWords(clause);
    const QStringList before = saidWords(QStringView(text).sliced(span.first, figure.first - span.first));
    const QString none = QStringLiteral("none");
    const QString top = QStringLiteral("topline");
    const QString bottom = QStringLiteral("bottomline");
    const bool money = figure.unit == SpokenUnit::Money;
    const bool physical = figure.unit == SpokenUnit::Count || figure.unit == SpokenUnit::Other
                       || figure.unit == SpokenUnit::Hours;
    if (figure.unit == SpokenUnit::Hours
        || (savingWords(said) && !money && !isComparison(clause) && !topWords(said, clause)
            && !bottomWords(said, clause)))
        return ofOwn(saidWords(text)) && !ofOthers(saidWords(text)) ? bottom : none;
    if (physical)
        return none;
    if (isComparison(clause))
        return none;
    if (bottomWords(said, clause) && !(money && topWords(before, clause) && !bottomWords(before, {})))
        return topWords(said, {}) && hasWord(said, wordSet({u"and"})) && !money && !bottomWords(before, {})
                 ? top
                 : bottom;
    if (topWords(said, clause))
        return top;
    if (money && bottomWords(saidWords(text), text) && !topWords(saidWords(text), text))
        return bottom;
    return money ? top : none;
}

} // namespace plumbline
