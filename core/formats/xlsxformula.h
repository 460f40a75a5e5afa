#pragma once

#include "core/formula/sheet.h"

#include <QStringList>

namespace plumbline {

/// The name each figure's cell has in a spreadsheet, by the figure's id: "margin.aws" is margin_aws. Letters, digits and
/// underscores only; one that would read as a cell's address (Q1, R1C1) or as TRUE ends in an underscore, and of two that
/// would be the same, whatever their case, the later ends in a number.
std::vector<QString> spreadsheetNames(const Sheet& sheet);

/// A formula of a spreadsheet without its leading "=", over the names of other cells. Several summands stand apart, so that
/// a long sum can be spread over several cells. What is not known is #N/A there, as it is unknown here.
QStringList spreadsheetFormula(const Cell& cell, const std::vector<QString>& names);

/// Text as a constant within a formula, at most as long as a spreadsheet takes.
QString spreadsheetText(const QString& text);

/// Excel refuses a formula that is longer.
inline constexpr qsizetype mostOfSpreadsheetFormula = 8000;

} // namespace plumbline
