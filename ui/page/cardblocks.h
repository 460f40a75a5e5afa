#pragma once

#include "core/report/card.h"
#include "core/report/report.h"
#include "ui/page/blocks.h"

namespace plumbline {

// The parts of a printed card, in their order. Each adds to `blocks`.

void addFront(std::vector<Block>& blocks, const Card& card, const QLocale& locale);
/// The claims with an effect in money, and what they come to counted once.
void addSizedClaims(std::vector<Block>& blocks, const Card& card, const QLocale& locale);
/// The claims without one, each with its reason.
void addOtherClaims(std::vector<Block>& blocks, const Card& card);
/// The uplift against what analysts expect, as bars.
void addConsensusChart(std::vector<Block>& blocks, const Card& card, const QLocale& locale);

void addQuantifications(std::vector<Block>& blocks, const Card& card);
void addQuotes(std::vector<Block>& blocks, const Card& card);
void addQuestions(std::vector<Block>& blocks, const Card& card);

/// A section of the report as it is in words, without its heading.
void addLines(std::vector<Block>& blocks, const ReportSection& section);

/// Every fact with who gave it, and how the same figures are had again.
void addSources(std::vector<Block>& blocks, const Card& card, const QStringList& settings,
                const QLocale& locale);

} // namespace plumbline
