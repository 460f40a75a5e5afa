#pragma once

#include "core/company/dossier.h"
#include "core/reading/languagechange.h"
#include "core/reading/ruleenthusiasm.h"
#include "core/reading/theme.h"

namespace plumbline {

/// What the built-in reader reads with: data that comes with the program.
struct ReadingRules
{
    Theme theme {};
    WordLists words {};
    LanguageReference usual {};
};

/// What was read from a company's calls, and how its language changed (languagefacts.h).
struct CallsRead
{
    Reading reading {};
    std::vector<Fact> language {};
};

/// Calls compared in depth, and calls looked at for the trajectory.
inline constexpr std::size_t callsInDepth = 2;
inline constexpr std::size_t callsForTrajectory = 8;

/// Reads the whole calls of a company, the newest first: claims, quotes chosen for the card, figures and questions of the two
/// latest, enthusiasm by rule of up to eight, the change of language between the two latest. Excerpts are not read. The
/// same calls give the same reading.
CallsRead readingOf(const std::vector<Call>& newestFirst, const QString& company, const ReadingRules& rules,
                    const QLocale& locale);

/// Whether the built-in reader made it, or nobody did: then it may be made anew from more calls. What came with a card,
/// from a person or a model, is not.
bool isByRule(const Reading& reading);

} // namespace plumbline
