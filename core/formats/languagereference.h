#pragma once

#include "core/reading/ruleenthusiasm.h"

#include <QByteArray>

namespace plumbline {

/// Reads what is usual on calls; resources/words/reference.json comes with the program.
Result<LanguageReference> languageReferenceFromJson(const QByteArray& bytes);

} // namespace plumbline
