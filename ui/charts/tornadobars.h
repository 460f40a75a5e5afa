#pragma once

#include "core/report/simulatecard.h"

#include <QLocale>

namespace plumbline {

/// One input as a bar of the tornado: what it is, over which range, and the uplift at both ends.
struct TornadoBar
{
    QString title {};               ///< "AWS AI incremental net margin"
    QString range {};               ///< "20 – 30 %"
    QString figure {};              ///< the input's name
    std::optional<double> atLow {}; ///< the uplift with the input at its low end; nothing: not known
    std::optional<double> atHigh {};
    QString low {}; ///< the same in words
    QString high {};
    bool turns = false; ///< between the ends the uplift goes beyond them

    friend bool operator==(const TornadoBar&, const TornadoBar&) = default;
};

struct TornadoBars
{
    QString figure {}; ///< "EPS uplift", or for a loss "income effect"
    QString base {};   ///< "10.30 %"
    std::optional<double> atBase {};
    std::vector<TornadoBar> bars {}; ///< the widest first
    QString reason {};               ///< why there are none
    std::size_t left = 0;            ///< bars not shown

    friend bool operator==(const TornadoBars&, const TornadoBars&) = default;
};

/// The `most` widest bars, with titles, ranges and units from the card. Pure.
TornadoBars tornadoRows(const Card& card, const Result<Tornado>& tornado, const QLocale& locale,
                        std::size_t most = 6);

/// The same in words, a line a bar: for tool tips and screen readers.
QStringList tornadoWords(const TornadoBars& bars);

} // namespace plumbline
