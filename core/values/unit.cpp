#include "core/values/unit.h"

#include <QStringList>

#include <algorithm>

namespace plumbline {

Unit Unit::of(QStringView symbol)
{
    Unit unit;
    Factor factor;
    const QByteArray latin = symbol.toLatin1().left(static_cast<int>(factor.symbol.size()) - 1);
    std::copy(latin.begin(), latin.end(), factor.symbol.begin());
    factor.power = 1;
    unit.m_factors[0] = factor;
    unit.m_count = 1;
    return unit;
}

void Unit::multiply(const Factor& factor, int sign)
{
    const auto end = m_factors.begin() + m_count;
    auto place =
        std::find_if(m_factors.begin(), end, [&](const Factor& own) { return own.symbol >= factor.symbol; });
    const int power = sign * factor.power;
    if (place != end && place->symbol == factor.symbol) {
        place->power = static_cast<std::int16_t>(place->power + power);
        if (place->power == 0) {
            std::move(place + 1, end, place);
            m_factors[--m_count] = Factor {};
        }
        return;
    }
    if (m_count == m_factors.size()) { // more symbols than any figure has: a unit that equals no other
        m_factors[0].symbol = {'?'};
        return;
    }
    std::move_backward(place, end, end + 1);
    *place = factor;
    place->power = static_cast<std::int16_t>(power);
    ++m_count;
}

Unit Unit::combine(const Unit& a, const Unit& b, int sign)
{
    Unit product = a;
    for (std::size_t i = 0; i < b.m_count; ++i)
        product.multiply(b.m_factors[i], sign);
    return product;
}

QString Unit::currency() const
{
    if (m_count != 1 || m_factors[0].power != 1)
        return {};
    return leadingCurrency();
}

QString Unit::leadingCurrency() const
{
    for (std::size_t i = 0; i < m_count; ++i) {
        QString symbol = QString::fromLatin1(m_factors[i].symbol.data());
        if (m_factors[i].power == 1 && symbol.size() == 3 && symbol.at(0).isUpper())
            return symbol;
    }
    return {};
}

QString Unit::toString() const
{
    QStringList above;
    QStringList below;
    for (std::size_t i = 0; i < m_count; ++i) {
        const int power = m_factors[i].power;
        QString symbol = QString::fromLatin1(m_factors[i].symbol.data());
        if (std::abs(power) > 1)
            symbol += u'^' + QString::number(std::abs(power));
        (power > 0 ? above : below).append(symbol);
    }
    QString text = above.isEmpty() ? QStringLiteral("1") : above.join(u'*');
    for (const QString& symbol : below)
        text += u'/' + symbol;
    return text;
}

std::optional<Unit> Unit::parse(QStringView text)
{
    Unit unit;
    if (text.isEmpty() || text == u"1")
        return unit;
    bool below = false;
    for (const QStringView part : text.split(u'/')) {
        for (const QStringView symbol : part.split(u'*')) {
            const bool currency =
                symbol.size() == 3
                && std::all_of(symbol.begin(), symbol.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
            const bool known = currency || symbol == u"share" || symbol == u"h" || symbol == u"item";
            if (!known && symbol != u"1")
                return std::nullopt;
            if (known)
                unit = below ? unit / of(symbol) : unit * of(symbol);
        }
        below = true;
    }
    return unit;
}

double displayFactor(Display display)
{
    switch (display) {
    case Display::Percent:
    case Display::Points: return 100;
    case Display::BasisPoints: return 10000;
    default: return 1;
    }
}

namespace {
struct DisplayWord
{
    Display display = Display::Plain;
    QLatin1StringView word;
};
constexpr std::array displayWords {
    DisplayWord {Display::Plain, QLatin1StringView("")},
    DisplayWord {Display::Percent, QLatin1StringView("percent")},
    DisplayWord {Display::BasisPoints, QLatin1StringView("bps")},
    DisplayWord {Display::Points, QLatin1StringView("points")},
    DisplayWord {Display::Years, QLatin1StringView("years")},
    DisplayWord {Display::Times, QLatin1StringView("ratio")},
    DisplayWord {Display::Count, QLatin1StringView("count")},
    DisplayWord {Display::Score, QLatin1StringView("score")},
    DisplayWord {Display::Choice, QLatin1StringView("choice")},
};
} // namespace

QString displayWord(Display display)
{
    for (const DisplayWord& known : displayWords)
        if (known.display == display)
            return known.word;
    return {};
}

std::optional<Display> displayFromWord(QStringView word)
{
    for (const DisplayWord& known : displayWords)
        if (word == known.word)
            return known.display;
    return std::nullopt;
}

} // namespace plumbline
