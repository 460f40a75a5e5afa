#include "core/uplift/correlation.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace plumbline {

namespace {

/// Lower triangle; none if the matrix is not clearly positive definite.
std::optional<CorrelationMatrix> cholesky(const CorrelationMatrix& matrix)
{
    CorrelationMatrix lower {matrix.size, std::vector<double>(matrix.cells.size())};
    for (std::size_t i = 0; i < matrix.size; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double rest = matrix.at(i, j);
            for (std::size_t k = 0; k < j; ++k)
                rest -= lower.at(i, k) * lower.at(j, k);
            if (i == j && rest < 1e-10)
                return std::nullopt;
            lower.at(i, j) = i == j ? std::sqrt(rest) : rest / lower.at(j, j);
        }
    }
    return lower;
}

/// Turns axes p and q of a symmetric matrix so that the cell between them vanishes (Jacobi), and the vectors.
void turn(CorrelationMatrix& matrix, CorrelationMatrix& vectors, std::size_t p, std::size_t q)
{
    const double theta = (matrix.at(q, q) - matrix.at(p, p)) / (2 * matrix.at(p, q));
    const double tangent = std::copysign(1 / (std::abs(theta) + std::hypot(theta, 1)), theta);
    const double cosine = 1 / std::hypot(tangent, 1);
    const double sine = tangent * cosine;
    const auto rotate = [=](double& x, double& y) {
        const double turned = cosine * x - sine * y;
        y = sine * x + cosine * y;
        x = turned;
    };
    for (std::size_t k = 0; k < matrix.size; ++k)
        rotate(matrix.at(k, p), matrix.at(k, q));
    for (std::size_t k = 0; k < matrix.size; ++k) {
        rotate(matrix.at(p, k), matrix.at(q, k));
        rotate(vectors.at(k, p), vectors.at(k, q));
    }
}

/// Leaves the eigenvalues on the diagonal; the eigenvectors are the columns returned.
CorrelationMatrix diagonalise(CorrelationMatrix& matrix)
{
    CorrelationMatrix vectors = unitMatrix(matrix.size);
    for (int sweep = 0; sweep < 50; ++sweep) {
        bool turned = false;
        for (std::size_t p = 0; p < matrix.size; ++p) {
            for (std::size_t q = p + 1; q < matrix.size; ++q) {
                if (std::abs(matrix.at(p, q)) < 1e-15)
                    continue;
                turn(matrix, vectors, p, q);
                turned = true;
            }
        }
        if (!turned)
            break;
    }
    return vectors;
}

} // namespace

CorrelationMatrix unitMatrix(std::size_t size)
{
    CorrelationMatrix unit {size, std::vector<double>(size * size)};
    for (std::size_t i = 0; i < size; ++i)
        unit.at(i, i) = 1;
    return unit;
}

bool holdsCorrelations(const CorrelationMatrix& matrix, std::size_t figures)
{
    if (matrix.size != figures || matrix.cells.size() != figures * figures)
        return false;
    for (std::size_t i = 0; i < figures; ++i) {
        for (std::size_t j = 0; j < figures; ++j) {
            if (!(std::abs(matrix.at(i, j)) <= 1) || matrix.at(i, j) != matrix.at(j, i)
                || matrix.at(i, i) != 1)
                return false;
        }
    }
    return true;
}

CorrelationFactor factorOf(const CorrelationMatrix& matrix)
{
    if (const auto lower = cholesky(matrix))
        return {*lower, false};
    CorrelationMatrix values = matrix;
    CorrelationMatrix factor = diagonalise(values);
    bool repaired = false;
    for (std::size_t column = 0; column < matrix.size; ++column) {
        const double eigenvalue = values.at(column, column);
        repaired = repaired || eigenvalue < -1e-9;
        for (std::size_t row = 0; row < matrix.size; ++row)
            factor.at(row, column) *= std::sqrt(std::max(0.0, eigenvalue));
    }
    for (std::size_t row = 0; row < matrix.size; ++row) {
        const std::span cells = std::span(factor.cells).subspan(row * matrix.size, matrix.size);
        const double length = std::sqrt(std::inner_product(cells.begin(), cells.end(), cells.begin(), 0.0));
        for (double& cell : cells)
            cell /= length;
    }
    return {factor, repaired};
}

std::vector<std::uint32_t> orderOf(std::span<const double> values)
{
    if (values.empty())
        return {};
    // Dealt into as many slots as there are values, so that hardly anything is left to sort.
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double width = (*most - *least) / static_cast<double>(values.size());
    const auto slotOf = [from = *least, scale = std::isnormal(width) ? 1 / width : 0.0,
                         last = values.size() - 1](double value) {
        return std::min(static_cast<std::size_t>((value - from) * scale), last);
    };
    std::vector<std::uint32_t> ends(values.size() + 1);
    for (const double value : values)
        ++ends[slotOf(value) + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<std::uint32_t> order(values.size());
    std::vector<std::uint32_t> next(ends.begin(), ends.end() - 1);
    for (std::uint32_t i = 0; i < values.size(); ++i)
        order[next[slotOf(values[i])]++] = i;
    for (std::size_t slot = 0; slot < values.size(); ++slot)
        std::sort(order.begin() + ends[slot], order.begin() + ends[slot + 1],
                  [&](auto a, auto b) { return values[a] < values[b]; });
    return order;
}

std::vector<double> centredRanks(std::span<const double> values, std::span<const std::uint32_t> order)
{
    std::vector<double> ranks(values.size());
    for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
        while (to < order.size() && values[order[to]] == values[order[from]])
            ++to;
        for (std::size_t i = from; i < to; ++i)
            ranks[order[i]] = (static_cast<double>(from + to) - static_cast<double>(order.size())) / 2;
    }
    return ranks;
}

double correlation(std::span<const double> x, std::span<const double> y)
{
    const auto product = [](std::span<const double> a, std::span<const double> b) {
        return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
    };
    const double spread = std::sqrt(product(x, x)) * std::sqrt(product(y, y));
    return spread > 0 ? product(x, y) / spread : 0;
}

} // namespace plumbline
