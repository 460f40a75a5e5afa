#include "core/formats/simulation.h"

#include "core/formats/cardwriter.h"

#include <algorithm>

namespace plumbline {

QByteArray simulationToJson(const CardSimulation& simulation)
{
    const Distribution& drawn = simulation.distribution;
    Json out = {{"draws", drawn.draws}, {"seed", drawn.seed}, {"mean", drawn.mean}, {"p5", drawn.p5},
                {"p25", drawn.p25},     {"p50", drawn.p50},   {"p75", drawn.p75},   {"p95", drawn.p95}};
    out["probability"] = {{"above_zero", drawn.probabilityAbove(0)},
                          {"above_card", drawn.probabilityAbove(simulation.atCard)},
                          {"above_consensus", simulation.atConsensus
                                                  ? Json(drawn.probabilityAbove(*simulation.atConsensus))
                                                  : Json()}};
    std::vector<Driver> drivers = drawn.drivers;
    std::stable_sort(drivers.begin(), drivers.end(),
                     [](const Driver& a, const Driver& b) { return a.share > b.share; });
    out["drivers"] = Json::array();
    for (const Driver& driver : drivers)
        out["drivers"].push_back({{"name", toJson(driver.name)}, {"share_percent", driver.share * 100}});
    out["figure"] = toJson(simulation.uplift.figure);
    out["unit"] = toJson(simulation.unit.toString());
    out["unknown_draws"] = drawn.unknownDraws;
    out["correlations_repaired"] = drawn.repaired;
    return QByteArray::fromStdString(out.dump(1)) + '\n';
}

} // namespace plumbline
