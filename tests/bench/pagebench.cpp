// clazy:excludeall=non-pod-global-static
#include "core/desk/cards.h"
#include "core/formats/workspace.h"
#include "core/store/workspace.h"
#include "ui/page/pdf.h"

#include <benchmark/benchmark.h>

namespace plumbline {
namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);

/// Amazon of the sample: 24 claims, 24 figures, 17 quotes, 10 questions, on 18 pages.
const Card& amazon()
{
    static const Card card = [] {
        const auto documents = sampleDocuments(QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources")).value();
        const auto workspace =
            workspaceFromJson(workspaceToJson(documents, QStringLiteral("2026-05-11T00:00:00Z"))).value();
        const auto ranked = rankedCards(workspace, {}, {}, english).value();
        return **cardOf(ranked, QStringLiteral("AMZN"));
    }();
    return card;
}

void printingACard(benchmark::State& state)
{
    const Card& card = amazon();
    double pages = 0;
    for (auto _ : state) {
        const auto pdf = cardToPdf(card, {.program = QStringLiteral("bench")}, english);
        benchmark::DoNotOptimize(pdf);
    }
    pages = static_cast<double>(pagesOf(card, {}, english).pages.size());
    state.counters["pages"] = pages;
}
BENCHMARK(printingACard)->Unit(benchmark::kMillisecond);

void layingOutACard(benchmark::State& state)
{
    const Card& card = amazon();
    for (auto _ : state)
        benchmark::DoNotOptimize(pagesOf(card, {}, english));
}
BENCHMARK(layingOutACard)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace plumbline
