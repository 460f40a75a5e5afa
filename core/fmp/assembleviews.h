#pragma once

#include "core/fmp/assemble.h"
#include "core/fmp/factwriter.h"

namespace plumbline::fmp {

/// Days of news that are looked through.
inline constexpr int newsDays = 90;

/// What others say: price targets and how they moved since results were last reported, grades and their changes since then,
/// news of 90 days that hold a term of the theme, the newest first and each once.
void writeViews(FactWriter& facts, Dossier& dossier, const Answers& answers, const Theme& theme,
                const Days& days);

} // namespace plumbline::fmp
