#pragma once

#include "core/fmp/rows.h"
#include "core/uplift/coverage.h"

namespace plumbline::fmp {

/// What FMP answered about one company, endpoint by endpoint.
struct Answers
{
    Answer<std::vector<Profile>> profile {};
    Answer<std::vector<Quote>> quote {};
    Answer<std::vector<IncomeStatement>> statements {}; ///< of fiscal years
    Answer<std::vector<Estimate>> estimates {};         ///< of fiscal years
    Answer<std::vector<Earnings>> earnings {};
    Answer<std::vector<InsiderQuarter>> insiders {};
    Answer<std::vector<InstitutionalQuarter>> institutions {};
};

/// Puts what was answered into the facts of a company, each with its source; `fetched` is the time of the answers (UTC).
/// A known fact never gives way to an unknown one: an endpoint that failed becomes a failure of its section and leaves
/// what is there. Fiscal years are the company's own; an estimate belongs to the fiscal year whose end is within
/// 15 days of its date. Pence become pounds; figures in two currencies stay in theirs.
void assemble(Coverage& coverage, const Answers& answers, const QDateTime& fetched);

} // namespace plumbline::fmp
