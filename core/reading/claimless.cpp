#include "core/reading/claimless.h"

#include "core/reading/claimsubject.h"
#include "core/reading/readwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace plumbline {

namespace {

/// Totals of the company: they are what claims are held against, not claims.
bool isTotal(const QString& clause)
{
    static const QRegularExpression totals(
        QStringLiteral(
            "\\b(net (income|loss|debt|sales|retention)|operating (income|profit|margin|expenses?|loss)|"
            "gross (margin|profit)|earnings|eps|ebitda|free cash flow|cash|debt|dividends?|buybacks?|"
            "expenses?|opex|cogs|cost of revenue|leases?|gaap|repurchased?|bought back|tax(es)?( "
            "rate)?|headcount|employees|inventory|stock(-based)? "
            "compensation|interest|depreciation|a share|per share|shares|guid(e|ance)|outlook)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return totals.match(clause).hasMatch();
}

bool isSales(const QString& clause)
{
    static const QRegularExpression sales(QStringLiteral("\\b(revenues?|sales|bookings|arpu)\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    return sales.match(clause).hasMatch();
}

/// The clause of a figure: between the commas around it.
QString clauseOf(const QString& text, const QString& figure)
{
    const qsizetype at = text.indexOf(figure);
    if (at < 0)
        return text;
    const qsizetype before = at > 0 ? text.lastIndexOf(u", ", at - 1) : -1;
    const qsizetype behind = text.indexOf(u", ", at + figure.size());
    const qsizetype first = before < 0 ? 0 : before + 2;
    return text.sliced(first, (behind < 0 ? text.size() : behind) - first);
}

/// A figure that only says what another was or where it goes: "against $280 million", "30 percent of that", "of which
/// the plant is 120", "two thirds".
bool saysOfAnother(const QString& text, const Quantification& said)
{
    static const QRegularExpression before(
        QStringLiteral("(\\b(against|versus|compared (with|to)|up from|down from|after)( the| about| a)? |"
                       "\\bof (which|that)\\b[^,.]*)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression behind(QStringLiteral("^ of (that|it|this|those|them|which|these)\\b"));
    static const QRegularExpression fraction(
        QStringLiteral("\\b(half|thirds?|quarters?|fourths?|fifths?|tenths?)$"));
    const qsizetype at = text.indexOf(said.figureText);
    if (at < 0)
        return false;
    return QStringView(text).first(at).contains(before)
        || QStringView(text).sliced(at + said.figureText.size()).contains(behind)
        || (said.unit == u"ratio" && said.figureText.contains(fraction));
}

/// "410" of "310 of our 410 stores".
bool isTheWhole(const QString& text, const QString& figure)
{
    static const QRegularExpression part(QStringLiteral("\\d of (our|the|its|their|these|those|all)? ?$"));
    const qsizetype at = text.indexOf(figure);
    return at > 0 && part.match(text.first(at)).hasMatch();
}

/// "Consulting grew 1%, as clients deploy AI": growth of something else, with the theme only as its reason.
bool growsOf(const Quantification& said, const QString& clause, const ThemeMatcher& matcher)
{
    static const QRegularExpression growth(
        QStringLiteral("\\b(grew|growth|growing|increased?|rose|up|contribut\\w+)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const qsizetype at = said.citation.text.indexOf(said.figureText);
    return clause.contains(growth) && matcher.names(said.citation.text)
        && !matcher.names(said.citation.text.first(std::max<qsizetype>(at, 0)));
}

/// "Cobalt 200", "agent 365": a number that counts nothing and follows a word that leads to none is part of a name.
bool isPartOfAName(const QString& text, const Quantification& said)
{
    static const QRegularExpression leads(
        QStringLiteral(
            "(^|\\b(to|of|over|about|around|nearly|almost|than|was|is|were|are|reached|at|approximately|"
            "roughly|"
            "in|by|had|has|have|now|passed|from|least|some|exceeded|another|additional) )$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression plain(QStringLiteral("^[0-9]{1,4}$"));
    static const QRegularExpression counted(
        QStringLiteral("^ (?!(is|was|has|had|are|will|and|or|which|in|on|as|at|to|for|"
                       "delivers)\\b)\\p{L}"));
    const qsizetype at = text.indexOf(said.figureText);
    if (said.unit != u"count" || at < 0 || !said.figureText.contains(plain))
        return false;
    const QStringView behind = QStringView(text).sliced(at + said.figureText.size());
    static const QRegularExpression name(QStringLiteral("[\\p{L}\\d] *\\p{Lu}[\\p{L}]* $|\\p{Lu}\\p{Ll}+ $"));
    const QString before = text.first(at);
    return before.contains(name) || (!behind.contains(counted) && !before.contains(leads))
        || before.endsWith(u"The ") || before.endsWith(u" the ");
}

/// Whether a figure is the company's and not the theme's, by its clause and what it is said of; what something of the theme is
/// worth in points of a margin is the theme's.
bool isOfTheCompany(const Quantification& said, const QString& clause, bool own, const Theme& theme,
                    const ThemeMatcher& matcher)
{
    const QString subject = subjectOf(said);
    if (matcher.names(clause))
        return (said.unit == u"count" && isSales(subject)) || (isTotal(subject) && !matcher.names(subject));
    if (said.unit == u"percent" && growsOf(said, clause, matcher))
        return true;
    const QString of = clause + QStringLiteral(" / ") + subject;
    const bool share = said.unit == u"percent" || said.unit == u"bps";
    if (share && clause.contains(u"worth"))
        return false;
    if (isTotal(of) || (said.unit == u"percent" && of.contains(u"margin")))
        return true;
    return !own && (isSales(of) || (share && saysAnyOf(of, theme.around)));
}

} // namespace

bool claimsNothing(const Quantification& said, bool own, const Theme& theme, const ThemeMatcher& matcher)
{
    const QString& text = said.citation.text;
    return isTheWhole(text, said.figureText) || saysOfAnother(text, said) || isPartOfAName(text, said)
        || isOfTheCompany(said, clauseOf(text, said.figureText), own, theme, matcher);
}

} // namespace plumbline
