#include "core/reading/spokenamount.h"
#include "core/reading/spokenwords.h"

#include <cmath>

namespace plumbline {

namespace {

/// The third of a ten that "low", "mid" and "high" name: 1 to 3, 4 to 6, 7 to 9.
std::optional<std::pair<double, double>> third(const QString& word)
{
    if (word == u"low" || word == u"lower")
        return std::pair {1.0, 3.0};
    if (word == u"mid" || word == u"middle")
        return std::pair {4.0, 6.0};
    if (word == u"high" || word == u"upper")
        return std::pair {7.0, 9.0};
    return std::nullopt;
}

bool isDigits(const QString& word)
{
    return word == u"digit" || word == u"digits";
}

/// "20s", "20%", "twenties", "30": a decade a third is taken of.
std::optional<double> decadeAt(const SpokenTokens& tokens, std::size_t& at)
{
    if (wordAt(tokens, at) == u"teens" || wordAt(tokens, at) == u"teen") {
        ++at;
        return 10;
    }
    if (at >= tokens.size() || !tokens[at].isNumber())
        return std::nullopt;
    const double number = tokens[at].number;
    if (number < 10 || number > 90 || std::fmod(number, 10) != 0)
        return std::nullopt;
    ++at;
    if (wordAt(tokens, at) == u"'" || wordAt(tokens, at) == u"’")
        ++at;
    if (wordAt(tokens, at) == u"s")
        ++at;
    return number;
}

/// What the thirds are of: single digits, double digits, a decade. Writes the ends and the place behind.
bool takeBase(const SpokenTokens& tokens, SpokenAmount& amount, std::size_t at,
              const std::pair<double, double>& from, const std::pair<double, double>& until)
{
    std::size_t base = wordAt(tokens, at) == u"-" ? at + 1 : at;
    const QString& word = wordAt(tokens, base);
    const std::size_t behind = overHyphen(tokens, base + 1);
    if ((word == u"single" || word == u"double") && isDigits(wordAt(tokens, behind))) {
        const double start = word == u"single" ? 0 : 10; // "low double digits" are read as low teens
        amount.low = start + from.first;
        amount.high = start + until.second;
        amount.end = behind + 1;
        return true;
    }
    if (const auto decade = decadeAt(tokens, base)) {
        amount.low = *decade + from.first;
        amount.high = *decade + until.second;
        amount.end = base;
        return true;
    }
    return false;
}

void finish(const SpokenTokens& tokens, SpokenAmount& amount)
{
    amount.fuzzy = true;
    const std::size_t at = overHyphen(tokens, amount.end);
    if (const auto scale = scaleWord(wordAt(tokens, at))) { // "double-digit millions"
        amount.scale = *scale;
        amount.scaled = true;
        amount.end = at + 1;
    }
    if (!isDuration(wordAt(tokens, overHyphen(tokens, amount.end)))) // "triple-digit year-over-year"
        takeUnit(tokens, amount);
    if (!amount.unit && !amount.scaled) {
        amount.unit = SpokenUnit::Percent;
        amount.noun.clear();
    }
}

std::optional<SpokenAmount> exactly(const SpokenTokens&, std::size_t at, std::size_t end, double value)
{
    return SpokenAmount {.first = at, .end = end, .low = value, .high = value, .unit = SpokenUnit::Ratio};
}

/// "a third", "two-thirds", "three quarters of", "half of".
std::optional<SpokenAmount> fractionAt(const SpokenTokens& tokens, std::size_t at)
{
    const QString& first = wordAt(tokens, at);
    const bool ofYear = at > 0
                     && (wordAt(tokens, at - 1) == u"back" || wordAt(tokens, at - 1) == u"first"
                         || wordAt(tokens, at - 1) == u"second" || wordAt(tokens, at - 1) == u"other");
    if (first == u"half" && wordAt(tokens, at + 1) == u"of" && !ofYear)
        return exactly(tokens, at, at + 1, 0.5);
    const auto count = first == u"a" ? std::optional(1.0) : spelledNumber(first);
    if (!count || *count < 1 || *count > 9)
        return std::nullopt;
    const std::size_t part = overHyphen(tokens, at + 1);
    const QString& word = wordAt(tokens, part);
    const QString& behind = wordAt(tokens, part + 1);
    const bool ordinal = first == u"a" && part + 1 < tokens.size() // "a third kind"
                      && tokens[part + 1].kind == SpokenToken::Kind::Word && behind != u"of"
                      && behind != u"or" && behind != u"to" && behind != u"more" && behind != u"less"
                      && behind != u"in" && behind != u"and";
    if (ordinal)
        return std::nullopt;
    if (word == u"third" || word == u"thirds")
        return exactly(tokens, at, part + 1, *count / 3);
    if ((word == u"quarter" || word == u"quarters") && wordAt(tokens, part + 1) == u"of")
        return exactly(tokens, at, part + 1, *count / 4);
    if (word == u"fifth" || word == u"fifths")
        return exactly(tokens, at, part + 1, *count / 5);
    return std::nullopt;
}

/// "one out of every 3", "1 in 7", "7 out of 10".
std::optional<SpokenAmount> shareAt(const SpokenTokens& tokens, std::size_t at)
{
    const auto number = [&](std::size_t place) -> std::optional<double> {
        if (place < tokens.size() && tokens[place].isNumber())
            return tokens[place].number;
        return spelledNumber(wordAt(tokens, place));
    };
    const auto part = number(at);
    if (!part)
        return std::nullopt;
    std::size_t of = at + 1;
    if (wordAt(tokens, of) == u"out" && wordAt(tokens, of + 1) == u"of")
        of += 2;
    else if (wordAt(tokens, of) == u"in" && *part == 1)
        ++of;
    else
        return std::nullopt;
    if (wordAt(tokens, of) == u"every")
        ++of;
    const auto whole = number(of);
    if (!whole || *whole < *part || *whole <= 1 || *whole > 100 || isMonth(wordAt(tokens, of + 1)))
        return std::nullopt;
    return exactly(tokens, at, of + 1, *part / *whole);
}

} // namespace

std::optional<SpokenAmount> fuzzyAt(const SpokenTokens& tokens, std::size_t at)
{
    SpokenAmount amount {.first = at, .end = at};
    if (const auto from = third(wordAt(tokens, at))) {
        if (takeBase(tokens, amount, at + 1, *from, *from)) {
            finish(tokens, amount);
            return amount;
        }
        std::size_t to = overHyphen(tokens, at + 1);
        if (wordAt(tokens, to) == u"-" && wordAt(tokens, to + 1) == u"to") // "mid- to high single digits"
            ++to;
        const QString& joint = wordAt(tokens, to);
        const std::size_t second =
            joint == u"to" || joint == u"and" || joint == u"-" ? overHyphen(tokens, to + 1) : to;
        const auto until = third(wordAt(tokens, second));
        if (until && until->first > from->first && takeBase(tokens, amount, second + 1, *from, *until)) {
            finish(tokens, amount);
            return amount;
        }
        return std::nullopt;
    }
    std::size_t decade = at;
    if (at + 1 < tokens.size() && wordAt(tokens, at + 1) == u"s" && tokens[at + 1].tight)
        if (const auto start = decadeAt(tokens, decade)) { // "high 80s and 90s"
            amount.low = *start;
            amount.high = *start + 9;
            amount.end = decade;
            finish(tokens, amount);
            return amount;
        }
    const QString& word = wordAt(tokens, at);
    const bool teens = word == u"teens" && wordAt(tokens, at + 1) != u"and";
    const std::size_t digits = overHyphen(tokens, at + 1);
    if (!teens && !isDigits(wordAt(tokens, digits)))
        return std::nullopt;
    const double size = word == u"single" ? 1
                      : word == u"double" ? 10
                      : word == u"triple" ? 100
                      : teens             ? 13
                                          : 0;
    if (size == 0)
        return std::nullopt;
    amount.low = size;
    amount.high = teens ? 19 : size * 10 - 1;
    amount.open = !teens;
    amount.end = teens ? at + 1 : digits + 1;
    finish(tokens, amount);
    return amount;
}

std::optional<SpokenAmount> multipleAt(const SpokenTokens& tokens, std::size_t at)
{
    const QString& word = wordAt(tokens, at);
    const QString& next = wordAt(tokens, overHyphen(tokens, at + 1));
    if (const auto multiple = multipleWord(word)) {
        const bool compares = next == u"as" || next == u"the" || next == u"what" || next == u"that"
                           || next == u"our" || next == u"its" || next == u"their" || next == u"more"
                           || next == u"of";
        if (word == u"twice" && !compares) // "we did it twice"
            return std::nullopt;
        const bool else_ = isDigits(next) || next == u"down" || next == u"click" || next == u"check"
                        || next == u"clicking" || next == u"counting" || next == u"counted" || next == u"a"
                        || ((word == u"twice" || word == u"double") && (next == u"per" || next == u"play"));
        if (else_ && !(next == u"a" && word != u"twice"))
            return std::nullopt;
        return exactly(tokens, at, at + 1, *multiple);
    }
    if (const auto fold = foldWord(word))
        return exactly(tokens, at, at + 1, *fold);
    if (word == u"in" && wordAt(tokens, at + 1) == u"half" && wordAt(tokens, at + 2) != u"a")
        return exactly(tokens, at, at + 2, 0.5);
    if (auto share = shareAt(tokens, at))
        return share;
    return fractionAt(tokens, at);
}

} // namespace plumbline
