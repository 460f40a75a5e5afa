#pragma once

namespace plumbline {

/// What follows the figures of a card, and not the eye, comes so many milliseconds behind them: they are painted sooner.
inline constexpr int frameMilliseconds = 16;

} // namespace plumbline
