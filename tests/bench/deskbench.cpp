// clazy:excludeall=non-pod-global-static
#include "core/desk/universe.h"
#include "core/report/card.h"
#include "tests/bench/universe.h"

#include <benchmark/benchmark.h>
#include <malloc.h>

#include <cstdio>

namespace plumbline {
namespace {

constexpr int companies = 5000;

/// Bytes that are allocated and in use.
double inUse()
{
    const struct mallinfo2 heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd);
}

Card madeUpCard(int number, const QString& margin)
{
    static const std::vector<Assumption> assumptions = shippedAssumptions();
    static const ScoringModel model = shippedModel();
    Coverage coverage = madeUpCompany(number);
    const QString subject = companySubject(coverage.dossier.symbol);
    const Decisions decisions {{{.scenario = baseScenario,
                                 .subject = subject,
                                 .field = QStringLiteral("assumption/operating_margin.cloud"),
                                 .value = margin}},
                               {{baseScenario, {}}}};
    return makeCard(std::move(coverage), assumptions, decisions, baseScenario, model, QLocale::c());
}

Universe& universe()
{
    static Universe made = [] {
        Universe all;
        const double before = inUse();
        for (int number = 0; number < companies; ++number)
            all.add(madeUpCard(number, QStringLiteral("32%")));
        all.build();
        std::printf("%d companies hold %.0f MB in columns\n", companies, (inUse() - before) / 1e6);
        return all;
    }();
    return made;
}

/// A card whose margin was edited takes its place, and everybody is ranked again: one frame while a slider moves.
void rankingAfterOneCompanysEdit(benchmark::State& state)
{
    Universe& all = universe();
    const std::array cards {madeUpCard(7, QStringLiteral("30%")), madeUpCard(7, QStringLiteral("31%"))};
    std::size_t step = 0;
    for (auto _ : state) {
        all.replace(cards[step++ % cards.size()]);
        benchmark::DoNotOptimize(all.ranking());
    }
}
BENCHMARK(rankingAfterOneCompanysEdit)->Unit(benchmark::kMillisecond);

void oneCompanyReplaced(benchmark::State& state)
{
    Universe& all = universe();
    const std::array cards {madeUpCard(7, QStringLiteral("30%")), madeUpCard(7, QStringLiteral("31%"))};
    std::size_t step = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(all.replace(cards[step++ % cards.size()]));
}
BENCHMARK(oneCompanyReplaced)->Unit(benchmark::kMillisecond);

/// A tax rate for everybody, in the columns and up to the ranking.
void rankingAfterAGlobalEdit(benchmark::State& state)
{
    Universe& all = universe();
    int step = 0;
    for (auto _ : state) {
        all.choose(QStringLiteral("global"), QStringLiteral("tax_rate"), 0.18 + 0.001 * (step++ % 10));
        benchmark::DoNotOptimize(all.ranking());
    }
}
BENCHMARK(rankingAfterAGlobalEdit)->Unit(benchmark::kMillisecond);

void globalEditAlone(benchmark::State& state)
{
    Universe& all = universe();
    int step = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            all.choose(QStringLiteral("global"), QStringLiteral("tax_rate"), 0.18 + 0.001 * (step++ % 10)));
}
BENCHMARK(globalEditAlone)->Unit(benchmark::kMillisecond);

void oneCardMade(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(madeUpCard(7, QStringLiteral("30%")));
}
BENCHMARK(oneCardMade)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace plumbline
