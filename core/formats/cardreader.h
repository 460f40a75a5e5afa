#pragma once

#include "core/uplift/coverage.h"
#include "core/values/result.h"

#include <QByteArray>

namespace plumbline {

/// A company as a card in JSON holds it: everything the card was made from but the text of its calls.
struct CardFile
{
    Coverage coverage {};
    std::vector<Choice> choices {};
    std::vector<Scenario> scenarios {}; ///< base among them
    std::vector<Assumption> global {};  ///< proposals of global and industry scope that are found on the card
    QString scoringModel {};
    QString workspaceTime {};
};

/// Reads a card saved as JSON. Inputs are read; results (effects, percentages, verdicts, points, narratives, checks) are
/// not: whoever holds the inputs computes them again. Quotes keep the class they were verified with. The card of another
/// program that lacks the section "as_read" is read as far as its other sections say. Errors name the field.
Result<CardFile> cardFromJson(const QByteArray& bytes);

} // namespace plumbline
