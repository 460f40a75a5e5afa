#include "core/formats/exactnumber.h"

#include "core/formula/parse.h"
#include "core/reading/claim.h"
#include "core/text/figures.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExactNumber)
};

double rounded(double value, int digits)
{
    return QByteArray::number(value, 'g', digits).toDouble();
}

/// What the literals of the formula language can say themselves.
bool saidByLiteral(Display display)
{
    return display == Display::Plain || display == Display::Percent || display == Display::BasisPoints;
}

} // namespace

double valueBehind(double written, double factor)
{
    if (factor == 1)
        return written;
    for (const int digits : {15, 16, 17})
        if (const double value = rounded(written, digits) / factor; value * factor == written)
            return value;
    const double value = written / factor;
    for (const double end :
         {-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()})
        if (const double next = std::nextafter(value, end); next * factor == written)
            return next;
    return value;
}

double typedBehind(double written, double factor)
{
    for (const int digits : {15, 16, 17})
        if (const double typed = rounded(written, digits); typed / factor * factor == written)
            return typed;
    return written;
}

std::optional<Measure> measureFromWord(const QString& word)
{
    if (word == u"hours")
        return Measure {Unit::of(u"h")};
    if (word == u"ratio" || word.isEmpty())
        return Measure {};
    if (const auto display = displayFromWord(word))
        return Measure {{}, *display};
    if (const auto unit = Unit::parse(word))
        return Measure {*unit};
    return std::nullopt;
}

QString exactLiteral(double value, Display display)
{
    const QString suffix = display == Display::Percent     ? QStringLiteral("%")
                         : display == Display::BasisPoints ? QStringLiteral("bps")
                                                           : QString();
    const double factor = suffix.isEmpty() ? 1 : displayFactor(display);
    for (const int digits : {15, 16, 17}) {
        const double shown = rounded(value * factor, digits);
        if (shown / factor == value)
            return literal(shown) + suffix;
    }
    return literal(value);
}

Json toJson(const Quantity& quantity)
{
    const auto text = [&](double value) { return Json(utf8(exactLiteral(value, quantity.display))); };
    Json out = {{"value", text(quantity.value)}};
    if (quantity.low)
        out["low"] = text(*quantity.low);
    if (quantity.high)
        out["high"] = text(*quantity.high);
    if (quantity.bound != Bound::Exact)
        out["bound"] = utf8(word(quantity.bound));
    if (!quantity.unit.isPlain())
        out["unit"] = utf8(quantity.unit.toString());
    const auto read = parseLiteral(exactLiteral(quantity.value, quantity.display));
    if (!saidByLiteral(quantity.display) || !read || read->display != quantity.display)
        out["display"] = utf8(displayWord(quantity.display));
    return out;
}

void readMeasure(const JsonReader& in, Quantity& quantity)
{
    if (const QString word = in.textOr("unit"); !word.isEmpty()) {
        const auto unit = Unit::parse(word);
        if (!unit)
            in.fail("unit", Words::tr("“%1” is not a unit").arg(word));
        quantity.unit = unit.value_or(quantity.unit);
    }
    if (const QString word = in.textOr("display"); !word.isEmpty()) {
        const auto display = displayFromWord(word);
        if (!display)
            in.fail("display", Words::tr("“%1” is no way to show a number").arg(word));
        quantity.display = display.value_or(quantity.display);
    }
}

} // namespace plumbline
