#include "core/desk/keptscores.h"

#include "core/desk/cards.h"

#include <algorithm>

namespace plumbline {

QString firstModel(const WorkspaceFrame& frame)
{
    QString usual = DeskQuestion {}.scoringModel;
    for (const ScoringModel& one : frame.scoringModels)
        if (one.id == usual)
            return usual;
    return frame.scoringModels.empty() ? QString() : frame.scoringModels.front().id;
}

RankedCompany rankedFrom(const KeptScore& kept)
{
    RankedCompany row {.symbol = kept.symbol,
                       .name = kept.name,
                       .fictional = kept.fictional,
                       .rank = kept.rank,
                       .flags = kept.flags,
                       .oldestInput = kept.oldestInput};
    std::copy_n(kept.figures.begin(), rankedFigures, row.figures.begin());
    row.misleading = static_cast<std::uint32_t>(kept.figures.back());
    return row;
}

KeptScore keptFrom(const RankedCompany& row)
{
    KeptScore kept {.symbol = row.symbol,
                    .name = row.name,
                    .fictional = row.fictional,
                    .rank = row.rank,
                    .figures = {row.figures.begin(), row.figures.end()},
                    .flags = row.flags,
                    .oldestInput = row.oldestInput};
    kept.figures.push_back(row.misleading);
    return kept;
}

} // namespace plumbline
