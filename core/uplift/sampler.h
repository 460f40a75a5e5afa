#pragma once

#include "core/uplift/sensitivity.h"

#include <array>

namespace plumbline {

/// The Beta distribution on 0 to 1; a and b are positive, up to 80.
class Beta
{
public:
    Beta(double first, double second);

    double density(double x) const; ///< x between 0 and 1

    /// The chance of a value below x: the regularised incomplete beta function, a continued fraction (Lentz).
    double below(double x) const;

    /// The x that a share p lies below, to a relative 1e-13: Newton's steps from a guess, kept between bounds.
    double quantile(double p, double guess = 0) const;

    double a;
    double b;

private:
    double m_scale;
};

/// The value of an input at a normal score: the inverse of its distribution at Phi(z), kept within its bounds.
/// PERT on [a, b] with mode m is Beta(1 + 4(m-a)/(b-a), 1 + 4(b-m)/(b-a)); its inverse is tabulated, to 1e-10 of
/// the range. Safe to call from several threads at once.
class Sampler
{
public:
    explicit Sampler(const Input& input);
    double operator()(double z) const;

private:
    Input m_input;
    std::vector<std::array<double, 6>> m_pieces {}; ///< PERT: a polynomial for each step of the normal score
};

} // namespace plumbline
