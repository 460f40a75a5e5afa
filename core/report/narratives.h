#pragma once

#include "core/report/card.h"

#include <QLocale>

namespace plumbline {

/// Replaces each {name} in a text by that figure as it is shown, or by "unknown (reason)".
QString fill(const Sheet& sheet, const QString& text, const QLocale& locale);

/// The five paragraphs of a card, written from its results; every figure in them is a figure of the sheet.
Narratives narrativesByRule(const Card& card, const QLocale& locale);

} // namespace plumbline
