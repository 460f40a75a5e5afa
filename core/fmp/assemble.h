#pragma once

#include "core/fmp/rows.h"
#include "core/uplift/coverage.h"

namespace plumbline::fmp {

/// What FMP answered about one company, endpoint by endpoint.
struct Answers
{
    Answer<std::vector<Profile>> profile = notAsked();
    Answer<std::vector<Quote>> quote = notAsked();
    Answer<std::vector<IncomeStatement>> statements = notAsked(); ///< of fiscal years
    Answer<std::vector<Estimate>> estimates = notAsked();         ///< of fiscal years
    Answer<std::vector<Earnings>> earnings = notAsked();
    Answer<std::vector<InsiderQuarter>> insiders = notAsked();
    Answer<std::vector<InstitutionalQuarter>> institutions = notAsked();
};

/// Puts what was answered into the facts of a company, each with its source; `fetched` is the time of the answers (UTC).
/// What was not asked for stays. A known fact never gives way to an unknown one: an endpoint that failed becomes a failure of its section and leaves
/// what is there. Fiscal years are the company's own; an estimate belongs to the fiscal year whose end is within
/// 15 days of its date. Pence become pounds; figures in two currencies stay in theirs.
void assemble(Coverage& coverage, const Answers& answers, const QDateTime& fetched);

} // namespace plumbline::fmp
