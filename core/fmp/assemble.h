#pragma once

#include "core/fmp/rows.h"
#include "core/reading/theme.h"
#include "core/uplift/coverage.h"

namespace plumbline::fmp {

/// What one of `from` costs in `to`.
struct Rate
{
    QString from {};
    QString to {};
    Quote quote {};
};

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

    Answer<std::vector<BalanceSheet>> balance = notAsked();
    Answer<std::vector<KeyMetricsTtm>> keyMetrics = notAsked();
    Answer<std::vector<IncomeStatement>> ttm = notAsked(); ///< of the last twelve months
    Answer<std::vector<Ratios>> ratios = notAsked();       ///< of fiscal years
    Answer<std::vector<Segments>> products = notAsked();
    Answer<std::vector<Segments>> regions = notAsked();
    Answer<std::vector<PriceTargets>> targets = notAsked();
    Answer<std::vector<PriceTargetSummary>> targetSummary = notAsked();
    Answer<std::vector<GradesNow>> gradesNow = notAsked();
    Answer<std::vector<Grade>> grades = notAsked();
    Answer<std::vector<News>> news = notAsked();
    Answer<std::vector<News>> releases = notAsked(); ///< of the company itself
    Answer<std::vector<DailyPrice>> prices = notAsked();
    Answer<std::vector<DailyPrice>> index = notAsked(); ///< of the market the company is held against
    std::vector<Rate> rates {};
};

/// Puts what was answered into the facts of a company, each with its source; `fetched` is the time of the answers (UTC).
/// What was not asked for stays. A known fact never gives way to an unknown one: an endpoint that failed becomes a failure of its section and leaves
/// what is there. Fiscal years are the company's own; an estimate belongs to the fiscal year whose end is within
/// 15 days of its date. Pence become pounds; figures in two currencies stay in theirs, and rates between them are kept with
/// their day. `theme` tells which news count.
void assemble(Coverage& coverage, const Answers& answers, const QDateTime& fetched, const Theme& theme = {});

/// Which rates a company's figures need, each from one currency to another: that of its price to that of its statements
/// and to the dollar. Told where both the profile and the statements were answered.
std::vector<std::pair<QString, QString>> ratesNeeded(const Answers& answers);

} // namespace plumbline::fmp
