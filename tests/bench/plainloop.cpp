#include "tests/bench/plainloop.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline {

namespace {

double effectiveValue(double proposed, double chosen)
{
    return std::isnan(chosen) ? proposed : chosen;
}

} // namespace

PlainLoop::PlainLoop(int companies) : m_companies(static_cast<std::size_t>(companies))
{
    const double none = std::numeric_limits<double>::quiet_NaN();
    for (int number = 0; number < companies; ++number) {
        const Coverage coverage = madeUpCompany(number);
        const Dossier& dossier = coverage.dossier;
        const auto fact = [&](const char* name) { return dossier.value(QString::fromLatin1(name)).value(); };
        for (const Claim& claim : coverage.reading.claims) {
            m_kind.push_back(claim.kind == ClaimKind::RunRate      ? RunRate
                             : claim.kind == ClaimKind::Commitment ? Commitment
                             : claim.kind == ClaimKind::CostSaving ? CostSaving
                                                                   : MarginEdge);
            m_figure.push_back(claim.figures.front().quantity.value);
            m_share.push_back(0.25);
            m_chosenShare.push_back(none);
            m_soft.push_back(claim.kind == ClaimKind::MarginEdge ? 1 : 0);
            m_holds.push_back(1);
        }
        m_operatingMargin.push_back(0.32);
        m_chosenOperatingMargin.push_back(none);
        m_haircut.push_back(0.02);
        m_recognised.push_back(0.15);
        m_realisation.push_back(0.4);
        m_scopeRevenue.push_back(1e9);
        m_confidence.push_back(6);
        m_revenue.push_back(fact("base.revenue"));
        m_income.push_back(fact("base.net_income"));
        m_nextRevenue.push_back(fact("consensus.revenue"));
        m_nextIncome.push_back(fact("consensus.net_income"));
        m_cap.push_back(fact("market_cap"));
        m_analysts.push_back(fact("consensus.analysts"));
        m_latest.push_back(coverage.reading.enthusiasm.latest.value());
        m_prior.push_back(coverage.reading.enthusiasm.prior.value());
        m_buys.push_back(fact("confirmation.insiders.open_market_buys"));
        m_sells.push_back(fact("confirmation.insiders.open_market_sells"));
        m_opened.push_back(fact("confirmation.institutions.new"));
        m_closed.push_back(fact("confirmation.institutions.closed"));
        m_increased.push_back(fact("confirmation.institutions.increased"));
        m_reduced.push_back(fact("confirmation.institutions.reduced"));
    }
    for (auto* column : {&m_total, &m_measurable, &m_unpriced, &m_eps})
        column->resize(m_companies);
}

void PlainLoop::evaluate(double taxRate)
{
    std::size_t claim = 0;
    for (std::size_t i = 0; i < m_companies; ++i) {
        const double margin =
            effectiveValue(m_operatingMargin[i], m_chosenOperatingMargin[i]) * (1 - taxRate) - m_haircut[i];
        double revenue = 0;
        double income = 0;
        double hard = 0;
        double soft = 0;
        for (const std::size_t end = claim + MadeUpUniverse::claimsPerCompany; claim < end; ++claim) {
            const double share = effectiveValue(m_share[claim], m_chosenShare[claim]);
            const double figure = m_figure[claim];
            double revenueEffect = 0;
            double incomeEffect = 0;
            switch (m_kind[claim]) {
            case RunRate:
                revenueEffect = figure;
                incomeEffect = revenueEffect * margin;
                break;
            case Commitment:
                revenueEffect = figure * m_recognised[i];
                incomeEffect = revenueEffect * margin;
                break;
            case CostSaving: incomeEffect = figure * m_realisation[i] * (1 - taxRate); break;
            default: incomeEffect = m_scopeRevenue[i] * figure * (1 - taxRate); break;
            }
            if (share != 0) {
                revenue += share * revenueEffect;
                income += share * incomeEffect;
            }
            hard += (1 - m_soft[claim]) * m_holds[claim];
            soft += m_soft[claim] * m_holds[claim];
        }
        const double eps = m_income[i] > 0 ? income / m_income[i] : std::nan("");
        const double revenueAdded = m_nextRevenue[i] - m_revenue[i];
        const double incomeAdded = m_nextIncome[i] - m_income[i];
        const double ofRevenue = revenue / revenueAdded;
        const double ofIncome = income / incomeAdded;
        const double largest =
            incomeAdded > 0 ? (revenueAdded > 0 ? std::max(ofRevenue, ofIncome) : ofIncome) : ofRevenue;
        const double mean =
            incomeAdded > 0 ? (revenueAdded > 0 ? (ofRevenue + ofIncome) / 2 : ofIncome) : ofRevenue;
        const double versus = income < 0 ? -1 : largest < 0.10 ? 0 : largest > 1 ? 2 : 1;
        const double priced = versus < 1 ? 0.50 : mean > 1 ? 0.25 : mean < 0.33 ? 0.75 : 0.50;
        m_eps[i] = eps;
        m_unpriced[i] = std::max(0.0, eps * (1 - priced));

        const double trend = std::clamp(5 + 3 * (m_latest[i] - m_prior[i]), 0.0, 10.0);
        const double quantifies = std::min(12.0, 2 * hard + 0.5 * soft);
        const double impact = 13 * std::min(1.0, m_unpriced[i] / 0.10) * m_confidence[i] / 10;
        const double discount = std::max(0.0, 1 - 0.02 * std::max(0.0, m_analysts[i] - 10));
        const double radar =
            10 * std::clamp(std::log10(200e9 / m_cap[i]) / std::log10(200e9 / 2e9), 0.0, 1.0) * discount;
        const double hardShare = hard / std::max(1.0, hard + soft);
        const double credibility = 5 * std::clamp((hardShare - 0.25) / 0.50, 0.0, 1.0);
        const double trades = m_buys[i] + m_sells[i];
        const double insiders = 4 * std::max(0.0, (m_buys[i] - m_sells[i]) / trades);
        const double adds = (m_opened[i] + m_increased[i]) / (m_closed[i] + m_reduced[i]);
        const double institutions = adds >= 1.10 ? 3 : adds >= 0.90 ? 1.5 : 0;
        double total = 0;
        double measurable = 0;
        const auto part = [&](double points, double most) {
            if (!std::isnan(points)) {
                total += points;
                measurable += most;
            }
        };
        part(4 * m_latest[i], 40);
        part(trend, 10);
        part(quantifies, 12);
        part(impact, 13);
        part(radar, 10);
        part(credibility, 5);
        part(trades >= 3 ? insiders : std::nan(""), 4);
        part(institutions, 3);
        m_total[i] = total;
        m_measurable[i] = measurable;
    }
}

} // namespace plumbline
