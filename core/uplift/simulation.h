#pragma once

#include "core/uplift/correlation.h"
#include "core/uplift/sensitivity.h"

#include <array>
#include <optional>

namespace plumbline {

/// How to draw. The result depends on all of it but `threads`.
struct Draws
{
    static constexpr std::int64_t most = 1'000'000;

    std::int64_t count = 20'000;
    std::uint64_t seed = 1;
    double rhoWithinGroup = 0.3; ///< correlation between inputs of one group, -1 to 1; between groups it is 0
    unsigned threads = 0;        ///< 0: as many as the machine runs at once
    std::optional<CorrelationMatrix> correlation {}; ///< of all inputs, in order, in place of the groups'
};

/// Part of one input in the spread of the figure.
struct Driver
{
    QString name {};
    double rankCorrelation = 0; ///< Spearman's, with the figure: its sign says the direction
    double share = 0; ///< 0 to 1: its square over the sum of all inputs' squares; all 0 if nothing moves

    friend bool operator==(const Driver&, const Driver&) = default;
};

/// What the draws gave: the chance under the user's own ranges that the modelled part alone does it, not the
/// chance that the company beats estimates. All but the counts is over the known draws; there is at least one.
struct Distribution
{
    std::int64_t draws = 0;
    std::int64_t unknownDraws = 0; ///< draws in which the figure was unknown: NaN, or infinite
    std::uint64_t seed = 0;
    bool repaired = false; ///< no inputs can be correlated as asked: the nearest possible matrix was used
    double mean = 0;
    double standardDeviation = 0; ///< of the sample (n - 1); NaN with a single known draw
    double standardError = 0;     ///< of the mean; likewise
    double p5 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0;
    std::vector<double> sorted {};  ///< the known figures, ascending
    std::vector<Driver> drivers {}; ///< an input each, in their order

    /// The share of known draws above x, 0 to 1.
    double probabilityAbove(double x) const;

    /// The figure below which a share p (0 to 1) of the known draws lies; on a straight line between two draws.
    double percentile(double p) const;

    /// Known draws in each of `bins` equal parts of from … to, the last with `to` itself; the rest is left out.
    std::vector<std::size_t> histogram(double from, double to, std::size_t bins) const;

    friend bool operator==(const Distribution&, const Distribution&) = default;
};

/// Draws every input from its range and evaluates the model. Inputs are joined by a Gaussian copula (Cholesky): a
/// correlation r is that of their normal scores, and a rank correlation of 6/pi asin(r/2) between their values
/// (0.29 for 0.3). Numbers come from a counter (Philox) keyed by seed, draw and input, so any number of threads
/// gives the same bits; with a batch model too, if it goes row by row.
/// Invalid: as checkInputs; fewer than 1 or more than Draws::most draws; a matrix that holds no correlations of
/// these inputs. Unknown: not one draw gave a figure.
Result<Distribution> simulate(std::span<const Input> inputs, const Model& model, const Draws& draws = {});
Result<Distribution> simulate(std::span<const Input> inputs, const BatchModel& model,
                              const Draws& draws = {});

/// Four random words for a counter and a key: Philox 4x32 of ten rounds (Salmon, Moraes, Dror, Shaw).
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

} // namespace plumbline
