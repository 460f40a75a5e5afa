#include "core/reading/spokenamount.h"
#include "core/reading/spokentokens.h"
#include "core/reading/spokenwords.h"

#include <QSet>

#include <cmath>

namespace plumbline {

namespace {

using Kind = SpokenToken::Kind;

/// Words before a number that make it the name of something: "slide 8", "Fortune 500", "press 1".
bool namesWhatFollows(const QString& word)
{
    static const QSet<QString> words {
        QStringLiteral("slide"),     QStringLiteral("slides"),     QStringLiteral("page"),
        QStringLiteral("pages"),     QStringLiteral("form"),       QStringLiteral("phase"),
        QStringLiteral("section"),   QStringLiteral("item"),       QStringLiteral("note"),
        QStringLiteral("rule"),      QStringLiteral("level"),      QStringLiteral("type"),
        QStringLiteral("tier"),      QStringLiteral("model"),      QStringLiteral("version"),
        QStringLiteral("chapter"),   QStringLiteral("press"),      QStringLiteral("pressing"),
        QStringLiteral("extension"), QStringLiteral("topic"),      QStringLiteral("appendix"),
        QStringLiteral("exhibit"),   QStringLiteral("figure"),     QStringLiteral("no"),
        QStringLiteral("number"),    QStringLiteral("category"),   QStringLiteral("class"),
        QStringLiteral("gen"),       QStringLiteral("generation"), QStringLiteral("route"),
        QStringLiteral("scope"),     QStringLiteral("star"),       QStringLiteral("step"),
        QStringLiteral("code"),      QStringLiteral("stage"),      QStringLiteral("series"),
        QStringLiteral("covid"),     QStringLiteral("passcode"),   QStringLiteral("conference"),
        QStringLiteral("fiscal"),    QStringLiteral("fy"),         QStringLiteral("cy"),
        QStringLiteral("calendar"),  QStringLiteral("quarter"),    QStringLiteral("top"),
        QStringLiteral("p")};
    return words.contains(word);
}

class Traps
{
public:
    explicit Traps(SpokenTokens& tokens) : m_tokens(tokens) {}

    void mark()
    {
        for (std::size_t i = 0; i < m_tokens.size(); ++i)
            if (m_tokens[i].kind == Kind::Number && isNoFigure(i))
                m_tokens[i].no = true;
            else if (is(i, u"twenty") || is(i, u"nineteen"))
                markSpelledYear(i);
    }

private:
    const QString& word(std::size_t at) const { return wordAt(m_tokens, at); }
    bool is(std::size_t at, QStringView text) const { return word(at) == text; }
    bool isNumber(std::size_t at) const { return at < m_tokens.size() && m_tokens[at].kind == Kind::Number; }
    bool tight(std::size_t at) const { return at < m_tokens.size() && m_tokens[at].tight; }
    int digits(std::size_t at) const { return static_cast<int>(m_tokens[at].last - m_tokens[at].first); }

    /// Whether a scale or unit stands behind, so that the number is a figure whatever stands before it.
    bool measured(std::size_t at) const
    {
        const QString& next = word(overHyphen(m_tokens, at + 1));
        if (tight(at + 1) && (letterScale(word(at + 1)) || is(at + 1, u"s")))
            return true;
        return next == u"%" || next == u"percent" || next == u"percentage" || next == u"basis" || next == u"x"
            || next == u"bps" || scaleWord(next);
    }
    bool money(std::size_t at) const { return at > 0 && !currencyBefore(word(at - 1)).isEmpty(); }

    bool isYear(std::size_t at) const
    {
        const double year = m_tokens[at].number;
        return digits(at) == 4 && year >= 1980 && year < 2070 && std::floor(year) == year;
    }

    /// "twenty twenty six", "nineteen ninety nine".
    void markSpelledYear(std::size_t at)
    {
        const auto tens = spelledNumber(word(at + 1));
        if (!tens || *tens < 10)
            return;
        m_tokens[at].no = m_tokens[at + 1].no = true;
        if (const auto ones = spelledNumber(word(at + 2)); ones && *ones < 10 && *tens >= 20)
            m_tokens[at + 2].no = true;
    }

    bool isNoFigure(std::size_t at) const
    {
        if (isClockOrPhone(at) || isDate(at))
            return true;
        if (money(at) || measured(at))
            return false;
        return isYear(at) || isForm(at) || isNamed(at);
    }

    bool isClockOrPhone(std::size_t at) const
    {
        const auto joined = [&](std::size_t mark, QStringView by) {
            return tight(mark) && tight(mark + 1) && is(mark, by);
        };
        if ((isNumber(at + 2) && joined(at + 1, u":"))
            || (at >= 2 && isNumber(at - 2) && joined(at - 1, u":")))
            return true; // 5:30
        const QString& next = word(at + 1);
        if (next.endsWith(u"ionth") || next == u"thousandth")
            return true; // the 1 millionth
        if (next == u"am" || next == u"pm" || next == u"a.m" || next == u"p.m" || next == u"o'clock"
            || ((next == u"a" || next == u"p") && is(at + 2, u".") && is(at + 3, u"m")))
            return true;
        const bool area = at > 0 && is(at - 1, u"(") && is(at + 1, u")") && digits(at) == 3; // (800) 555-0100
        const auto local = [&](std::size_t three) {
            return isNumber(three) && isNumber(three + 2) && digits(three) == 3 && digits(three + 2) == 4
                && is(three + 1, u"-");
        };
        if ((area && isNumber(at + 2)) || local(at) || (at >= 2 && local(at - 2)))
            return true;
        return isNumber(at) && isNumber(at + 2) && isNumber(at + 4) && joined(at + 1, u"-")
            && joined(at + 3, u"-"); // 1-877-555
    }

    bool isDate(std::size_t at) const
    {
        if (money(at))
            return false;
        if (at > 0 && isMonth(word(at - 1)) && (m_tokens[at].number <= 31 || isYear(at)) && !measured(at))
            return true; // July 31
        if (at >= 3 && isYear(at) && isNumber(at - 2) && is(at - 1, u","))
            return true; // July 31, 2025
        if (isMonth(word(at + 1)) && m_tokens[at].number <= 31 && m_tokens[at + 1].capital)
            return true; // 31 July
        if (at > 0 && (is(at - 1, u"'") || is(at - 1, u"’")) && tight(at) && digits(at) == 2)
            return true; // '26
        return at >= 2 && is(at - 1, u"-") && isNumber(at - 2) && isYear(at - 2) && tight(at)
            && digits(at) <= 4 && !measured(at); // 2024-25
    }

    bool isForm(std::size_t at) const
    {
        if (is(at + 1, u"-") && tight(at + 1) && tight(at + 2) && word(at + 2).size() == 1
            && word(at + 2) != u"x")
            return true; // 10-K
        if (is(at + 1, u"(") && tight(at + 1))
            return true; // 401(k)
        if (is(at + 1, u"/") && tight(at + 1) && isNumber(at + 2))
            return m_tokens[at].number >= m_tokens[at + 2].number; // 24/7, but 3/4
        return at >= 2 && is(at - 1, u"/") && isNumber(at - 2)
            && m_tokens[at].number <= m_tokens[at - 2].number;
    }

    /// Part of a name: "S&P 500", "GLP-1", "Claude 4", "slide 8", "*1".
    bool isNamed(std::size_t at) const
    {
        if (at == 0)
            return false;
        const SpokenToken& before = m_tokens[at - 1];
        if (before.is(u"*") || before.is(u"#"))
            return true;
        if (before.is(u"-") && before.tight && m_tokens[at].tight && at >= 2)
            return m_tokens[at - 2].kind == Kind::Name
                || (m_tokens[at - 2].kind == Kind::Word && m_tokens[at - 2].capital
                    && !isChange(word(at - 2)));
        if (before.kind == Kind::Name)
            return !isDuration(word(at + 1));
        if (before.kind != Kind::Word)
            return false;
        if (namesWhatFollows(before.word))
            return !isDuration(word(at + 1));
        if (at >= 2 && word(at - 2) == u"number" && is(at - 1, u"is"))
            return true;
        const bool opens = at == 1 || is(at - 2, u".") || is(at - 2, u"?") || is(at - 2, u"!");
        static const QSet<QString> ordinary {
            QStringLiteral("i"),      QStringLiteral("the"),          QStringLiteral("our"),
            QStringLiteral("and"),    QStringLiteral("these"),        QStringLiteral("all"),
            QStringLiteral("over"),   QStringLiteral("ai"),           QStringLiteral("about"),
            QStringLiteral("nearly"), QStringLiteral("around"),       QStringLiteral("roughly"),
            QStringLiteral("almost"), QStringLiteral("some"),         QStringLiteral("than"),
            QStringLiteral("those"),  QStringLiteral("of"),           QStringLiteral("in"),
            QStringLiteral("with"),   QStringLiteral("approximately")};
        const bool withinName = at + 1 < m_tokens.size() && m_tokens[at + 1].capital && digits(at) <= 4;
        return before.capital && !ordinary.contains(before.word) && !isMeasure(word(at + 1))
            && !is(at + 1, u"-") && (withinName || (!opens && m_tokens[at].number < 2100));
    }

    SpokenTokens& m_tokens;
};

} // namespace

void markTraps(SpokenTokens& tokens)
{
    Traps(tokens).mark();
}

} // namespace plumbline
