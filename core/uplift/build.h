#pragma once

#include "core/formula/sheet.h"
#include "core/uplift/coverage.h"

namespace plumbline {

/// What a company's figures are made from. Everything is lent for the time of the build.
struct Basis
{
    const Coverage& coverage;
    const std::vector<Assumption>& global; ///< proposals of global and industry scope
    const std::vector<Assumption>& shares; ///< proposed counted shares, see overlap
    const std::vector<Choice>& choices;
    QString scenario = baseScenario;

    QString symbol() const { return coverage.dossier.symbol; }
    Unit money() const { return Unit::of(coverage.dossier.currency); }
};

/// Facts, the base year and consensus, each under its name: "base.shares", "consensus.revenue_growth_percent".
void addCompany(Sheet& sheet, const Basis& basis);

/// The assumptions in force for the company and for its claims. A name nobody proposes is simply not there.
void addAssumptions(Sheet& sheet, const Basis& basis);

/// Figures, counted share, effects and percentages of every claim, and the limits of every overlap group.
void addClaims(Sheet& sheet, const Basis& basis);

/// The claims counted once, against consensus: "aggregate.eps_uplift_percent" and its kin.
void addAggregate(Sheet& sheet, const Basis& basis);

/// The cell for one assumption in force at `subjects` (nearest first), named `cellName`; nothing if nobody proposes it.
void addAssumption(Sheet& sheet, const Basis& basis, const QString& cellName, const QString& scope,
                   const QString& name, const std::vector<QString>& subjects);

/// Why a literal does not fit its place: another unit, or "25" where a share was meant; nothing where it does.
std::optional<Error> misfit(const Quantity& literal, const Unit& unit, Display display);

/// The names of the company's assumptions, nearest scope first, each once: its own, its industry's, the global ones.
QStringList companyAssumptions(const Basis& basis);

/// The subjects that may decide a name for the company: company, industry, global.
std::vector<QString> companySubjects(const Basis& basis);

/// All proposals of assumptions that may concern the company.
std::vector<const Assumption*> proposalsFor(const Basis& basis);

/// EPS growth from an income effect when the share count changes too: (1 + dN/N0) / (1 + share_change) - 1.
QString dilutedGrowth(const QString& incomeEffect);

/// Whether a claim is soft, after the analyst's choice.
bool isSoft(const Basis& basis, const Claim& claim);

/// A field of a claim after choices: the choice's text, or `proposed`.
QString claimField(const Basis& basis, const Claim& claim, const QString& field, const QString& proposed);

} // namespace plumbline
