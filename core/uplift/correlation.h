#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace plumbline {

/// Correlations between inputs, row by row.
struct CorrelationMatrix
{
    std::size_t size = 0;
    std::vector<double> cells {};

    double& at(std::size_t row, std::size_t column) { return cells[row * size + column]; }
    double at(std::size_t row, std::size_t column) const { return cells[row * size + column]; }
};

/// The matrix of figures that know nothing of each other.
CorrelationMatrix unitMatrix(std::size_t size);

/// Whether these can be meant as correlations of so many figures: symmetric, 1 on the diagonal, -1 to 1 elsewhere.
bool holdsCorrelations(const CorrelationMatrix& matrix, std::size_t figures);

/// A matrix whose product with its transpose is the matrix given, or if that cannot be (repaired) the nearest that
/// can: negative eigenvalues (Jacobi) become 0 and the diagonal is brought back to 1.
struct CorrelationFactor
{
    CorrelationMatrix factor {};
    bool repaired = false;
};
CorrelationFactor factorOf(const CorrelationMatrix& matrix);

/// The places of some finite values, smallest value first.
std::vector<std::uint32_t> orderOf(std::span<const double> values);

/// Ranks of the values, less their mean; equal values share theirs. `order` is the values' own.
std::vector<double> centredRanks(std::span<const double> values, std::span<const std::uint32_t> order);

/// Correlation of two columns whose means are 0; of centred ranks: Spearman's. 0 where one does not vary.
double correlation(std::span<const double> x, std::span<const double> y);

} // namespace plumbline
