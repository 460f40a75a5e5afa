#pragma once

#include "core/formula/sheet.h"

#include <optional>

namespace plumbline {

/// Where enthusiasm went between the two latest calls.
enum class Trend : std::uint8_t { Falling, Flat, Rising };

/// Rising or falling from one point of enthusiasm on, else flat; nothing where a call has no reading.
std::optional<Trend> trendOf(const Sheet& sheet);

/// The word a script reads: "rising"; empty for nothing.
QString trendCode(std::optional<Trend> trend);
/// The word the analyst reads; empty for nothing.
QString trendWord(std::optional<Trend> trend);

} // namespace plumbline
