#pragma once

#include "core/formats/cardreader.h"
#include "core/formats/jsonreader.h"

namespace plumbline {

/// What each part of a card is read with.
struct CardParts
{
    const JsonReader& card;
    std::optional<JsonReader> asRead;  ///< nothing in a card of another program
    std::optional<JsonReader> unknown; ///< reasons by path
    QString symbol;

    /// Why the value at a path is not known; empty where the card does not say.
    QString reason(const QString& path) const
    {
        return unknown ? unknown->textOr(path.toUtf8().constData()) : QString();
    }
};

/// The company and its facts. Where a section and "as_read" differ, the section has been edited, and counts.
void readCompany(const CardParts& parts, Dossier& dossier);

/// The proposals of the company and its claims, and those of wider scope that the card shows.
void readProposals(const CardParts& parts, CardFile& file);

/// Claims and overlap groups. `choices` are known already: they hide what was proposed.
void readClaims(const CardParts& parts, const std::vector<Choice>& choices, Coverage& coverage);

/// Figures, quotes and questions of the calls, enthusiasm, catalysts.
void readCalls(const CardParts& parts, Reading& reading);

/// A quote with the class and the sentence it was verified with, of a call that need not be at hand.
Citation recordedCitation(const JsonReader& in);

} // namespace plumbline
