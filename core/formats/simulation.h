#pragma once

#include "core/report/simulatecard.h"

#include <QByteArray>

namespace plumbline {

/// A simulation as JSON: figures plain (0.10 for 10 %, or money for a loss-maker: "unit" says), probabilities 0 to 1,
/// the shares of the drivers in percent, the largest first.
QByteArray simulationToJson(const CardSimulation& simulation);

} // namespace plumbline
