#pragma once

#include "core/values/quantity.h"

#include <QLocale>

namespace plumbline {

/// A number as the formula language writes it, for the place it stands in: "20%", "300bps", "$42.2B", "6". It reads back
/// as the same number to six digits behind the point.
QString canonicalText(double value, const Unit& unit, Display display);

/// What somebody typed, brought nearer to the language: no space before "%", a plain minus, a decimal point where
/// the locale has a comma and the text would not be read otherwise.
QString typedText(const QString& text, const QLocale& locale);

/// Canonical text as a reader sees it: "25 %" for "25%"; a formula stays as it is.
QString readableText(const QString& canonical, const Unit& unit, Display display, const QLocale& locale);

/// The same for a narrow place: "2.65 pt" for "2.65 points", "6 y" for "6 years".
QString narrowText(const QString& readable, Display display);

/// "$15B" for "$15.0B": an end of a range needs no decimal that says nothing.
QString withoutEmptyDecimal(QString figure, const QLocale& locale);

/// The places of a slider over a stretch of numbers: both ends, and the multiples of a round step between them.
class SliderScale
{
public:
    SliderScale() = default;
    SliderScale(double from, double to, Display display);

    bool isEmpty() const { return m_last < 1; }
    int last() const { return m_last; } ///< places are 0 … last
    double valueAt(int place) const;
    int placeOf(double value) const; ///< the nearest
    double from() const { return m_from; }
    double to() const { return m_to; }

    friend bool operator==(const SliderScale&, const SliderScale&) = default;

private:
    double m_from = 0;
    double m_to = 0;
    double m_step = 0;
    double m_before = 0; ///< the multiple of the step at or before `from`
    int m_last = 0;
};

} // namespace plumbline
