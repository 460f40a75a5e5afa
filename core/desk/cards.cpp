#include "core/desk/cards.h"

#include "core/conviction/ranking.h"
#include "core/desk/choices.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Desk)
};

tl::unexpected<Error> noCompany(const QString& symbol)
{
    return failure(Error::Kind::NotFound, Words::tr("There is no company %1 in this workspace.").arg(symbol));
}

Result<Decisions> decisionsFor(const WorkspaceData& workspace, const QString& symbol,
                               const DeskQuestion& question)
{
    Decisions decisions = workspace.decisions;
    if (const auto known = knownScenario(decisions, question.scenario); !known)
        return tl::unexpected(known.error());
    if (question.settings.empty())
        return decisions;
    const auto coverage = coverageOf(workspace, symbol);
    if (!coverage)
        return tl::unexpected(coverage.error());
    const std::vector<Assumption> noShares;
    const Proposed proposed {*coverage, workspace.global, noShares};
    for (const Setting& setting : question.settings) {
        auto choice = choiceOf(proposed, workspace.decisions.choices, setting, question.scenario);
        if (!choice)
            return tl::unexpected(choice.error());
        choice->note = Words::tr("set for this question");
        auto& choices = decisions.choices;
        choices.erase(std::remove_if(choices.begin(), choices.end(),
                                     [&](const Choice& old) {
                                         return old.scenario == choice->scenario
                                             && old.subject == choice->subject && old.field == choice->field;
                                     }),
                      choices.end());
        choices.push_back(*choice);
    }
    return decisions;
}

/// The first setting that its place cannot take: a missing percent sign, another unit, a ring.
std::optional<Error> refusedSetting(const Card& card, const std::vector<Setting>& settings)
{
    for (const Setting& setting : settings) {
        const QString figure =
            setting.name.endsWith(u".counted_share_percent") ? setting.name.chopped(8) : setting.name;
        const Sheet::Id id = card.sheet.find(figure);
        if (id != Sheet::none && card.sheet.cell(id).error)
            return Error {
                Error::Kind::Invalid,
                Words::tr("%1=%2: %3").arg(setting.name, setting.value, card.sheet.cell(id).error->message)};
    }
    return std::nullopt;
}

} // namespace

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
    if (!symbol.isEmpty())
        if (const auto known = coverageOf(workspace, symbol); !known)
            return tl::unexpected(known.error());
    const auto& models = workspace.scoringModels;
    const auto model = std::find_if(models.begin(), models.end(),
                                    [&](const ScoringModel& one) { return one.id == question.scoringModel; });
    if (model == models.end())
        return failure(Error::Kind::NotFound,
                       Words::tr("There is no scoring model called %1.").arg(question.scoringModel));
    const auto decisions = decisionsFor(workspace, symbol, question);
    if (!decisions)
        return tl::unexpected(decisions.error());

    std::vector<Card> cards;
    std::vector<Standing> standings;
    for (const Coverage& coverage : workspace.companies) {
        cards.push_back(makeCard(coverage, workspace.global, *decisions, question.scenario, *model, locale));
        if (coverage.dossier.symbol.compare(symbol, Qt::CaseInsensitive) == 0)
            if (const auto error = refusedSetting(cards.back(), question.settings))
                return tl::unexpected(*error);
        const Sheet& sheet = cards.back().sheet;
        standings.push_back({coverage.dossier.symbol,
                             sheet.value(QStringLiteral("conviction.total")).value_or(0),
                             sheet.value(QStringLiteral("score.unpriced_uplift")).value_or(0)});
    }
    std::vector<Card> ranked;
    ranked.reserve(cards.size());
    for (const std::size_t place : rank(standings)) {
        ranked.push_back(std::move(cards[place]));
        ranked.back().rank = static_cast<int>(ranked.size());
    }
    return ranked;
}

Result<const Card*> cardOf(const std::vector<Card>& ranked, const QString& symbol)
{
    for (const Card& card : ranked)
        if (card.coverage.dossier.symbol.compare(symbol, Qt::CaseInsensitive) == 0)
            return &card;
    return noCompany(symbol);
}

} // namespace plumbline
