#include "core/reading/readperiod.h"

#include <QRegularExpression>

#include <algorithm>

namespace plumbline {

namespace {

FiscalPeriod moved(FiscalPeriod period, int quarters)
{
    const int index = period.year * 4 + period.quarter - 1 + quarters;
    return {index / 4, index % 4 + 1};
}

int quarterOf(const QString& ordinal)
{
    static const QStringList names {QStringLiteral("first"), QStringLiteral("second"),
                                    QStringLiteral("third"), QStringLiteral("fourth")};
    return static_cast<int>(names.indexOf(ordinal)) + 1;
}

/// The quarter of that number nearest to the call: this year's, or the year's before where it lies far ahead.
FiscalPeriod nearest(const FiscalPeriod& call, int quarter, bool forward)
{
    FiscalPeriod period {call.year, quarter};
    if (!forward && quarter > call.quarter)
        --period.year;
    if (forward && quarter < call.quarter)
        ++period.year;
    return period;
}

/// The period named in a text, or an empty one.
QString named(const QString& text, const FiscalPeriod& call, bool forward)
{
    static const QRegularExpression quarter(
        QStringLiteral("\\bQ([1-4])\\b|\\b(first|second|third|fourth) (?:fiscal )?quarter\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression year(
        QStringLiteral(
            "\\b(?:(?:by|in|for|fiscal|full[- ]year|calendar|end of|through) )((?:FY)?20[2-4]\\d)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = quarter.match(text); match.hasMatch()) {
        const int number =
            match.captured(1).isEmpty() ? quarterOf(match.captured(2).toLower()) : match.captured(1).toInt();
        return nearest(call, number, forward).toString();
    }
    if (const auto match = year.match(text); match.hasMatch())
        return QStringLiteral("FY") + match.captured(1).right(4);
    const auto says = [&](const char16_t* phrase) {
        return text.contains(QStringView(phrase), Qt::CaseInsensitive);
    };
    if (says(u"next quarter"))
        return moved(call, 1).toString();
    if (says(u"last quarter of this year"))
        return FiscalPeriod {call.year, 4}.toString();
    if (says(u"last quarter") || says(u"prior quarter"))
        return moved(call, -1).toString();
    if (says(u"this quarter") || says(u"the quarter"))
        return call.toString();
    if (says(u"next year"))
        return FiscalPeriod {call.year + 1, 0}.toString();
    if (says(u"year-to-date") || says(u"year to date") || says(u"so far this year"))
        return FiscalPeriod {call.year, 0}.toString() + QStringLiteral(" to date");
    if (says(u"this year") || says(u"year-end") || says(u"year end") || says(u"end of the year")
        || says(u"back half") || says(u"full year"))
        return FiscalPeriod {call.year, 0}.toString();
    if (says(u"last year"))
        return FiscalPeriod {call.year - 1, 0}.toString();
    return {};
}

} // namespace

bool namesPeriod(const QString& text)
{
    constexpr FiscalPeriod any {2000, 1};
    return !named(text, any, true).isEmpty() || text.contains(u" half", Qt::CaseInsensitive);
}

QString periodOf(const std::vector<SaidSentence>& sentences, std::size_t at, const SpokenFigure& figure,
                 const QString& bucket, const CallFrame& frame)
{
    QString period;
    if (frame.period) {
        const bool forward = bucket == u"forward";
        constexpr std::size_t reach = 3;
        constexpr qsizetype opening = 40;
        for (std::size_t back = 0; back <= reach && back <= at && period.isEmpty(); ++back)
            if (sentences[at - back].turn
                == sentences[at].turn) // an earlier one must open with it: "For the ..."
                period = named(back == 0 ? sentences[at].text
                                         : sentences[at - back].text.first(
                                             std::min<qsizetype>(opening, sentences[at - back].text.size())),
                               *frame.period, forward);
        if (period.isEmpty() && !forward)
            period = frame.period->toString();
    }
    if (figure.per.isEmpty())
        return period;
    const QString rate = QStringLiteral("per ") + figure.per;
    return period.isEmpty() ? rate : rate + QStringLiteral(", ") + period;
}

} // namespace plumbline
