#pragma once

#include "core/reading/questions.h"
#include "core/reading/read.h"

namespace plumbline {

/// The words of a call in a file as providers send it: text as it is; JSON unwrapped, its speakers as "Name: text".
Result<QByteArray> callText(const QByteArray& file);

/// What `extract` prints about one call: what was read in it about a theme, and its questions.
QByteArray extractToJson(const Transcript& transcript, const ThemeReading& reading,
                         const std::vector<Exchange>& questions);

} // namespace plumbline
