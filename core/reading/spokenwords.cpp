#include "core/reading/spokenwords.h"

#include <QHash>

namespace plumbline {

namespace {

using Numbers = QHash<QString, double>;
using Codes = QHash<QString, QString>;

template<typename Value>
QHash<QString, Value> table(std::initializer_list<std::pair<const char16_t*, Value>> rows)
{
    QHash<QString, Value> result;
    for (const auto& [word, value] : rows)
        result.insert(QString::fromUtf16(word), value);
    return result;
}

std::optional<double> find(const Numbers& numbers, const QString& word)
{
    const auto found = numbers.constFind(word);
    return found == numbers.constEnd() ? std::nullopt : std::optional(*found);
}

const Numbers& spelledNumbers()
{
    static const Numbers numbers = table<double>(
        {{u"zero", 0},     {u"one", 1},      {u"two", 2},        {u"three", 3},     {u"four", 4},
         {u"five", 5},     {u"six", 6},      {u"seven", 7},      {u"eight", 8},     {u"nine", 9},
         {u"ten", 10},     {u"eleven", 11},  {u"twelve", 12},    {u"thirteen", 13}, {u"fourteen", 14},
         {u"fifteen", 15}, {u"sixteen", 16}, {u"seventeen", 17}, {u"eighteen", 18}, {u"nineteen", 19},
         {u"twenty", 20},  {u"thirty", 30},  {u"forty", 40},     {u"fifty", 50},    {u"sixty", 60},
         {u"seventy", 70}, {u"eighty", 80},  {u"ninety", 90}});
    return numbers;
}

const Numbers& scaleWords()
{
    static const Numbers scales = table<double>({{u"hundred", 1e2},
                                                 {u"hundreds", 1e2},
                                                 {u"thousand", 1e3},
                                                 {u"thousands", 1e3},
                                                 {u"lakh", 1e5},
                                                 {u"lakhs", 1e5},
                                                 {u"million", 1e6},
                                                 {u"millions", 1e6},
                                                 {u"crore", 1e7},
                                                 {u"crores", 1e7},
                                                 {u"billion", 1e9},
                                                 {u"billions", 1e9},
                                                 {u"trillion", 1e12},
                                                 {u"trillions", 1e12}});
    return scales;
}

const Codes& currenciesBefore()
{
    static const Codes codes = table<QString>(
        {{u"$", QStringLiteral("USD")},   {u"€", QStringLiteral("EUR")},   {u"£", QStringLiteral("GBP")},
         {u"¥", QStringLiteral("JPY")},   {u"₹", QStringLiteral("INR")},   {u"₩", QStringLiteral("KRW")},
         {u"usd", QStringLiteral("USD")}, {u"eur", QStringLiteral("EUR")}, {u"gbp", QStringLiteral("GBP")},
         {u"jpy", QStringLiteral("JPY")}, {u"inr", QStringLiteral("INR")}, {u"krw", QStringLiteral("KRW")},
         {u"rmb", QStringLiteral("CNY")}, {u"cny", QStringLiteral("CNY")}, {u"twd", QStringLiteral("TWD")},
         {u"ntd", QStringLiteral("TWD")}, {u"sek", QStringLiteral("SEK")}, {u"nok", QStringLiteral("NOK")},
         {u"dkk", QStringLiteral("DKK")}, {u"chf", QStringLiteral("CHF")}, {u"cad", QStringLiteral("CAD")},
         {u"aud", QStringLiteral("AUD")}, {u"hkd", QStringLiteral("HKD")}, {u"sgd", QStringLiteral("SGD")},
         {u"brl", QStringLiteral("BRL")}, {u"mxn", QStringLiteral("MXN")}, {u"ils", QStringLiteral("ILS")},
         {u"zar", QStringLiteral("ZAR")}, {u"pln", QStringLiteral("PLN")}});
    return codes;
}

const Numbers& multipleWords()
{
    static const Numbers multiples = table<double>({{u"double", 2},
                                                    {u"doubled", 2},
                                                    {u"doubles", 2},
                                                    {u"doubling", 2},
                                                    {u"twice", 2},
                                                    {u"twofold", 2},
                                                    {u"triple", 3},
                                                    {u"tripled", 3},
                                                    {u"triples", 3},
                                                    {u"tripling", 3},
                                                    {u"quadruple", 4},
                                                    {u"quadrupled", 4},
                                                    {u"quadrupling", 4},
                                                    {u"quintupled", 5},
                                                    {u"halved", 0.5},
                                                    {u"halving", 0.5}});
    return multiples;
}

} // namespace

QSet<QString> wordSet(std::initializer_list<const char16_t*> list)
{
    QSet<QString> result;
    for (const char16_t* word : list)
        result.insert(QString::fromUtf16(word));
    return result;
}

std::optional<double> spelledNumber(const QString& word)
{
    return find(spelledNumbers(), word);
}

std::optional<double> scaleWord(const QString& word)
{
    return find(scaleWords(), word);
}

std::optional<double> letterScale(const QString& letters)
{
    static const Numbers scales = table<double>({{u"k", 1e3},
                                                 {u"m", 1e6},
                                                 {u"mm", 1e6},
                                                 {u"mn", 1e6},
                                                 {u"b", 1e9},
                                                 {u"bn", 1e9},
                                                 {u"t", 1e12},
                                                 {u"tn", 1e12}});
    return find(scales, letters);
}

QString currencyBefore(const QString& word)
{
    return currenciesBefore().value(word);
}

QString currencyAfter(const QString& word)
{
    static const Codes codes =
        table<QString>({{u"dollar", QStringLiteral("USD")},   {u"dollars", QStringLiteral("USD")},
                        {u"bucks", QStringLiteral("USD")},    {u"cent", QStringLiteral("USD")},
                        {u"cents", QStringLiteral("USD")},    {u"euro", QStringLiteral("EUR")},
                        {u"euros", QStringLiteral("EUR")},    {u"yen", QStringLiteral("JPY")},
                        {u"yuan", QStringLiteral("CNY")},     {u"renminbi", QStringLiteral("CNY")},
                        {u"rmb", QStringLiteral("CNY")},      {u"rupee", QStringLiteral("INR")},
                        {u"rupees", QStringLiteral("INR")},   {u"crore", QStringLiteral("INR")},
                        {u"crores", QStringLiteral("INR")},   {u"won", QStringLiteral("KRW")},
                        {u"sterling", QStringLiteral("GBP")}, {u"kroner", QStringLiteral("DKK")},
                        {u"kronor", QStringLiteral("SEK")},   {u"francs", QStringLiteral("CHF")}});
    return codes.value(word);
}

bool isDuration(const QString& word)
{
    static const QSet<QString> spans =
        wordSet({u"second", u"seconds", u"minute", u"minutes", u"day", u"days", u"week", u"weeks", u"month",
                 u"months", u"year", u"years", u"quarter", u"quarters", u"decade", u"decades"});
    return spans.contains(word);
}

bool isMeasure(const QString& word)
{
    static const QSet<QString> units = wordSet(
        {u"gigawatt",   u"gigawatts", u"gw",        u"megawatt",   u"megawatts", u"mw",     u"kilowatt",
         u"kilowatts",  u"kw",        u"gwh",       u"mwh",        u"twh",       u"nm",     u"nanometer",
         u"nanometers", u"pounds",    u"pound",     u"tons",       u"ton",       u"tonnes", u"tonne",
         u"ounces",     u"barrels",   u"miles",     u"kilometers", u"gallons",   u"acres",  u"square",
         u"gigabytes",  u"terabytes", u"petabytes", u"exabytes",   u"gb",        u"tb",     u"pb",
         u"mb",         u"petaflops", u"exaflops",  u"gigahertz",  u"degrees",   u"feet",   u"inches"});
    return isDuration(word) || units.contains(word);
}

bool isMonth(const QString& word)
{
    static const QSet<QString> months =
        wordSet({u"january", u"february", u"march",    u"april", u"june", u"july", u"august", u"september",
                 u"october", u"november", u"december", u"may",   u"jan",  u"feb",  u"mar",    u"apr",
                 u"jun",     u"jul",      u"aug",      u"sep",   u"sept", u"oct",  u"nov",    u"dec"});
    return months.contains(word);
}

std::optional<double> multipleWord(const QString& word)
{
    return find(multipleWords(), word);
}

std::optional<double> foldWord(const QString& word)
{
    if (!word.endsWith(u"fold") || word.size() < 6)
        return std::nullopt;
    return spelledNumber(word.chopped(4));
}

bool opensFigure(const QString& word)
{
    static const QSet<QString> openers = [] {
        QSet<QString> words = wordSet({u"a",
                                       u"an",
                                       u"another",
                                       u"half",
                                       u"in",
                                       u"several",
                                       u"few",
                                       u"couple",
                                       u"tens",
                                       u"low",
                                       u"mid",
                                       u"high",
                                       u"lower",
                                       u"middle",
                                       u"upper",
                                       u"single",
                                       u"teens",
                                       u"dozens",
                                       u"multi",
                                       u"multiple",
                                       u"multimillion",
                                       u"multibillion",
                                       u"multitrillion",
                                       u"negative",
                                       u"minus"});
        for (const Numbers& table : {spelledNumbers(), scaleWords(), multipleWords()})
            for (auto one = table.begin(); one != table.end(); ++one)
                words.insert(one.key());
        for (auto one = currenciesBefore().begin(); one != currenciesBefore().end(); ++one)
            words.insert(one.key());
        return words;
    }();
    return openers.contains(word) || word.endsWith(u"fold");
}

bool isChange(const QString& word)
{
    static const QSet<QString> changes =
        wordSet({u"improved", u"improve",  u"improving",   u"increased",    u"increase",    u"increasing",
                 u"declined", u"decline",  u"went",        u"go",           u"gone",        u"going",
                 u"grew",     u"grow",     u"growing",     u"growth",       u"rose",        u"rise",
                 u"rising",   u"fell",     u"fall",        u"dropped",      u"drop",        u"moved",
                 u"move",     u"moving",   u"expanded",    u"expand",       u"expansion",   u"reduced",
                 u"reduce",   u"reducing", u"decreased",   u"decrease",     u"raised",      u"raise",
                 u"raising",  u"lowered",  u"lower",       u"up",           u"down",        u"contracted",
                 u"jumped",   u"climbed",  u"accelerated", u"acceleration", u"improvement", u"changed",
                 u"slowed",   u"scaled",   u"narrowed",    u"widened"});
    return changes.contains(word);
}

bool isFall(const QString& word)
{
    static const QSet<QString> falls = wordSet(
        {u"down",    u"declined", u"decline",   u"declines",   u"declining", u"fell",       u"fall",
         u"falling", u"dropped",  u"drop",      u"decreased",  u"decrease",  u"decreasing", u"reduced",
         u"reduce",  u"reducing", u"reduction", u"reductions", u"lower",     u"lowered",    u"contracted",
         u"loss",    u"losses",   u"cut",       u"slowed"});
    return falls.contains(word);
}

} // namespace plumbline
