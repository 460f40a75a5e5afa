#include "core/conviction/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace plumbline {

namespace {

double comparable(double value)
{
    return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
}

} // namespace

bool standsBefore(const Standing& a, const Standing& b)
{
    if (comparable(a.total) != comparable(b.total))
        return comparable(a.total) > comparable(b.total);
    if (comparable(a.unpriced) != comparable(b.unpriced))
        return comparable(a.unpriced) > comparable(b.unpriced);
    return a.symbol < b.symbol;
}

std::vector<std::size_t> rank(std::span<const Standing> standings)
{
    std::vector<std::size_t> order(standings.size());
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return standsBefore(standings[a], standings[b]); });
    return order;
}

} // namespace plumbline
