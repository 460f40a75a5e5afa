#pragma once

#include <QString>

#include <span>
#include <vector>

namespace plumbline {

/// What decides a company's place.
struct Standing
{
    QString symbol {};
    double total = 0;    ///< conviction, unrounded
    double unpriced = 0; ///< EPS uplift that is not priced in, as a fraction; NaN or unknown counts as least
};

/// True when `a` stands before `b`: larger unrounded conviction, then larger unpriced uplift, then ticker.
bool standsBefore(const Standing& a, const Standing& b);

/// The order of companies as indexes into `standings`, best first.
std::vector<std::size_t> rank(std::span<const Standing> standings);

} // namespace plumbline
