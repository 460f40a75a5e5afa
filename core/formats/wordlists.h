#pragma once

#include "core/reading/wordlists.h"
#include "core/values/result.h"

#include <QByteArray>

namespace plumbline {

/// Reads the lists of words that tell how management speaks; resources/words holds the ones the program brings along.
/// Fails where a list is missing or empty, a word has capitals or stands in two lists that exclude each other, or a
/// pattern is none.
Result<WordLists> wordListsFromJson(const QByteArray& bytes);

} // namespace plumbline
