#include "core/reading/resample.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace plumbline {

namespace {

constexpr std::size_t count = 1000;
constexpr std::uint64_t seed = 20260511;

/// SplitMix64 (Steele, Lea, Flood): integers only, so the same on any machine.
class Draws
{
public:
    /// A whole number from 0 up to, not with, `end`.
    std::size_t below(std::size_t end)
    {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        mixed ^= mixed >> 31U;
        return static_cast<std::size_t>(((mixed >> 32U) * end) >> 32U);
    }

private:
    std::uint64_t m_state = seed;
};

LanguageCounts drawn(const std::vector<LanguageCounts>& passages, Draws& draws)
{
    LanguageCounts sum;
    for (std::size_t i = 0; i < passages.size(); ++i)
        sum += passages[draws.below(passages.size())];
    return sum;
}

/// The value a share of the sorted values lies below, on a straight line between two.
double quantile(const std::vector<double>& sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto at = static_cast<std::size_t>(place);
    const double next = sorted[std::min(at + 1, sorted.size() - 1)];
    return sorted[at] + (next - sorted[at]) * (place - static_cast<double>(at));
}

} // namespace

std::vector<Resampled> resampled(std::vector<LanguageCounts> latest, std::vector<LanguageCounts> prior)
{
    std::sort(latest.begin(), latest.end(), inOrder);
    std::sort(prior.begin(), prior.end(), inOrder);
    Draws draws;
    std::vector<Resampled> resamples(count);
    for (Resampled& one : resamples)
        one = {drawn(latest, draws), drawn(prior, draws)};
    return resamples;
}

Spread spreadOf(LanguageMeasure measure, const std::vector<Resampled>& resamples)
{
    std::vector<double> changes;
    changes.reserve(resamples.size());
    double sum = 0;
    for (const Resampled& one : resamples) {
        const double change = rawMeasure(measure, one.latest) - rawMeasure(measure, one.prior);
        if (std::isnan(change))
            continue;
        changes.push_back(change);
        sum += change;
    }
    if (changes.size() < 2 || 2 * changes.size() < resamples.size())
        return {};
    const double mean = sum / static_cast<double>(changes.size());
    double squares = 0;
    for (const double change : changes)
        squares += (change - mean) * (change - mean);
    std::sort(changes.begin(), changes.end());
    return {true, quantile(changes, 0.05), quantile(changes, 0.95),
            std::sqrt(squares / static_cast<double>(changes.size() - 1))};
}

} // namespace plumbline
