#include "core/reading/numbers.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

const QHash<QString, double>& numberWords()
{
    static const QHash<QString, double> words {
        {QStringLiteral("one"), 1},      {QStringLiteral("two"), 2},
        {QStringLiteral("three"), 3},    {QStringLiteral("four"), 4},
        {QStringLiteral("five"), 5},     {QStringLiteral("six"), 6},
        {QStringLiteral("seven"), 7},    {QStringLiteral("eight"), 8},
        {QStringLiteral("nine"), 9},     {QStringLiteral("ten"), 10},
        {QStringLiteral("eleven"), 11},  {QStringLiteral("twelve"), 12},
        {QStringLiteral("fifteen"), 15}, {QStringLiteral("twenty"), 20},
        {QStringLiteral("thirty"), 30},  {QStringLiteral("forty"), 40},
        {QStringLiteral("fifty"), 50},   {QStringLiteral("sixty"), 60},
        {QStringLiteral("seventy"), 70}, {QStringLiteral("eighty"), 80},
        {QStringLiteral("ninety"), 90},  {QStringLiteral("a"), 1},
        {QStringLiteral("half"), 0.5},   {QStringLiteral("tens of"), 20},
        {QStringLiteral("several"), 3},  {QStringLiteral("several hundred"), 300},
    };
    return words;
}

/// The factor of what stands behind a number: "billion", "%", "basis points".
double scaleOf(const QString& words)
{
    double scale = 1;
    for (const auto& [word, factor] : {std::pair {u"hundred", 1e2},
                                       {u"thousand", 1e3},
                                       {u"million", 1e6},
                                       {u"billion", 1e9},
                                       {u"trillion", 1e12}})
        if (words.contains(QStringView(word)))
            scale *= factor;
    if (words.contains(u'%') || words.contains(u"percent"))
        scale /= 100;
    if (words.contains(u"basis") || words.contains(u"bps"))
        scale /= 10000;
    return scale;
}

double letterScale(const QString& letter)
{
    const QString large = letter.toUpper();
    return large == u"K" ? 1e3 : large == u"M" ? 1e6 : large == u"B" ? 1e9 : large == u"T" ? 1e12 : 1;
}

double amountOf(const QString& text)
{
    bool isNumber = false;
    const double number = QString(text).remove(u',').toDouble(&isNumber);
    return isNumber ? number : numberWords().value(text.toLower(), std::nan(""));
}

void addMultiples(const QString& text, std::vector<double>& numbers)
{
    // "the third quarter" and "the quarter of the year" are no shares, "double digits" is no doubling.
    static const std::pair<QRegularExpression, double> multiples[] {
        {QRegularExpression(QStringLiteral("doubl(?!e[- ]digit)")), 2},
        {QRegularExpression(QStringLiteral("tripl(?!e[- ]digit)")), 3},
        {QRegularExpression(QStringLiteral("quadrupl")), 4},
        {QRegularExpression(QStringLiteral("triple[- ]digit")), 1},
        {QRegularExpression(QStringLiteral("double[- ]digit")), 0.1},
        {QRegularExpression(QStringLiteral("\\btwice\\b")), 2},
        {QRegularExpression(QStringLiteral("\\bin half\\b|\\bhalv")), 0.5},
        {QRegularExpression(QStringLiteral("\\b(?:a|one)[- ]third\\b")), 1.0 / 3},
        {QRegularExpression(QStringLiteral("\\b(?:a|one)[- ]quarter of\\b")), 0.25},
    };
    const QString lower = text.toLower();
    for (const auto& [word, value] : multiples)
        if (lower.contains(word))
            numbers.push_back(value);
}

} // namespace

std::vector<double> numbersSaid(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "(?<![\\w.])[$€£]?(\\d+(?:,\\d{3})*(?:\\.\\d+)?|several hundred|tens "
            "of|several|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
            "thirty|forty|fifty|sixty|seventy|eighty|ninety|half|"
            "a(?=[ -](?:hundred|thousand|million|billion|trillion)))\\b)"
            "([KMBT](?![a-z]))?(?:\\s*(?:to|or|and|-|–)\\s*[$€£]?(\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\b(?:two|"
            "three|four|"
            "five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty)\\b))?"
            "((?:[ -]?(?:hundred|thousand|million|billion|trillion)s?)*\\s*(?:%|percent(?:age)?|bps|basis[ "
            "-]points?)?)"),
        QRegularExpression::CaseInsensitiveOption);
    std::vector<double> numbers;
    for (auto found = pattern.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        const double scale = scaleOf(match.captured(4).toLower()) * letterScale(match.captured(2));
        for (const int group : {1, 3}) {
            if (match.captured(group).isEmpty())
                continue;
            const double amount = amountOf(match.captured(group));
            numbers.push_back(amount * scale);
            if (scale
                != 1) // "5 people" beside "30 to 40%": the scale of the second number need not be the first's
                numbers.push_back(amount);
        }
    }
    addMultiples(text, numbers);
    return numbers;
}

bool saysFigure(const QString& text, const Quantity& quantity)
{
    const std::vector<double> numbers = numbersSaid(text);
    const auto says = [&](double value) {
        return std::any_of(numbers.begin(), numbers.end(), [value](double number) {
            return std::abs(number - value) <= 1e-9 * std::max(std::abs(value), 1e-9);
        });
    };
    if (says(std::abs(quantity.value)))
        return true;
    return quantity.low && quantity.high && says(std::abs(*quantity.low)) && says(std::abs(*quantity.high));
}

} // namespace plumbline
