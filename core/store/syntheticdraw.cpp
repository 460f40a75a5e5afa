#include "core/store/syntheticdraw.h"

#include <array>
#include <cmath>

namespace plumbline::synthetic {

namespace {

/// Powers of ten up to the largest that a double holds exactly.
constexpr std::array powers {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                             1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

double tenTo(int exponent)
{
    return powers[static_cast<std::size_t>(exponent)];
}

/// Ten to the power of a half, a quarter, an eighth …: products of these need no mathematical library, whose last digit
/// differs between machines.
constexpr std::array roots {3.1622776601683795, 1.7782794100389228, 1.333521432163324,  1.1547819846894583,
                            1.074607828321317,  1.036632928437698,  1.018151721718182,  1.0090350448414476,
                            1.0045073642544626, 1.002251148292913,  1.0011249413998987, 1.0005623126022087};

QString grouped(QString digits)
{
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, u',');
    return digits;
}

} // namespace

std::uint64_t Draw::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31U);
}

int Draw::between(int low, int high)
{
    const auto width = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<int>((next() >> 32U) * width >> 32U);
}

double Draw::spread(double low, int decades)
{
    constexpr unsigned bits = 12;
    const auto power = static_cast<std::uint32_t>(between(0, (decades << bits) - 1));
    double value = low * tenTo(static_cast<int>(power >> bits));
    for (unsigned bit = 0; bit < bits; ++bit)
        if ((power >> (bits - 1 - bit) & 1U) != 0)
            value *= roots[bit];
    return value;
}

struct Rounded::Scale
{
    int exponent = 0;
    QStringView word {};
    QStringView letter {};
};

Rounded::Rounded(double value) : m_negative(value < 0)
{
    double size = std::abs(value);
    if (size == 0)
        return;
    for (; size >= 1000; size /= 10)
        ++m_exponent;
    for (; size < 100; size *= 10)
        --m_exponent;
    m_digits = std::llround(size);
    if (m_digits == 1000) {
        m_digits = 100;
        ++m_exponent;
    }
}

double Rounded::value() const
{
    const auto digits = static_cast<double>(m_negative ? -m_digits : m_digits);
    return m_exponent >= 0 ? digits * tenTo(m_exponent) : digits / tenTo(-m_exponent);
}

const Rounded::Scale& Rounded::scale() const
{
    static constexpr std::array scales {Scale {12, u" trillion", u"T"}, Scale {9, u" billion", u"B"},
                                        Scale {6, u" million", u"M"}, Scale {0, u"", u""}};
    for (const Scale& one : scales)
        if (m_exponent + 2 >= one.exponent)
            return one;
    return scales.back();
}

QString Rounded::digits(int scaleExponent) const
{
    QString text = QString::number(m_digits);
    const int shift = m_digits == 0 ? 0 : m_exponent - scaleExponent;
    if (shift >= 0)
        return text + QString(shift, u'0');
    text = text.rightJustified(1 - shift, u'0');
    text.insert(text.size() + shift, u'.');
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString Rounded::spoken(const QString& mark) const
{
    const Scale& own = scale();
    const QString text = digits(own.exponent);
    return QStringLiteral("%1%2%3%4")
        .arg(m_negative ? QStringView(u"minus ") : QStringView(), mark,
             text.contains(u'.') ? text : grouped(text), own.word);
}

QString Rounded::written(const QString& mark) const
{
    const Scale& own = scale();
    return QStringLiteral("%1%2%3%4")
        .arg(m_negative ? QStringView(u"-") : QStringView(), mark, digits(own.exponent), own.letter);
}

Spoken money(double value, const QString& currency, const QString& mark, Bound bound)
{
    const Rounded rounded(value);
    return {.quantity = {.value = rounded.value(), .bound = bound, .unit = Unit::of(currency)},
            .words = rounded.spoken(mark),
            .unit = currency};
}

QString tenthsText(int tenths)
{
    const QString whole = QString::number(tenths / 10);
    const int rest = std::abs(tenths % 10);
    return rest == 0 ? whole : whole + u'.' + QString::number(rest);
}

Spoken percent(int tenths, Bound bound)
{
    return {.quantity = {.value = tenths / 1000.0, .bound = bound, .display = Display::Percent},
            .words = tenthsText(tenths) + QStringLiteral(" percent"),
            .unit = QStringLiteral("percent"),
            .shownFactor = 100};
}

Spoken percentRange(int lowTenths, int highTenths)
{
    Spoken said = percent(lowTenths, Bound::Range);
    said.quantity.low = lowTenths / 1000.0;
    said.quantity.high = highTenths / 1000.0;
    said.words = QStringLiteral("%1 to %2 percent").arg(tenthsText(lowTenths), tenthsText(highTenths));
    return said;
}

Spoken count(double value, Bound bound)
{
    const auto whole = static_cast<qint64>(value < 1000 ? value : Rounded(value).value());
    return {.quantity = {.value = static_cast<double>(whole), .bound = bound, .display = Display::Count},
            .words = grouped(QString::number(whole)),
            .unit = QStringLiteral("count")};
}

} // namespace plumbline::synthetic
