#include "core/reading/spokenamount.h"

#include "core/reading/spokenwords.h"

#include <QSet>

namespace plumbline {

namespace {

using Kind = SpokenToken::Kind;

bool tight(const SpokenTokens& tokens, std::size_t at)
{
    return at < tokens.size() && tokens[at].tight;
}

bool numberAt(const SpokenTokens& tokens, std::size_t at)
{
    return at < tokens.size() && tokens[at].isNumber();
}

/// A number up to 99 in words: "twenty-five".
struct Spelled
{
    double value = 0;
    std::size_t end = 0;
    int words = 0;
};

Spelled spelledAt(const SpokenTokens& tokens, std::size_t at)
{
    Spelled said {.end = at};
    double part = 0;
    bool tens = false;
    bool ones = false;
    while (const auto word = spelledNumber(wordAt(tokens, said.end))) {
        if (tokens[said.end].no)
            break;
        const bool isTens = *word >= 20;
        if (tens ? isTens || ones : ones)
            break;
        tens = tens || isTens;
        ones = !isTens && *word < 20;
        part += *word;
        ++said.words;
        said.end = overHyphen(tokens, said.end + 1);
        if (!spelledNumber(wordAt(tokens, said.end)) && said.end > at && wordAt(tokens, said.end - 1) == u"-")
            --said.end;
    }
    said.value = part;
    return said;
}

/// ".8" of "four point eight", "4 point 9".
bool takePoint(const SpokenTokens& tokens, std::size_t& end, double& value)
{
    if (wordAt(tokens, end) != u"point")
        return false;
    double tenths = 0.1;
    std::size_t at = end + 1;
    if (numberAt(tokens, at)) {
        double digits = tokens[at].number;
        while (digits >= 1)
            digits /= 10;
        value += digits;
        end = at + 1;
        return true;
    }
    for (auto digit = spelledNumber(wordAt(tokens, at)); digit && *digit < 10;
         digit = spelledNumber(wordAt(tokens, at))) {
        value += *digit * tenths;
        tenths /= 10;
        ++at;
    }
    if (at == end + 1)
        return false;
    end = at;
    return true;
}

void takeScale(const SpokenTokens& tokens, SpokenAmount& amount)
{
    for (;;) {
        const std::size_t at = overHyphen(tokens, amount.end);
        std::optional<double> scale = scaleWord(wordAt(tokens, at));
        if (!scale && at == amount.end && tight(tokens, at))
            scale = letterScale(wordAt(tokens, at));
        if (!scale)
            return;
        if (*scale == 1e7 && amount.currency.isEmpty() && wordAt(tokens, at).startsWith(u"crore"))
            amount.currency = QStringLiteral("INR");
        amount.scale *= *scale;
        amount.scaled = true;
        amount.end = at + 1;
    }
}

/// "several hundred", "a few", "a couple hundred", "multi": words that need a scale or a unit behind them.
bool takeFuzzyNumber(const SpokenTokens& tokens, SpokenAmount& amount)
{
    std::size_t at = amount.end;
    if (wordAt(tokens, at) == u"a")
        ++at;
    const QString& word = wordAt(tokens, at);
    const auto take = [&](double low, double high, std::size_t end) {
        amount.low = low;
        amount.high = high;
        amount.fuzzy = amount.bare = true;
        amount.end = end;
        return true;
    };
    if (word == u"several")
        return take(3, 9, at + 1);
    if (word == u"few")
        return take(3, 5, at + 1);
    if (word == u"couple")
        return take(2, 3, wordAt(tokens, at + 1) == u"of" ? at + 2 : at + 1);
    if (word == u"multi" || word == u"multiple") {
        amount.open = true;
        return take(1, 10, overHyphen(tokens, at + 1));
    }
    for (const QLatin1StringView scale :
         {QLatin1StringView("million"), QLatin1StringView("billion"), QLatin1StringView("trillion")})
        if (word.startsWith(u"multi") && QStringView(word).sliced(5) == scale) {
            amount.scale = *scaleWord(scale);
            amount.scaled = amount.open = true;
            return take(1, 10, at + 1);
        }
    return false;
}

/// "tens of millions", "hundreds of thousands", "billions": from one of them up to ten.
bool takeMagnitude(const SpokenTokens& tokens, SpokenAmount& amount)
{
    std::size_t at = amount.end;
    double low = 1;
    if (const QString& word = wordAt(tokens, at); word == u"tens" || word == u"dozens")
        low = word == u"tens" ? 10 : 12;
    else if (const auto scale = scaleWord(word); scale && word.endsWith(u's'))
        low = *scale;
    else
        return false;
    ++at;
    const QString& joint = wordAt(tokens, at);
    if ((joint == u"of" || joint == u"and") && scaleWord(wordAt(tokens, at + 1))) {
        low *= *scaleWord(wordAt(tokens, at + 1));
        at += 2;
    } else if (joint != u"of" && joint != u"in" && low < 100) {
        return false;
    }
    amount.low = low;
    amount.high = low * 10;
    amount.fuzzy = amount.open = true;
    amount.scaled = true;
    amount.end = at;
    return true;
}

/// The number itself; false if none stands here.
bool takeNumber(const SpokenTokens& tokens, SpokenAmount& amount)
{
    const auto exactly = [&](double value) {
        amount.low = amount.high = value;
        return true;
    };
    std::size_t& at = amount.end;
    if (numberAt(tokens, at)) {
        double value = tokens[at].number;
        ++at;
        if (wordAt(tokens, at) == u"/" && tight(tokens, at) && numberAt(tokens, at + 1)) {
            value /= tokens[at + 1].number;
            at += 2;
            amount.unit = SpokenUnit::Ratio;
        }
        takePoint(tokens, at, value);
        return exactly(value);
    }
    if (takeMagnitude(tokens, amount) || takeFuzzyNumber(tokens, amount))
        return true;
    const QString& word = wordAt(tokens, at);
    const bool article = word == u"a" || word == u"an" || word == u"another";
    if (const std::size_t half = article ? at + 1 : at; wordAt(tokens, half) == u"half") {
        const std::size_t next = half + 1;
        at = wordAt(tokens, next) == u"a" || wordAt(tokens, next) == u"an" ? next + 1 : next;
        amount.bare = true;
        return exactly(0.5);
    }
    if (article) {
        ++at;
        amount.bare = true;
        return exactly(1);
    }
    const Spelled said = spelledAt(tokens, at);
    if (said.words == 0)
        return false;
    double value = said.value;
    at = said.end;
    const bool decimal = takePoint(tokens, at, value);
    amount.spelled = true;
    amount.bare = value <= 1 && !decimal;
    return exactly(value);
}

/// "one hundred and fifty million": what follows a hundred or thousand in words.
void takeRest(const SpokenTokens& tokens, SpokenAmount& amount)
{
    if (!amount.spelled || (amount.scale != 1e2 && amount.scale != 1e3))
        return;
    std::size_t at = amount.end;
    if (wordAt(tokens, at) == u"and")
        ++at;
    const Spelled rest = spelledAt(tokens, at);
    if (rest.words == 0 || rest.value >= amount.scale)
        return;
    amount.low = amount.high = amount.low * amount.scale + rest.value;
    amount.scale = 1;
    amount.end = rest.end;
    takeScale(tokens, amount);
    amount.scaled = true;
}

} // namespace

const QString& wordAt(const SpokenTokens& tokens, std::size_t at)
{
    static const QString none;
    return at < tokens.size() ? tokens[at].word : none;
}

std::size_t overHyphen(const SpokenTokens& tokens, std::size_t at)
{
    const bool joins =
        wordAt(tokens, at) == u"-" && tight(tokens, at) && tight(tokens, at + 1) && !numberAt(tokens, at + 1);
    return joins ? at + 1 : at;
}

std::optional<SpokenAmount> amountAt(const SpokenTokens& tokens, std::size_t at)
{
    SpokenAmount amount {.first = at, .end = at};
    double sign = 1;
    if (wordAt(tokens, at) == u"negative" || wordAt(tokens, at) == u"minus") {
        sign = -1;
        ++amount.end;
    }
    const auto minus = [&](std::size_t mark) {
        const QString& word = wordAt(tokens, mark);
        return (word == u"-" || word == u"\u2212") && tight(tokens, mark + 1)
            && (mark == 0 || !tight(tokens, mark)) && sign > 0;
    };
    if (minus(amount.end)) {
        sign = -1;
        ++amount.end;
    }
    for (int marks = 0; marks < 2; ++marks) { // "US$", "EUR"
        const QString code = currencyBefore(wordAt(tokens, amount.end));
        if (code.isEmpty() || (marks == 1 && amount.currency.isEmpty()))
            break;
        amount.currency = amount.currency.isEmpty() ? code : amount.currency;
        ++amount.end;
    }
    if (!amount.currency.isEmpty() && minus(amount.end)) {
        sign = -1;
        ++amount.end;
    }
    const std::size_t number = amount.end;
    if (!takeNumber(tokens, amount) || amount.end == number)
        return std::nullopt;
    takeScale(tokens, amount);
    takeRest(tokens, amount);
    takeUnit(tokens, amount);
    if (amount.bare && !amount.scaled && !amount.unit)
        return std::nullopt;
    if (amount.bare && !amount.spelled && !amount.fuzzy && !amount.scaled
        && (amount.unit == SpokenUnit::Hours || isDuration(amount.noun)))
        return std::nullopt; // "a year", "an hour"
    amount.low *= sign;
    amount.high *= sign;
    return amount;
}

} // namespace plumbline
