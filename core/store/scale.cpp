#include "core/store/scale.h"

#include "core/store/coveragetables.h"
#include "core/store/create.h"
#include "core/store/decisions.h"
#include "core/store/scalefill.h"
#include "core/store/synthetic.h"
#include "core/store/workspace.h"

#include <algorithm>

namespace plumbline {

namespace {

/// The sample without its companies and what was decided about them.
Result<WorkspaceData> bare(const QString& resources, const QString& made)
{
    const auto documents = sampleDocuments(resources);
    if (!documents)
        return tl::unexpected(documents.error());
    auto data = workspaceFromJson(workspaceToJson(*documents, made));
    if (!data)
        return tl::unexpected(data.error());
    data->companies.clear();
    std::erase_if(data->decisions.choices, [](const Choice& one) { return one.subject != u"global"; });
    return data;
}

Result<void> writeMany(const QSqlDatabase& database, int companies, qint64 seen,
                       const std::function<void(int, int)>& progress)
{
    Decisions decisions;
    for (int number = 0; number < companies; ++number) {
        if (auto written = writeCoverage(database, syntheticCompany(number), seen); !written)
            return written;
        std::ranges::move(syntheticChoices(number), std::back_inserter(decisions.choices));
        progress(number + 1, companies);
    }
    return writeDecisions(database, decisions).and_then([&] { return fillForScale(database, seen); });
}

} // namespace

Result<void> writeEmpty(const QString& path, const QString& resources, const QString& made)
{
    return bare(resources, made).and_then([&](const WorkspaceData& data) {
        return Store::create(path, data);
    });
}

Result<void> writeMadeUp(const QString& path, const QString& resources, const QString& made, int companies,
                         const std::function<void(int, int)>& progress)
{
    return bare(resources, made).and_then([&](const WorkspaceData& data) {
        return createWorkspace(path, data, [&](const QSqlDatabase& database, qint64 seen) {
            return writeMany(database, companies, seen, progress);
        });
    });
}

Result<void> takeOver(Store& store, const CardFile& card, qint64 seen)
{
    const auto frame = store.frame();
    if (!frame)
        return tl::unexpected(frame.error());
    Decisions decisions;
    for (const Scenario& one : card.scenarios)
        if (std::ranges::none_of(frame->decisions.scenarios,
                                 [&](const Scenario& other) { return other.name == one.name; }))
            decisions.scenarios.push_back(one);
    for (const Choice& one : card.choices)
        if (std::ranges::none_of(frame->decisions.choices, [&](const Choice& other) {
                return other.scenario == one.scenario && other.subject == one.subject
                    && other.field == one.field;
            }))
            decisions.choices.push_back(one);
    return store.keepAll({card.coverage}, decisions, seen);
}

} // namespace plumbline
