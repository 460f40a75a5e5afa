#pragma once

#include "core/conviction/scoring.h"
#include "core/signals/signals.h"
#include "core/uplift/build.h"

#include <QLocale>

namespace plumbline {

/// One self-check of a card: what was checked, whether it holds, and the numbers.
struct Check
{
    QString check {};
    std::optional<bool> holds {}; ///< nothing: it could not be checked, and `detail` says why
    QString detail {};
    bool judgement =
        false; ///< not holding is a matter of judgement to be seen, not a fault: a group outside its limits
};

/// The five paragraphs written by rule from results.
struct Narratives
{
    QString rationale {};
    QString assumptions {};
    QString topLine {};
    QString bottomLine {};
    QString consensus {};
};

/// A claim's metric as two calls state it.
struct MetricChange
{
    QString metric {};
    QString change {};     ///< new, dropped, raised, lowered, walked_back, reworded
    QString latest {};     ///< empty where it was dropped
    QString prior {};      ///< empty where it is new
    QString latestSaid {}; ///< the sentence, as far as one is held
    QString priorSaid {};
};

/// The evaluated whole of one company: facts, assumptions in force and every result under its name, with the verdicts
/// and words that follow from them.
struct Card
{
    Coverage coverage {};
    std::vector<Assumption> global {};
    std::vector<Assumption> shares {}; ///< counted shares proposed by rule
    Decisions decisions {};
    QString scenario {};
    ScoringModel scoringModel {};
    Sheet sheet {};

    QString versusAnalysts {}; ///< above, inline, immaterial, below; empty: unknown
    QString pricedIn {};       ///< low, medium, high, not_applicable; empty: unknown
    QStringList flags {};
    PricedInVotes votes {};
    Confirmation confirmation {};
    QString optionsLiquidity {};
    Narratives narratives {};
    std::vector<MetricChange> changes {};
    std::vector<Check> checks {};
    std::optional<int> rank {}; ///< its place among the companies it was ranked with

    Basis basis() const { return {coverage, global, shares, decisions.choices, scenario}; }
};

/// Builds and evaluates all figures of one company. Pure: the same input gives the same card, with or without a sheet it
/// may be `like` (Sheet::compile), which only spares work.
Sheet sheetFor(const Basis& basis, const ScoringModel& model, const Sheet* like = nullptr);

/// The card of one company, rank left empty. `locale` decides how its words show numbers.
Card makeCard(Coverage coverage, std::vector<Assumption> global, Decisions decisions, const QString& scenario,
              const ScoringModel& model, const QLocale& locale, const Sheet* like = nullptr);

/// Why a component of conviction has its points: the rule, the arithmetic, and what was not measured.
QString componentWhy(const Card& card, const QString& component, const QLocale& locale);

/// The one-line arithmetic of a claim, from its figure to its percentages.
QString claimArithmetic(const Card& card, const Claim& claim, const QLocale& locale);
/// The one-line arithmetic of the counted whole.
QString aggregateArithmetic(const Card& card, const QLocale& locale);

} // namespace plumbline
