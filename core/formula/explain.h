#pragma once

#include "core/formula/sheet.h"

#include <QLocale>

#include <vector>

namespace plumbline {

/// A figure as it stands in an explanation, beside the value it shows.
struct ShownFigure
{
    QString text {};
    double value = 0;
    Unit unit {};
    Display display = Display::Plain;
    bool result = false; ///< a computed percentage keeps two decimals
};

/// One line of arithmetic in the reader's words, and every figure in it.
struct Explanation
{
    QString line {};
    std::vector<ShownFigure> shown {};
};

/// The arithmetic of one cell: "$225.0B × 15 % recognised = $33.75B". A leaf is just its figure; an unknown is its
/// reason; of an `if` only the branch taken is written.
Explanation explain(const Sheet& sheet, Cell::Id id, const QLocale& locale);

/// Several cells in one chain, each continuing the one before it where it uses its value:
/// "$225.0B × 15 % recognised = $33.75B ÷ $716.9B revenue = 4.71 %".
Explanation explainChain(const Sheet& sheet, const std::vector<Cell::Id>& chain, const QLocale& locale);

/// The figure of a cell as it is shown everywhere, or its reason when it is unknown.
QString shownValue(const Cell& cell, const QLocale& locale);

/// The figure of that name in short, where its reason stands elsewhere or nowhere: "10.30 %", "unknown", "n.m.".
QString figureText(const Sheet& sheet, const QString& name, const QLocale& locale);

/// Why a figure has no value; empty where it has one.
QString reasonOf(const Sheet& sheet, const QString& name);

/// What stands behind a figure, down to the leaves.
struct TraceNode
{
    QString path {};  ///< the figure's name
    double value = 0; ///< plain: 0.25 for 25 %; NaN where unknown
    Unit unit {};
    QString shown {};
    QString formula {}; ///< over the paths of `inputs`; empty for a leaf
    Origin origin {};   ///< of a leaf
    QString reason {};  ///< why the value is unknown
    std::vector<TraceNode> inputs {};
};

/// How many nodes one trace may have: assumptions that lean on each other can make a tree beyond all use. What lies
/// beyond is left out, and the node says so in its reason.
inline constexpr int mostTraceNodes = 100'000;

/// The tree behind a cell. Formulas are written with full names; of an `if` only the condition and the branch taken
/// are inputs that matter, the others are given too where they are known.
TraceNode trace(const Sheet& sheet, Cell::Id id, const QLocale& locale);

/// A formula with each name replaced by the full name of the cell behind it.
QString fullText(const Sheet& sheet, const Cell& cell);

} // namespace plumbline
