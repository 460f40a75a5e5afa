#include "core/desk/keepranking.h"

#include "core/conviction/ranking.h"
#include "core/desk/keptscores.h"

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
    std::vector<KeptScore> scores;
    std::vector<Standing> standings;
    for (const QString& symbol : frame->symbols) {
        auto coverage = store.coverage(symbol);
        if (!coverage)
            return tl::unexpected(coverage.error());
        const RankedCompany row = rankedCompany(
            makeCard(std::move(*coverage), frame->global, frame->decisions, baseScenario, *model, locale));
        scores.push_back(keptFrom(row));
        standings.push_back(
            {row.symbol, row.figure(RankedFigure::Conviction), row.figure(RankedFigure::UnpricedUplift)});
    }
    std::vector<KeptScore> ranked;
    ranked.reserve(scores.size());
    for (const std::size_t place : rank(standings)) {
        ranked.push_back(std::move(scores[place]));
        ranked.back().rank = static_cast<int>(ranked.size());
    }
    return store.keepScores(baseScenario, model->id, ranked, at);
}

} // namespace plumbline
