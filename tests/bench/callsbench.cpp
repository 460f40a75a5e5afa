// clazy:excludeall=non-pod-global-static
#include "core/desk/readcalls.h"
#include "core/formats/extract.h"
#include "core/reading/questions.h"
#include "core/store/scale.h"
#include "core/store/store.h"
#include "core/transcript/callfrom.h"
#include "tests/bench/calls.h"
#include "tests/examples.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdio>

namespace plumbline {
namespace {

using namespace Qt::StringLiterals;

Transcript parsed(const QByteArray& file)
{
    auto read = callText(file).and_then(readTranscript);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return std::move(*read);
}

/// What `extract` reads of a call: quotes, figures, questions.
void readOne(const QByteArray& file)
{
    const Transcript transcript = parsed(file);
    benchmark::DoNotOptimize(readTheme(transcript, shippedRules().theme));
    benchmark::DoNotOptimize(questionsOf(transcript));
}

void countCalls(benchmark::State& state)
{
    qsizetype bytes = 0;
    for (const QByteArray& call : measuredCalls())
        bytes += call.size();
    const auto calls = static_cast<std::int64_t>(measuredCalls().size());
    state.SetItemsProcessed(state.iterations() * calls);
    state.SetBytesProcessed(state.iterations() * bytes);
}

void parsingCalls(benchmark::State& state)
{
    for (auto _ : state)
        for (const QByteArray& call : measuredCalls())
            benchmark::DoNotOptimize(parsed(call));
    countCalls(state);
}
BENCHMARK(parsingCalls)->Unit(benchmark::kMillisecond);

void parsingAndReadingCalls(benchmark::State& state)
{
    for (auto _ : state)
        for (const QByteArray& call : measuredCalls())
            readOne(call);
    countCalls(state);
}
BENCHMARK(parsingAndReadingCalls)->Unit(benchmark::kMillisecond);

std::unique_ptr<Store> emptyWorkspace(const QTemporaryDir& folder)
{
    const QString path = folder.filePath(u"calls.plumbline"_s);
    if (const auto made = writeEmpty(path, examples::resources(), u"2026-05-11T00:00:00Z"_s); !made)
        qFatal("%s", qPrintable(made.error().message));
    auto store = Store::open(path, Store::Access::Write);
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    return std::move(*store);
}

/// As an import does it: parsed, read into a card, kept with its index of words, sixteen calls in a transaction.
void keepAll(Store& store, std::vector<Coverage>& companies)
{
    if (const auto kept = store.keepAll(companies, {}, 1); !kept)
        qFatal("%s", qPrintable(kept.error().message));
    companies.clear();
}

void parsingReadingAndIndexingCalls(benchmark::State& state)
{
    constexpr std::size_t together = 16;
    for (auto _ : state) {
        state.PauseTiming();
        const QTemporaryDir folder;
        const auto store = emptyWorkspace(folder);
        state.ResumeTiming();
        std::vector<Coverage> companies;
        int number = 0;
        for (const QByteArray& file : measuredCalls()) {
            Call call = callFrom(parsed(file));
            call.id = u"Q1 FY2026"_s;
            call.date = u"2026-04-30"_s;
            Coverage company = newCompany(u"B%1"_s.arg(number++));
            company.calls.push_back(std::move(call));
            readCalls(company, shippedRules(), QLocale::c());
            companies.push_back(std::move(company));
            if (companies.size() == together)
                keepAll(*store, companies);
        }
        keepAll(*store, companies);
    }
    countCalls(state);
}
BENCHMARK(parsingReadingAndIndexingCalls)->Unit(benchmark::kMillisecond);

} // namespace

void printLinearity()
{
    using Clock = std::chrono::steady_clock;
    std::printf("\nlength of a call        ms   t(2n)/t(n)   (aim < 2.3)\n");
    double before = 0;
    for (const int times : {5, 10, 20, 40}) {
        const QByteArray call = longerCall(times);
        double best = 1e9;
        for (int run = 0; run < 15; ++run) { // the best: the machine does other things too
            const auto start = Clock::now();
            readOne(call);
            best = std::min(best, std::chrono::duration<double, std::milli>(Clock::now() - start).count());
        }
        if (before > 0)
            std::printf("%10.1f kB %12.2f %12.2f\n", double(call.size()) / 1e3, best, best / before);
        else
            std::printf("%10.1f kB %12.2f\n", double(call.size()) / 1e3, best);
        before = best;
    }
}

} // namespace plumbline

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    plumbline::printLinearity();
    plumbline::printSearch();
    return 0;
}
