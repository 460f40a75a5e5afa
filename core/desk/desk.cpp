#include "core/desk/desk.h"

#include "core/conviction/ranking.h"
#include "core/formula/parse.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Desk)
};

const Coverage* coverageOf(const WorkspaceData& workspace, const QString& symbol)
{
    const auto found =
        std::find_if(workspace.companies.begin(), workspace.companies.end(), [&](const Coverage& one) {
            return one.dossier.symbol.compare(symbol, Qt::CaseInsensitive) == 0;
        });
    return found == workspace.companies.end() ? nullptr : &*found;
}

tl::unexpected<Error> noCompany(const QString& symbol)
{
    return failure(Error::Kind::NotFound, Words::tr("There is no company %1 in this workspace.").arg(symbol));
}

/// A setting on a field of a claim: its counted share, soft or hard, its formulas.
std::optional<Choice> claimChoice(const Coverage& coverage, const Setting& setting)
{
    static const QStringList fields {
        QStringLiteral("counted_share"), QStringLiteral("soft"),
        QStringLiteral("overlap_group"), QStringLiteral("revenue_effect"),
        QStringLiteral("income_effect"), QStringLiteral("counted_share_percent")};
    const QString claim = setting.name.section(u'.', 1, 1);
    QString field = setting.name.section(u'.', 2);
    const auto& claims = coverage.reading.claims;
    const bool known =
        std::any_of(claims.begin(), claims.end(), [&](const Claim& one) { return one.id == claim; });
    if (!setting.name.startsWith(u"claim.") || !known)
        return std::nullopt;
    if (field == u"revenue_effect" || field == u"income_effect")
        field = field.section(u'_', 0, 0) + QStringLiteral("_formula");
    else if (field == u"counted_share_percent")
        field = QStringLiteral("counted_share");
    else if (!fields.contains(field))
        field = QStringLiteral("assumption/") + field;
    return Choice {.subject = claimSubject(coverage.dossier.symbol, claim),
                   .field = field,
                   .value = setting.value,
                   .note = Words::tr("set for this question")};
}

/// The nearest subject that has a proposal or a choice for the name.
QString nearestSubject(const WorkspaceData& workspace, const Coverage& coverage, const QString& name)
{
    const std::vector<Assumption> noShares;
    const Basis basis {coverage, workspace.global, noShares, workspace.decisions.choices};
    for (const QString& subject : companySubjects(basis)) {
        const Effective here =
            effective(name, {subject}, proposalsFor(basis), workspace.decisions.choices, baseScenario);
        if (here.choice != nullptr || here.proposal != nullptr)
            return subject;
    }
    return {};
}

/// Refuses a name that no formula of the claim could use, and a share, rate or score outside its bounds.
Result<void> fitsPlace(const WorkspaceData& workspace, const Coverage& coverage, const Choice& choice,
                       const Setting& setting)
{
    const std::vector<Assumption> noShares;
    const Basis basis {coverage, workspace.global, noShares, workspace.decisions.choices};
    const QString name = choice.field.startsWith(u"assumption/") ? choice.field.section(u'/', 1) : QString();
    const bool enthusiasm = name == u"enthusiasm.latest" || name == u"enthusiasm.prior";
    const std::vector<const Assumption*> proposals = proposalsFor(basis);
    const auto proposal = std::find_if(proposals.begin(), proposals.end(),
                                       [&](const Assumption* one) { return one->name == name; });
    if (!name.isEmpty() && !enthusiasm && proposal == proposals.end())
        return failure(Error::Kind::NotFound,
                       Words::tr("%1 cannot be set: no assumption is called %2.").arg(setting.name, name));
    const auto literal = parseLiteral(setting.value);
    if (!literal)
        return {};
    const bool share = choice.field == u"counted_share" || name == u"tax_rate";
    const bool score =
        enthusiasm
        || (!name.isEmpty() && proposal != proposals.end() && (*proposal)->display == Display::Score);
    if ((share && (literal->value < 0 || literal->value > 1)) && literal->display != Display::Plain)
        return failure(Error::Kind::Invalid,
                       Words::tr("%1=%2: it lies between 0 % and 100 %.").arg(setting.name, setting.value));
    if (score && (literal->value < 0 || literal->value > 10))
        return failure(Error::Kind::Invalid,
                       Words::tr("%1=%2: it lies between 0 and 10.").arg(setting.name, setting.value));
    return {};
}

Result<Choice> choiceOf(const WorkspaceData& workspace, const Coverage& coverage, const Setting& setting,
                        const QString& scenario)
{
    std::optional<Choice> choice = claimChoice(coverage, setting);
    if (!choice) {
        QString subject = nearestSubject(workspace, coverage, setting.name);
        if (setting.name == u"enthusiasm.latest" || setting.name == u"enthusiasm.prior")
            subject = companySubject(coverage.dossier.symbol);
        if (subject.isEmpty())
            return failure(
                Error::Kind::NotFound,
                Words::tr("%1 has no assumption called %2.").arg(coverage.dossier.symbol, setting.name));
        choice = Choice {.subject = subject,
                         .field = QStringLiteral("assumption/") + setting.name,
                         .value = setting.value,
                         .note = Words::tr("set for this question")};
    }
    choice->scenario = scenario;
    if (const auto fits = fitsPlace(workspace, coverage, *choice, setting); !fits)
        return tl::unexpected(fits.error());
    if (choice->field != u"overlap_group") {
        const bool literal = parseLiteral(setting.value).has_value();
        if (const auto formula = parse(setting.value); !literal && !formula)
            return failure(
                Error::Kind::Invalid,
                Words::tr("%1=%2: %3").arg(setting.name, setting.value.left(60), formula.error().message),
                formula.error().position);
    }
    return *choice;
}

Result<Decisions> decisionsFor(const WorkspaceData& workspace, const QString& symbol,
                               const DeskQuestion& question)
{
    Decisions decisions = workspace.decisions;
    const auto& scenarios = decisions.scenarios;
    if (std::none_of(scenarios.begin(), scenarios.end(),
                     [&](const Scenario& one) { return one.name == question.scenario; })) {
        QStringList names;
        for (const Scenario& one : scenarios)
            names.append(one.name);
        return failure(Error::Kind::NotFound, Words::tr("There is no scenario called %1; there are %2.")
                                                  .arg(question.scenario, names.join(QStringLiteral(", "))));
    }
    if (question.settings.empty())
        return decisions;
    const Coverage* coverage = coverageOf(workspace, symbol);
    if (coverage == nullptr)
        return noCompany(symbol);
    for (const Setting& setting : question.settings) {
        const auto choice = choiceOf(workspace, *coverage, setting, question.scenario);
        if (!choice)
            return tl::unexpected(choice.error());
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

Result<std::vector<Card>> rankedCards(const WorkspaceData& workspace, const QString& symbol,
                                      const DeskQuestion& question, const QLocale& locale)
{
    if (!symbol.isEmpty() && coverageOf(workspace, symbol) == nullptr)
        return noCompany(symbol);
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
