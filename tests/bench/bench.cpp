// clazy:excludeall=non-pod-global-static
#include "core/conviction/ranking.h"
#include "tests/bench/plainloop.h"
#include "tests/bench/universe.h"

#include <QGuiApplication>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> allocations {0};

}

void* operator new(std::size_t size)
{
    ++allocations;
    if (void* memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

namespace plumbline {
namespace {

constexpr int companies = 5000;

MadeUpUniverse& universe()
{
    static MadeUpUniverse made = makeUniverse(companies);
    return made;
}

PlainLoop& plain()
{
    static PlainLoop made(companies);
    return made;
}

/// Both sides are ranked by the same means: the last order is kept and sorted again.
class Order
{
public:
    explicit Order(std::size_t size) : m_places(size)
    {
        for (std::size_t i = 0; i < size; ++i)
            m_places[i] = static_cast<std::uint32_t>(i);
    }
    template<typename Total, typename Unpriced>
    void rank(Total total, Unpriced unpriced)
    {
        std::sort(m_places.begin(), m_places.end(), [&](std::uint32_t a, std::uint32_t b) {
            if (total(a) != total(b))
                return total(a) > total(b);
            return unpriced(a) != unpriced(b) ? unpriced(a) > unpriced(b) : a < b;
        });
    }
    const std::vector<std::uint32_t>& places() const { return m_places; }

private:
    std::vector<std::uint32_t> m_places;
};

void rankUniverse(const MadeUpUniverse& all, Order& order)
{
    order.rank([&](std::uint32_t i) { return all.columns.value(all.total[i]); },
               [&](std::uint32_t i) { return all.columns.value(all.unpriced[i]); });
}

void rankPlain(const PlainLoop& all, Order& order)
{
    order.rank([&](std::uint32_t i) { return all.totals()[i]; },
               [&](std::uint32_t i) { return all.unpriced()[i]; });
}

double taxAt(int step)
{
    return 0.18 + 0.001 * (step % 10);
}

/// One company after an edit of its margin: from the new value to its new conviction.
void oneCompanyAfterAnEdit(benchmark::State& state)
{
    MadeUpUniverse& all = universe();
    int step = 0;
    all.columns.choose(all.margin[7], 0.3);
    const std::size_t before = allocations;
    for (auto _ : state) {
        all.columns.choose(all.margin[7], 0.30 + 0.001 * (step++ % 10));
        benchmark::DoNotOptimize(all.columns.value(all.total[7]));
    }
    state.counters["allocations"] = static_cast<double>(allocations - before);
    all.columns.reset(all.margin[7]);
}
BENCHMARK(oneCompanyAfterAnEdit);

void everyCompanyAfterATaxChange(benchmark::State& state)
{
    MadeUpUniverse& all = universe();
    Order order(companies);
    int step = 0;
    all.columns.choose(all.taxRate, 0.2);
    const std::size_t before = allocations;
    for (auto _ : state) {
        all.columns.choose(all.taxRate, taxAt(step++));
        rankUniverse(all, order);
        benchmark::DoNotOptimize(order.places().front());
    }
    state.counters["allocations"] = static_cast<double>(allocations - before);
}
BENCHMARK(everyCompanyAfterATaxChange)->Unit(benchmark::kMillisecond);

void everythingAnew(benchmark::State& state)
{
    MadeUpUniverse& all = universe();
    Order order(companies);
    for (auto _ : state) {
        all.columns.evaluate();
        rankUniverse(all, order);
        benchmark::DoNotOptimize(order.places().front());
    }
}
BENCHMARK(everythingAnew)->Unit(benchmark::kMillisecond);

void plainLoopByHand(benchmark::State& state)
{
    PlainLoop& all = plain();
    Order order(companies);
    int step = 0;
    for (auto _ : state) {
        all.evaluate(taxAt(step++));
        rankPlain(all, order);
        benchmark::DoNotOptimize(order.places().front());
    }
}
BENCHMARK(plainLoopByHand)->Unit(benchmark::kMillisecond);

double milliseconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                     values.end());
    return values[values.size() / 2];
}

/// Fifteen turns in one process, each measuring all sides once: what the aims are stated in.
bool compare()
{
    MadeUpUniverse& all = universe();
    PlainLoop& hand = plain();
    Order order(companies);
    Order handOrder(companies);
    all.columns.choose(all.taxRate, 0.2);
    rankUniverse(all, order);
    hand.evaluate(0.2);
    rankPlain(hand, handOrder);
    std::vector<double> changed, anew, loop;
    std::size_t allocated = 0;
    for (int turn = 0; turn < 15; ++turn) {
        const std::size_t before = allocations;
        const auto started = std::chrono::steady_clock::now();
        all.columns.choose(all.taxRate, taxAt(turn));
        rankUniverse(all, order);
        const auto middle = std::chrono::steady_clock::now();
        allocated += allocations - before;
        changed.push_back(std::chrono::duration<double, std::milli>(middle - started).count());
        loop.push_back(milliseconds([&] {
            hand.evaluate(taxAt(turn));
            rankPlain(hand, handOrder);
        }));
        if (order.places() != handOrder.places())
            std::printf("the orders differ in turn %d\n", turn);
        anew.push_back(milliseconds([&] {
            all.columns.evaluate();
            rankUniverse(all, order);
        }));
    }
    double worst = 0;
    for (std::size_t i = 0; i < companies; ++i)
        worst = std::max(worst, std::abs(all.columns.value(all.total[i]) - hand.totals()[i]));
    std::printf(
        "%d companies x %d claims, tax rate changed, recomputed and ranked; median of 15 alternated turns:\n",
        companies, MadeUpUniverse::claimsPerCompany);
    std::printf("  formulas, what depends on it  %.3f ms\n  formulas, everything anew     %.3f ms\n  plain "
                "loop by hand            %.3f ms\n",
                median(changed), median(anew), median(loop));
    std::printf("  ratio %.2f (everything anew %.2f); allocations in 15 turns %zu; largest difference in "
                "conviction %.2g; cells %zu\n",
                median(changed) / median(loop), median(anew) / median(loop), allocated, worst,
                all.columns.cells());
    return worst < 1e-9;
}

} // namespace
} // namespace plumbline

int main(int count, char** words)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // printing needs fonts, not a screen
    const QGuiApplication application(count, words);
    benchmark::Initialize(&count, words);
    const bool agree = plumbline::compare();
    benchmark::RunSpecifiedBenchmarks();
    return agree ? 0 : 1;
}
