#include "core/reading/spokenamount.h"
#include "core/reading/spokenwords.h"

#include <QSet>

namespace plumbline {

namespace {

bool isPercent(const QString& word)
{
    return word == u"%" || word == u"percent" || word == u"percentage" || word == u"percentages";
}

bool isPoints(const QString& word)
{
    return word == u"point" || word == u"points" || word == u"pts" || word == u"pp" || word == u"ppt";
}

bool isHours(const QString& word)
{
    return word == u"hour" || word == u"hours" || word == u"hrs";
}

/// The end of a unit at `at`, written into the amount; `at` where there is none.
std::size_t unitEnd(const SpokenTokens& tokens, std::size_t at, SpokenAmount& amount)
{
    const QString& word = wordAt(tokens, at);
    const QString& next = wordAt(tokens, at + 1);
    const auto is = [&](SpokenUnit unit, std::size_t end) {
        amount.unit = unit;
        return end;
    };
    if (isPercent(word) || (word == u"per" && next == u"cent")) {
        const std::size_t end = word == u"per" ? at + 2 : at + 1;
        return isPoints(wordAt(tokens, end)) ? is(SpokenUnit::Points, end + 1) : is(SpokenUnit::Percent, end);
    }
    if (word == u"basis" && isPoints(wordAt(tokens, overHyphen(tokens, at + 1))))
        return is(SpokenUnit::BasisPoints, overHyphen(tokens, at + 1) + 1);
    if (word == u"basis" && !amount.bare && at == amount.end) // "down 180 basis year over year"
        return is(SpokenUnit::BasisPoints, at + 1);
    if (word == u"bps" || word == u"bp" || word == u"bips")
        return is(SpokenUnit::BasisPoints, at + 1);
    if (isPoints(word)) {
        const bool article = amount.bare && amount.low == 1 && !amount.spelled; // "reach a point where"
        const bool talk =
            article || next == u"to" || next == u"on" || next == u"here" || next == u"there" || next == u"i";
        return talk && amount.bare ? at : is(SpokenUnit::Points, at + 1); // "a few points to make"
    }
    if (word == u"x" || word == u"fold")
        return is(SpokenUnit::Ratio, at + 1);
    if (word == u"times") {
        const bool compared = next == u"more" || next == u"larger" || next == u"faster" || next == u"higher"
                           || next == u"as" || next == u"the" || next == u"over";
        if (amount.bare && amount.fuzzy && !compared) // "mentioned it a couple of times"
            return at;
        const bool often = next == u"a" || next == u"per" || next == u"each";
        amount.noun = word;
        const bool counted = amount.low * amount.scale >= 1000; // "downloaded over 1 million times"
        return is(often ? SpokenUnit::Other : counted ? SpokenUnit::Count : SpokenUnit::Ratio, at + 1);
    }
    if (word == u"cents") { // of a dollar
        amount.scale /= 100;
        amount.currency = QStringLiteral("USD");
        return is(SpokenUnit::Money, at + 1);
    }
    if (amount.currency.isEmpty())
        if (const std::size_t money = word == u"of" ? at + 1 : at;
            !currencyAfter(wordAt(tokens, money)).isEmpty() && (money == at || amount.scaled)) {
            amount.currency = currencyAfter(wordAt(tokens, money));
            return is(SpokenUnit::Money, money + 1);
        }
    if (isHours(word))
        return is(SpokenUnit::Hours, at + 1);
    return at;
}

/// "335 developer years", "10 man-hours": time of somebody's.
bool isWork(const QString& word)
{
    static const QSet<QString> workers {
        QStringLiteral("developer"), QStringLiteral("man"),    QStringLiteral("person"),
        QStringLiteral("engineer"),  QStringLiteral("staff"),  QStringLiteral("engineering"),
        QStringLiteral("labor"),     QStringLiteral("agent"),  QStringLiteral("employee"),
        QStringLiteral("work"),      QStringLiteral("people"), QStringLiteral("human")};
    return workers.contains(word);
}

/// The nouns behind a number, up to the first word that is none.
QString nounAt(const SpokenTokens& tokens, std::size_t at)
{
    static const QSet<QString> ends {
        QStringLiteral("and"),   QStringLiteral("to"),    QStringLiteral("in"),     QStringLiteral("on"),
        QStringLiteral("at"),    QStringLiteral("for"),   QStringLiteral("with"),   QStringLiteral("by"),
        QStringLiteral("from"),  QStringLiteral("or"),    QStringLiteral("is"),     QStringLiteral("are"),
        QStringLiteral("was"),   QStringLiteral("were"),  QStringLiteral("that"),   QStringLiteral("this"),
        QStringLiteral("who"),   QStringLiteral("have"),  QStringLiteral("has"),    QStringLiteral("as"),
        QStringLiteral("above"), QStringLiteral("below"), QStringLiteral("versus"), QStringLiteral("between"),
        QStringLiteral("per"),   QStringLiteral("a"),     QStringLiteral("the"),    QStringLiteral("our"),
        QStringLiteral("but"),   QStringLiteral("last"),  QStringLiteral("year")};
    QString noun;
    for (int words = 0; words < 4 && at < tokens.size(); ++words, ++at) {
        const SpokenToken& token = tokens[at];
        const bool hyphen = token.is(u"-") && token.tight;
        if (hyphen)
            continue;
        if ((token.kind != SpokenToken::Kind::Word && token.kind != SpokenToken::Kind::Name)
            || ends.contains(token.word))
            break;
        if (noun.isEmpty() && (token.is(u"of") || token.is(u"plus")))
            continue;
        if (!noun.isEmpty())
            noun += u' ';
        noun += token.word;
    }
    return noun;
}

} // namespace

void takeUnit(const SpokenTokens& tokens, SpokenAmount& amount)
{
    const std::size_t at = overHyphen(tokens, amount.end);
    if (amount.unit == SpokenUnit::Ratio) // a fraction: "3/4 of"
        return;
    if (const std::size_t end = unitEnd(tokens, at, amount); end != at) {
        amount.end = end;
        return;
    }
    if (!amount.currency.isEmpty()) {
        amount.unit = SpokenUnit::Money;
        return;
    }
    const QString& word = wordAt(tokens, at);
    if (isWork(word)) {
        const std::size_t span = overHyphen(tokens, at + 1);
        if (isDuration(wordAt(tokens, span)) || isHours(wordAt(tokens, span))) {
            amount.unit = isHours(wordAt(tokens, span)) ? SpokenUnit::Hours : SpokenUnit::Other;
            amount.noun = word + u' ' + wordAt(tokens, span);
            amount.end = span + 1;
            return;
        }
    }
    if (isMeasure(word)) {
        amount.unit = SpokenUnit::Other;
        amount.noun = word;
        amount.end = at + 1;
        return;
    }
    amount.noun = nounAt(tokens, at);
}

} // namespace plumbline
