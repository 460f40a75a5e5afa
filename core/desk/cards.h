#pragma once

#include "core/conviction/ranking.h"
#include "core/formats/workspace.h"
#include "core/report/card.h"

#include <QLocale>

#include <cmath>

namespace plumbline {

/// A change of one figure for one question: "margin.aws" = "20%", "claim.custom_silicon.counted_share" = "25%",
/// "claim.x.revenue_effect" = a formula. The workspace stays as it is.
struct Setting
{
    QString name {};
    QString value {};
};

/// What is asked of the desk: a scenario, a scoring model, and settings on top.
struct DeskQuestion
{
    QString scenario = baseScenario;
    QString scoringModel = QStringLiteral("v1");
    std::vector<Setting> settings {};
};

/// All cards of a workspace in the order of their conviction, ranks filled in. Settings concern `symbol` (or everybody,
/// where the name is a global assumption); an unknown scenario, model or name is an error that says so.
Result<std::vector<Card>> rankedCards(const WorkspaceData& workspace, const QString& symbol,
                                      const DeskQuestion& question, const QLocale& locale);

/// A question put to a workspace: its decisions with the question's settings on top, and these settings as choices with
/// the names they were called by.
struct Posed
{
    Decisions decisions {};
    std::vector<std::pair<Choice, QString>> set {};
};

/// Puts a question about one company (null: about nobody in particular, then it has no settings); an unknown scenario or
/// name, or a value out of place, is an error that says so.
Result<Posed> posed(const Coverage* coverage, const std::vector<Assumption>& global,
                    const Decisions& decisions, const DeskQuestion& question);
/// Refuses a setting that the card made with it cannot compute.
Result<void> accepts(const Card& card, const Posed& posed);
Result<const ScoringModel*> modelOf(const std::vector<ScoringModel>& models, const QString& id);
/// What decides a card's place; a conviction that is not known stands last.
Standing standingOf(const Card& card);

/// Brings what was made of companies into the order of their standings; what is not known has no rank.
template<typename Row>
std::vector<Row> inOrder(std::vector<Row> rows, const std::vector<Standing>& standings)
{
    std::vector<Row> ranked;
    ranked.reserve(rows.size());
    for (const std::size_t place : rank(standings)) {
        ranked.push_back(std::move(rows[place]));
        if (!std::isnan(standings[place].total))
            ranked.back().rank = static_cast<int>(ranked.size());
    }
    return ranked;
}

/// The error for a symbol that is none here.
tl::unexpected<Error> noCompany(const QString& symbol);

/// The company of that symbol, upper or lower case; an error that names it where there is none.
Result<const Coverage*> coverageOf(const WorkspaceData& workspace, const QString& symbol);

/// An error that lists the scenarios there are, where `scenario` is none of them.
Result<void> knownScenario(const Decisions& decisions, const QString& scenario);

/// The card of `symbol` among ranked cards.
Result<const Card*> cardOf(const std::vector<Card>& ranked, const QString& symbol);

} // namespace plumbline
