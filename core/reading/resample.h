#pragma once

#include "core/reading/languagecounts.h"

#include <vector>

namespace plumbline {

/// Both calls drawn again: sums over as many passages as there are, each drawn from all, some twice and some never.
struct Resampled
{
    LanguageCounts latest {};
    LanguageCounts prior {};
};

/// 1,000 resamples from a fixed seed. The order of the passages does not matter.
std::vector<Resampled> resampled(std::vector<LanguageCounts> latest, std::vector<LanguageCounts> prior);

/// How far chance alone moves the change of a measure.
struct Spread
{
    bool known = false; ///< at least half of the resamples had a value
    double low = 0;     ///< 5 % lie below
    double high = 0;    ///< 5 % above
    double standardError = 0;
};
Spread spreadOf(LanguageMeasure measure, const std::vector<Resampled>& resamples);

} // namespace plumbline
