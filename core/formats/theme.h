#pragma once

#include "core/reading/theme.h"
#include "core/values/result.h"

#include <QByteArray>

namespace plumbline {

/// Reads a theme: its terms, products, names that do not count, and how they are misheard and misread.
/// resources/themes holds the ones the program brings along.
Result<Theme> themeFromJson(const QByteArray& bytes);

} // namespace plumbline
