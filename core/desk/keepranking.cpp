#include "core/desk/keepranking.h"

#include "core/desk/keptscores.h"
#include "core/desk/universemaker.h"

#include <algorithm>

namespace plumbline {

Result<void> keepRanking(Store& store, const QLocale& locale, qint64 at)
{
    const auto frame = store.frame();
    if (!frame)
        return tl::unexpected(frame.error());
    const auto model = std::ranges::find(frame->scoringModels, firstModel(*frame), &ScoringModel::id);
    if (model == frame->scoringModels.end())
        return {};
    const Asked asked {frame->global, frame->decisions, baseScenario, *model, locale};
    Universe universe;
    for (const QString& symbol : frame->symbols) {
        auto coverage = store.coverage(symbol);
        if (!coverage)
            return tl::unexpected(coverage.error());
        universe.add(cardFor(std::move(*coverage), asked));
    }
    universe.build();
    std::vector<KeptScore> ranked;
    ranked.reserve(universe.companies());
    for (const RankedCompany& row : *universe.ranking())
        ranked.push_back(keptFrom(row));
    return store.keepScores(baseScenario, model->id, ranked, at);
}

} // namespace plumbline
