#include "core/desk/cards.h"

#include "core/desk/choices.h"

#include <QCoreApplication>
#include <QStringList>

#include <limits>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Desk)
};

} // namespace

tl::unexpected<Error> noCompany(const QString& symbol)
{
    return failure(Error::Kind::NotFound, Words::tr("There is no company %1 in this workspace.").arg(symbol));
}

Result<Posed> posed(const Coverage* coverage, const std::vector<Assumption>& global,
                    const Decisions& decisions, const DeskQuestion& question)
{
    Posed posed {.decisions = decisions};
    if (const auto known = knownScenario(decisions, question.scenario); !known)
        return tl::unexpected(known.error());
    const std::vector<Assumption> noShares;
    Edit edit;
    for (const Setting& setting : question.settings) {
        auto choice =
            choiceOf(Proposed {coverage, global, noShares}, decisions.choices, setting, question.scenario);
        if (!choice)
            return tl::unexpected(choice.error());
        choice->note = Words::tr("set for this question");
        edit.changes.emplace_back(Change<Choice> {std::nullopt, *choice});
        posed.set.emplace_back(std::move(*choice), setting.name);
    }
    apply(posed.decisions, edit);
    return posed;
}

Result<void> accepts(const Card& card, const Posed& posed)
{
    for (const auto& [choice, name] : posed.set)
        if (const auto error = refusedBy(card.sheet, choice, name))
            return tl::unexpected(*error);
    return {};
}

Result<const ScoringModel*> modelOf(const std::vector<ScoringModel>& models, const QString& id)
{
    for (const ScoringModel& one : models)
        if (one.id == id)
            return &one;
    return failure(Error::Kind::NotFound, Words::tr("There is no scoring model called %1.").arg(id));
}

Standing standingOf(const Card& card)
{
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    return {card.coverage.dossier.symbol,
            card.sheet.value(QStringLiteral("conviction.total")).value_or(unknown),
            card.sheet.value(QStringLiteral("score.unpriced_uplift")).value_or(0)};
}

Result<const Coverage*> coverageOf(const WorkspaceData& workspace, const QString& symbol)
{
    for (const Coverage& one : workspace.companies)
        if (one.dossier.symbol.compare(symbol, Qt::CaseInsensitive) == 0)
            return &one;
    return noCompany(symbol);
}

Result<void> knownScenario(const Decisions& decisions, const QString& scenario)
{
    QStringList names;
    for (const Scenario& one : decisions.scenarios)
        names.append(one.name);
    if (names.contains(scenario))
        return {};
    return failure(Error::Kind::NotFound, Words::tr("There is no scenario called %1; there are %2.")
                                              .arg(scenario, names.join(QStringLiteral(", "))));
}

Result<std::vector<Card>> rankedCards(const WorkspaceData& workspace, const QString& symbol,
                                      const DeskQuestion& question, const QLocale& locale)
{
    const bool aboutOne = !symbol.isEmpty() || !question.settings.empty();
    const auto asked = aboutOne ? coverageOf(workspace, symbol) : Result<const Coverage*>(nullptr);
    if (!asked)
        return tl::unexpected(asked.error());
    const auto model = modelOf(workspace.scoringModels, question.scoringModel);
    if (!model)
        return tl::unexpected(model.error());
    const auto put = posed(*asked, workspace.global, workspace.decisions, question);
    if (!put)
        return tl::unexpected(put.error());

    std::vector<Card> cards;
    std::vector<Standing> standings;
    for (const Coverage& coverage : workspace.companies) {
        cards.push_back(
            makeCard(coverage, workspace.global, put->decisions, question.scenario, **model, locale));
        if (&coverage == *asked)
            if (const auto accepted = accepts(cards.back(), *put); !accepted)
                return tl::unexpected(accepted.error());
        standings.push_back(standingOf(cards.back()));
    }
    return inOrder(std::move(cards), standings);
}

Result<const Card*> cardOf(const std::vector<Card>& ranked, const QString& symbol)
{
    for (const Card& card : ranked)
        if (card.coverage.dossier.symbol.compare(symbol, Qt::CaseInsensitive) == 0)
            return &card;
    return noCompany(symbol);
}

} // namespace plumbline
