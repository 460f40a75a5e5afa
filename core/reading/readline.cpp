#include "core/reading/readline.h"

#include "core/reading/readwords.h"

#include <algorithm>

namespace plumbline {

namespace {

const QSet<QString>& bottomSet()
{
    static const QSet<QString> words =
        wordSet({u"capex",         u"margin",       u"margins", u"profit",       u"profits",
                 u"profitability", u"ebitda",       u"ebit",    u"earnings",     u"eps",
                 u"expense",       u"expenses",     u"opex",    u"depreciation", u"amortization",
                 u"headcount",     u"cogs",         u"gain",    u"loss",         u"tax",
                 u"expenditure",   u"expenditures", u"income",  u"flow",         u"leverage"});
    return words;
}

/// What becomes cost only where it is an amount: "$5 billion of AI investments".
const QSet<QString>& spendSet()
{
    static const QSet<QString> words = wordSet({u"investment", u"investments", u"invest", u"invested",
                                                u"investing", u"spend", u"spending", u"spent"});
    return words;
}

const QSet<QString>& topSet()
{
    static const QSet<QString> words = wordSet(
        {u"revenue",      u"revenues",      u"sales",        u"bookings",   u"booking",    u"backlog",
         u"rpo",          u"arr",           u"acv",          u"tcv",        u"nnarr",      u"price",
         u"prices",       u"pricing",       u"pay",          u"pays",       u"orders",     u"billings",
         u"deal",         u"deals",         u"contract",     u"contracts",  u"purchase",   u"purchases",
         u"conversion",   u"conversions",   u"gmv",          u"run-rate",   u"annualized", u"monetization",
         u"subscription", u"subscriptions", u"pipeline",     u"renewal",    u"retention",  u"upsell",
         u"roas",         u"clicks",        u"acceleration", u"obligation", u"obligations"});
    return words;
}

bool topPhrase(const QString& clause)
{
    return hasPhrase(clause, {QLatin1StringView("run rate"), QLatin1StringView("top line"),
                              QLatin1StringView("dollar business"), QLatin1StringView("business that"),
                              QLatin1StringView("business grew"), QLatin1StringView("business is growing"),
                              QLatin1StringView("customer spend"), QLatin1StringView("client spend"),
                              QLatin1StringView("advertiser spend")});
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

/// What people do with a thing, which is no money yet.
bool usage(const QStringList& said)
{
    static const QSet<QString> use = wordSet(
        {u"users",      u"interactions", u"downloads",     u"tokens",        u"usage",    u"adoption",
         u"engagement", u"queries",      u"conversations", u"rate",          u"talking",  u"engaging",
         u"content",    u"developers",   u"sessions",      u"prompts",       u"accounts", u"active",
         u"capacity",   u"number",       u"people",        u"organizations", u"apps",     u"applications",
         u"seats",      u"subscribers",  u"subscriber",    u"customers"});
    return hasWord(said, use);
}

bool growth(const QStringList& said)
{
    static const QSet<QString> grows = wordSet({u"growth", u"grew", u"grow", u"growing", u"grown"});
    return hasWord(said, grows);
}

enum class Line { None, Top, Bottom };

/// What a word says of the line; an amount that is spent is cost.
Line lineOfWord(const QString& word, bool money)
{
    if (bottomSet().contains(word) || (money && spendSet().contains(word)))
        return Line::Bottom;
    return topSet().contains(word) ? Line::Top : Line::None;
}

/// The word of a line that stands nearest: before the figure, else behind it.
Line nearestLine(const QString& before, const QString& behind, bool money)
{
    if (hasPhrase(before, {QLatin1StringView("cost of")}))
        return Line::Bottom;
    QStringList said = saidWords(before);
    std::reverse(said.begin(), said.end());
    for (const QString& word : std::as_const(said))
        if (const Line line = lineOfWord(word, money); line != Line::None)
            return line;
    if (topPhrase(before))
        return Line::Top;
    said = saidWords(behind);
    for (const QString& word : std::as_const(said))
        if (const Line line = lineOfWord(word, money); line != Line::None)
            return line;
    return topPhrase(behind) ? Line::Top : Line::None;
}

QString text(Line line)
{
    return line == Line::Top    ? QStringLiteral("topline")
         : line == Line::Bottom ? QStringLiteral("bottomline")
                                : QStringLiteral("none");
}

/// Adoption between commas: "users up 40%, ...".
bool onlyUsage(const QString& sentence, const SpokenFigure& figure)
{
    const qsizetype from = figure.first > 0 ? sentence.lastIndexOf(u',', figure.first - 1) + 1 : 0;
    const qsizetype comma = sentence.indexOf(u',', figure.last);
    const QString narrow = sentence.sliced(from, (comma < 0 ? sentence.size() : comma) - from);
    return usage(saidWords(narrow)) && nearestLine(narrow, {}, false) == Line::None;
}

} // namespace

QString lineOf(const QString& sentence, const SpokenFigure& figure)
{
    const Clause span = clauseOf(sentence, figure);
    const QString clause = sentence.sliced(span.first, span.last - span.first);
    const QString before = sentence.sliced(span.first, figure.first - span.first);
    const QString behind = sentence.sliced(figure.last, std::max<qsizetype>(span.last - figure.last, 0));
    const bool money = figure.unit == SpokenUnit::Money;
    const Line near = nearestLine(before, behind, money);
    const QStringList whole = saidWords(sentence);
    const bool saved =
        savingWords(saidWords(clause)) && !isComparison(clause) && near == Line::None && !money;
    if (figure.unit == SpokenUnit::Hours || saved)
        return text(ofOwn(whole) && !ofOthers(whole) ? Line::Bottom : Line::None);
    if (figure.unit == SpokenUnit::Count || figure.unit == SpokenUnit::Other)
        return text(Line::None);
    if (!money
        && (isComparison(clause) || (figure.unit != SpokenUnit::BasisPoints && onlyUsage(sentence, figure))))
        return text(Line::None);
    if (near != Line::None)
        return text(near);
    if (figure.unit == SpokenUnit::BasisPoints || figure.unit == SpokenUnit::Points) {
        const Line earlier =
            nearestLine(sentence.first(figure.first), {}, false); // "margin was 70%, and fell two points"
        return text(earlier == Line::None && growth(saidWords(clause)) ? Line::Top : earlier);
    }
    if (!money)
        return text(figure.unit == SpokenUnit::Percent && growth(saidWords(clause))
                            && !usage(saidWords(clause))
                        ? Line::Top
                        : Line::None);
    const Line far = nearestLine(sentence.first(figure.first), sentence.sliced(figure.last), money);
    return text(far == Line::None ? Line::Top : far); // money nobody calls a cost is business
}

} // namespace plumbline
