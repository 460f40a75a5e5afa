#pragma once

#include "core/company/dossier.h"

namespace plumbline {

/// The class of a quote in a word: "exact", "cited", "NOT FOUND".
QString verificationWord(const QString& verified);

/// Which line of the income statement a figure speaks of: "top line"; empty where of none.
QString lineWord(const QString& line);

/// What stands over a card: "AMZN · Amazon.com, Inc.".
QString headline(const Dossier& dossier);

/// The day of the newest fact; empty where no fact carries one.
QString lastDay(const Dossier& dossier);

} // namespace plumbline
