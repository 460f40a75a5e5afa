#pragma once

#include "core/formula/explain.h"
#include "core/report/card.h"

#include <QByteArray>

namespace plumbline {

/// Where a number of the card's JSON comes from: its path there, the figure behind it, and what the figure is multiplied
/// by when written (100 for a path that ends in _percent).
struct CardNumber
{
    QString path {};
    Sheet::Id cell = Sheet::none;
    double factor = 1;
};

/// The card as JSON: the keys and their order are a contract, see the command line's documentation. Numbers at full
/// precision; what is not known is null, with its reason under "unknown".
QByteArray cardToJson(const Card& card, const QString& workspaceTime, const QLocale& locale);

/// Every number that cardToJson writes, in its order. `rank` is not among them: see rankTrace.
std::vector<CardNumber> numbersOf(const Card& card);

/// One trace as JSON. `path` is what was asked for.
QByteArray traceToJson(const TraceNode& node);
QByteArray tracesToJson(const std::vector<TraceNode>& nodes);

/// The trace of every number of the card's JSON, in its order.
std::vector<TraceNode> allTraces(const Card& card, const std::vector<const Card*>& ranked,
                                 const QLocale& locale);

/// The trace at a path of the card's JSON, or of a figure by its name; NotFound for no such path.
Result<TraceNode> traceAt(const Card& card, const QString& path, const std::vector<const Card*>& ranked,
                          const QLocale& locale);

/// Why a card stands where it does: one more than the companies before it, each with its own conviction.
TraceNode rankTrace(const Card& card, const std::vector<const Card*>& ranked, const QLocale& locale);

} // namespace plumbline
