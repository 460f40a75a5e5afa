#pragma once

#include "core/company/dossier.h"
#include "core/reading/languagechange.h"

namespace plumbline {

/// Names of the facts that the card keeps of a change of language, all under the first.
inline constexpr QStringView languagePrefix = u"confirmation.language.";
inline constexpr QStringView languageDirection = u"confirmation.language.direction";
inline constexpr QStringView languageScore = u"confirmation.language.score";
inline constexpr QStringView languageParts = u"confirmation.language.parts.";

/// A change of language as the card takes it: the direction (1 more confident, 0 little changed, -1 more guarded), the score,
/// and what each of its parts brings to it; in points that add up. Unknown with the reason.
std::vector<Fact> languageFacts(const SectionChange& change, const Source& source);

/// The same where there is nothing to compare with.
std::vector<Fact> languageUnknown(const QString& why, const Source& source);

/// What a company's direction was told from: the score, then its parts.
std::vector<const Fact*> languageBehind(const Dossier& dossier);

/// Puts them in place of what the rule said before. A direction that somebody else gave stays, and with it all else.
void takeLanguage(Dossier& dossier, std::vector<Fact> facts);

} // namespace plumbline
