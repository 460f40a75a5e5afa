#pragma once

#include "core/conviction/scoring.h"
#include "core/uplift/coverage.h"
#include "core/values/result.h"

#include <QByteArray>

#include <functional>

namespace plumbline {

/// Gives the text of a call's file named in a coverage, e.g. "calls/NRTG-2026Q1.txt".
using CallText = std::function<Result<QString>(const QString& file)>;

/// A company with its proposals and the analyst's choices about it, as one readable file.
struct CoverageFile
{
    Coverage coverage {};
    std::vector<Choice> choices {};
};

/// Reads a company from JSON. Calls named by file are split into sentences; every quote is verified against its call.
/// Errors name the field.
Result<CoverageFile> coverageFromJson(const QByteArray& bytes, const CallText& callText);

/// Reads the global assumptions that every company starts from.
Result<std::vector<Assumption>> assumptionsFromJson(const QByteArray& bytes);

/// Reads a scoring model; refuses one whose maxima do not add to 100 or whose formulas cannot be read.
Result<ScoringModel> scoringModelFromJson(const QByteArray& bytes);

} // namespace plumbline
