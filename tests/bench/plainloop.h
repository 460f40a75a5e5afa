#pragma once

#include "tests/bench/universe.h"

namespace plumbline {

/// The same sums as MadeUpUniverse, written by hand over plain arrays: what the formula engine is measured against. It knows
/// the four kinds of claim, the v1 score and its parameters by heart.
class PlainLoop
{
public:
    explicit PlainLoop(int companies);

    /// Recomputes every company for a tax rate and a run-rate view; effective values are looked up (override, else proposal).
    void evaluate(double taxRate);

    const std::vector<double>& totals() const { return m_total; }
    const std::vector<double>& unpriced() const { return m_unpriced; }

private:
    enum Kind : std::uint8_t { RunRate, Commitment, CostSaving, MarginEdge };

    std::size_t m_companies;
    // by claim
    std::vector<std::uint8_t> m_kind;
    std::vector<double> m_figure, m_share, m_chosenShare, m_soft, m_holds;
    // by company: proposals and overrides of its assumptions, then its facts
    std::vector<double> m_operatingMargin, m_chosenOperatingMargin, m_haircut, m_recognised, m_realisation,
        m_scopeRevenue, m_confidence;
    std::vector<double> m_revenue, m_income, m_nextRevenue, m_nextIncome, m_cap, m_analysts, m_latest,
        m_prior, m_buys, m_sells, m_opened, m_closed, m_increased, m_reduced;
    std::vector<double> m_total, m_measurable, m_unpriced, m_eps;
};

} // namespace plumbline
