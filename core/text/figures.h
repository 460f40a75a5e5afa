#pragma once

#include "core/values/quantity.h"

#include <QLocale>

namespace plumbline {

/// The only place where a number becomes words. Money is shown in T, B, M or K with up to two decimals, at least one
/// above a thousand ("$15.0B", "$33.75B", "$716.9B"); per-share money with two; percentages as the caller needs them.
/// A real minus sign is used.

/// How many decimals a percentage keeps: a result always two ("10.30 %"), an input only those it has ("25 %").
enum class PercentStyle { Result, Input };

/// One number in its unit and display, e.g. 3.375e10 USD -> "$33.75B", 0.15 Percent -> "15 %".
QString figure(double value, const Unit& unit, Display display, const QLocale& locale,
               PercentStyle style = PercentStyle::Input);

/// A figure as it was said, hedge included: "> $15.0B", "about 30 %", "30 to 40 %".
QString figure(const Quantity& quantity, const QLocale& locale);

/// A plain number rounded to `decimals`, with the locale's separators and a real minus.
QString number(double value, int decimals, const QLocale& locale);

/// A number as a literal of the formula language that reads back as the same number.
QString literal(double value);

/// A conviction part as the card shows it: no trailing ".0" ("8", "4.02"); one decimal where `decimals` asks for it.
QString score(double value, const QLocale& locale);

/// Arithmetic that breaks into lines only before an operator: "4.83 %" and "÷ $77.67B" stay whole.
QString unbroken(QString arithmetic);

/// "$" for USD, "€", "£", "¥"; "CHF " (with a space) for any other code.
QString currencyMark(const QString& currency);

} // namespace plumbline
