#pragma once

#include "core/reading/readingof.h"
#include "core/uplift/coverage.h"

namespace plumbline {

/// A company of which nothing is known yet, called by its symbol where no name is. The dollar stands for its currency until
/// something tells it.
Coverage newCompany(const QString& symbol, const QString& name = {});

/// Whether nothing is known of a company but what its calls say.
bool onlyCallsKnow(const Dossier& dossier);

/// Holds every quote of a call against it anew.
void holdAgainst(Coverage& coverage, const QString& call);

/// Reads the whole calls of a company by the built-in rules into what its card shows of them, and names the two latest. What
/// came with a card, from a person or a model, stays as it is. Says in a sentence what was read, or why nothing was.
QString readCalls(Coverage& coverage, const ReadingRules& rules, const QLocale& locale);

} // namespace plumbline
