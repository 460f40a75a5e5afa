#include "ui/assumptions/valuetext.h"

#include "core/formula/parse.h"
#include "core/text/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ValueText)
};

/// Without the noise that arithmetic leaves in the last digits.
QString digits(double value)
{
    return literal(std::round(value * 1e6) / 1e6);
}

QString scaledDigits(double value)
{
    struct Magnitude
    {
        double size = 1;
        QLatin1StringView letter;
    };
    static constexpr std::array magnitudes {Magnitude {1e9, QLatin1StringView("B")},
                                            Magnitude {1e6, QLatin1StringView("M")},
                                            Magnitude {1e3, QLatin1StringView("K")}};
    for (const Magnitude& magnitude : magnitudes)
        if (std::abs(value) >= magnitude.size)
            return digits(value / magnitude.size) + magnitude.letter;
    return digits(value);
}

/// The largest of 1, 2, 5 times a power of ten that is not above `width`.
double roundBelow(double width)
{
    const double power = std::pow(10, std::floor(std::log10(width)));
    for (const double one : {5.0, 2.0})
        if (one * power <= width * 1.000001)
            return one * power;
    return power;
}

double stepFor(double width, Display display)
{
    if (display == Display::Choice)
        return 1;
    const double step = roundBelow(width / 100);
    return display == Display::Years ? std::max(step, 0.05) : step;
}

} // namespace

QString canonicalText(double value, const Unit& unit, Display display)
{
    if (unit.isPlain()) {
        switch (display) {
        case Display::Percent:
        case Display::Points: return digits(value * displayFactor(Display::Percent)) + u'%';
        case Display::BasisPoints: return digits(value * displayFactor(Display::BasisPoints)) + u"bps"_s;
        default: return digits(value);
        }
    }
    const QString currency = unit.leadingCurrency();
    const QString sign = value < 0 ? u"-"_s : QString();
    if (currency.isEmpty())
        return sign + scaledDigits(std::abs(value)) + u' ' + unit.toString();
    return sign + currencyMark(currency).trimmed() + scaledDigits(std::abs(value))
         + unit.toString().mid(currency.size());
}

QString typedText(const QString& text, const QLocale& locale)
{
    QString typed = text.trimmed();
    typed.replace(QChar(0x2212), u'-').replace(QChar::Nbsp, u' ').replace(u" %"_s, u"%"_s);
    if (!parse(typed) && locale.decimalPoint() == u","_s && typed.count(u',') == 1) {
        QString pointed = QString(typed).replace(u',', u'.');
        if (parseLiteral(pointed))
            return pointed;
    }
    return typed;
}

QString readableText(const QString& canonical, const Unit& unit, Display display, const QLocale& locale)
{
    const auto said = parseLiteral(canonical);
    return said ? figure(said->value, unit, display, locale) : canonical;
}

QString narrowText(const QString& readable, Display display)
{
    const QString number = readable.section(u' ', 0, 0);
    if (number.isEmpty() || !std::any_of(number.begin(), number.end(), [](QChar c) { return c.isDigit(); }))
        return readable;
    if (display == Display::Points)
        return Words::tr("%1 pt").arg(number);
    return display == Display::Years ? Words::tr("%1 y").arg(number) : readable;
}

QString withoutEmptyDecimal(QString figure, const QLocale& locale)
{
    const QString empty = locale.decimalPoint() + locale.zeroDigit();
    const qsizetype at = figure.indexOf(empty);
    const qsizetype behind = at + empty.size();
    if (at >= 0 && (behind == figure.size() || !figure[behind].isDigit()))
        figure.remove(at, empty.size());
    return figure;
}

SliderScale::SliderScale(double from, double to, Display display) : m_from(from), m_to(to)
{
    if (!std::isfinite(from) || !std::isfinite(to) || !(from < to))
        return;
    m_step = stepFor(to - from, display);
    m_before = std::floor(from / m_step + 1e-6) * m_step;
    m_last = static_cast<int>(std::ceil((to - m_before) / m_step - 1e-6));
}

double SliderScale::valueAt(int place) const
{
    return std::clamp(m_before + place * m_step, m_from, m_to);
}

int SliderScale::placeOf(double value) const
{
    if (isEmpty())
        return 0;
    return static_cast<int>(std::lround((std::clamp(value, m_from, m_to) - m_before) / m_step));
}

} // namespace plumbline
