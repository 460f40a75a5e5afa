#pragma once

#include "core/reading/spoken.h"

#include <QSet>

#include <optional>

namespace plumbline {

/// A set of words, for the tables of the readers.
QSet<QString> wordSet(std::initializer_list<const char16_t*> list);

/// "two" to "nineteen", "twenty" to "ninety"; all in small letters.
std::optional<double> spelledNumber(const QString& word);
/// 1e6 for "million" and "millions", 1e7 for "crore"; letters that follow a number at once are `letterScale`'s.
std::optional<double> scaleWord(const QString& word);
/// 1e9 for "b" and "bn".
std::optional<double> letterScale(const QString& letters);
/// The ISO code of "eur", "rmb", "$".
QString currencyBefore(const QString& word);
/// The ISO code of "dollars", "yen".
QString currencyAfter(const QString& word);
/// A unit that is neither money nor a share: gigawatts, minutes, years, nanometers.
bool isMeasure(const QString& word);
/// A span of time.
bool isDuration(const QString& word);
bool isMonth(const QString& word);
/// 2 for "doubled", "twice"; 0.5 for "halved".
std::optional<double> multipleWord(const QString& word);
/// The value of a "-fold" word: 5 for "fivefold".
std::optional<double> foldWord(const QString& word);
/// Whether a figure may begin with a word at all; most words are none of these, and nothing more is tried on them.
bool opensFigure(const QString& word);
/// A verb that moves something from one level to another: "improved", "went", "up".
bool isChange(const QString& word);
/// A word that says something fell: "down", "declined".
bool isFall(const QString& word);

} // namespace plumbline
