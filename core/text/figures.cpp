#include "core/text/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

struct Magnitude
{
    double size = 1;
    QLatin1StringView letter;
};
constexpr std::array magnitudes {
    Magnitude {1e12, QLatin1StringView("T")}, Magnitude {1e9, QLatin1StringView("B")},
    Magnitude {1e6, QLatin1StringView("M")}, Magnitude {1e3, QLatin1StringView("K")}};

/// A minus sign instead of a hyphen; none before a number that is zero in the digits shown.
QString withRealMinus(QString text)
{
    const bool zero = std::none_of(text.begin(), text.end(), [](QChar c) { return c.digitValue() > 0; });
    return zero ? text.remove(u'-') : text.replace(QChar(u'-'), QChar(0x2212));
}

/// At most `most` decimals, trailing zeros cut down to `least`.
QString trimmed(double value, int least, int most, const QLocale& locale)
{
    QString text = locale.toString(value, 'f', most);
    const QString point = locale.decimalPoint();
    const QString zero = locale.zeroDigit();
    if (!text.contains(point))
        return text;
    int decimals = most;
    while (decimals > least && text.endsWith(zero)) {
        text.chop(zero.size());
        --decimals;
    }
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

/// Money and counts: the number before its magnitude letter. Trillions are written in billions, as analysts do.
QString scaled(double value, bool money, const QLocale& locale)
{
    const double size = std::abs(value);
    if (size >= 1e18) // no figure of a company; kept readable all the same
        return locale.toString(size, 'g', 4);
    for (const Magnitude& magnitude : magnitudes) {
        if (magnitude.size == 1e12 || size < magnitude.size * 0.99995)
            continue;
        const double shown = size / magnitude.size;
        const int most = shown >= 99.995 ? 1 : 2;
        return trimmed(shown, money ? 1 : 0, most, locale) + magnitude.letter;
    }
    return trimmed(size, 0, 2, locale);
}

QString signedDigits(const QString& sign, const QString& text)
{
    const bool zero = std::none_of(text.begin(), text.end(), [](QChar c) { return c.digitValue() > 0; });
    return zero ? text : sign + text;
}

QString plain(double value, Display display, const QLocale& locale, PercentStyle style)
{
    switch (display) {
    case Display::Percent:
        return withRealMinus(trimmed(value * 100, style == PercentStyle::Result ? 2 : 0, 2, locale))
             + QStringLiteral(" %");
    case Display::Points:
        return Words::tr("%1 points").arg(withRealMinus(trimmed(value * 100, 0, 2, locale)));
    case Display::BasisPoints:
        return Words::tr("%1 bps").arg(withRealMinus(trimmed(value * 10000, 0, 1, locale)));
    case Display::Years: return Words::tr("%1 years").arg(withRealMinus(trimmed(value, 0, 3, locale)));
    case Display::Count:
    case Display::Times: return withRealMinus(trimmed(value, 0, 2, locale));
    default: return withRealMinus(trimmed(value, 0, 4, locale));
    }
}

} // namespace

QString unbroken(QString arithmetic)
{
    for (const char16_t sign : {u'×', u'÷', u'+', u'−', u'='})
        arithmetic.replace(QStringLiteral(" %1 ").arg(QChar(sign)),
                           QStringLiteral(" %1").arg(QChar(sign)) + QChar::Nbsp);
    return arithmetic.replace(QStringLiteral(" %"), QChar::Nbsp + QStringLiteral("%"));
}

QString currencyMark(const QString& currency)
{
    if (currency == u"USD")
        return QStringLiteral("$");
    if (currency == u"EUR")
        return QStringLiteral("€");
    if (currency == u"GBP")
        return QStringLiteral("£");
    if (currency == u"JPY")
        return QStringLiteral("¥");
    return currency + u' ';
}

QString number(double value, int decimals, const QLocale& locale)
{
    return withRealMinus(locale.toString(value, 'f', decimals));
}

QString literal(double value)
{
    return QString::number(value, 'f', QLocale::FloatingPointShortest);
}

QString score(double value, const QLocale& locale)
{
    return withRealMinus(trimmed(value, 0, 2, locale));
}

QString figure(double value, const Unit& unit, Display display, const QLocale& locale, PercentStyle style)
{
    if (unit.isPlain())
        return plain(value, display, locale, style);

    const QString currency = unit.leadingCurrency();
    const QString sign = value < 0 ? QString(QChar(0x2212)) : QString();
    if (currency.isEmpty()) {
        const QString name = unit.toString();
        const QString what = name == u"item"  ? QString()
                           : name == u"h"     ? Words::tr(" hours")
                           : name == u"share" ? Words::tr(" shares")
                                              : u' ' + name;
        return signedDigits(sign, scaled(value, false, locale)) + what;
    }
    const QString below = unit.toString().mid(currency.size()); // "/share", "/item" or empty
    const bool small = std::abs(value) < 1000;
    const QString digits =
        !below.isEmpty() && small ? locale.toString(std::abs(value), 'f', 2) : scaled(value, true, locale);
    return signedDigits(sign, currencyMark(currency) + digits) + below;
}

QString figure(const Quantity& quantity, const QLocale& locale)
{
    const auto shown = [&](double value) { return figure(value, quantity.unit, quantity.display, locale); };
    switch (quantity.bound) {
    case Bound::AtLeast: return QStringLiteral("> ") + shown(quantity.value);
    case Bound::AtMost: return Words::tr("up to %1").arg(shown(quantity.value));
    case Bound::About: return Words::tr("about %1").arg(shown(quantity.value));
    case Bound::Range:
        if (quantity.low && quantity.high)
            return Words::tr("%1 to %2").arg(shown(*quantity.low), shown(*quantity.high));
        [[fallthrough]];
    case Bound::Exact: break;
    }
    return shown(quantity.value);
}

} // namespace plumbline
