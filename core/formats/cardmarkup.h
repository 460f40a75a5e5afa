#pragma once

#include "core/report/card.h"

#include <QByteArray>

namespace plumbline {

/// The whole card as one HTML page that needs nothing else: no script, no picture, its own style, light and dark as the
/// reader has it. What the workspace holds is text in it, never markup. The same card gives the same bytes.
QByteArray cardToHtml(const Card& card, const QLocale& locale);

/// The whole card as Markdown: headings, tables and lists; what the workspace holds is text in it, never markup.
QByteArray cardToMarkdown(const Card& card, const QLocale& locale);

/// Every figure of the card as one table in CSV, a row a figure: its section, its path in the card's JSON, what it is
/// called, its value at full precision, its unit, why it is not known, and what stands behind it.
QByteArray cardToCsv(const Card& card);

} // namespace plumbline
