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

/// What every workspace starts from: the sample's assumptions and scoring models, its scenarios without a choice.
Result<WorkspaceData> bare(const QString& resources, const QString& made)
{
    return sampleData(resources, made).map([](WorkspaceData data) {
        data.companies.clear();
        data.decisions.choices.clear();
        return data;
    });
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
    return bare(resources, made).and_then([&](WorkspaceData data) {
        data.decisions.scenarios = {{.name = baseScenario}};
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

} // namespace plumbline
