#include "core/desk/storecards.h"

#include "core/desk/choices.h"
#include "core/desk/keptscores.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Desk)
};

Card cardWith(Coverage coverage, const WorkspaceFrame& frame, const Decisions& decisions,
              const QString& scenario, const ScoringModel& model, const QLocale& locale)
{
    Decisions about = decisionsAbout(decisions, coverage.dossier.symbol);
    return makeCard(std::move(coverage), frame.global, std::move(about), scenario, model, locale);
}

bool concernsOthers(const Posed& posed)
{
    return std::any_of(posed.set.begin(), posed.set.end(), [](const auto& one) {
        return !one.first.subject.startsWith(u"company/") && !one.first.subject.startsWith(u"claim/");
    });
}

/// The places that were kept; none where they do not fit the card: they are not of what is asked.
std::vector<Standing> keptStandings(const Store& store, const DeskQuestion& question, const Card& plain)
{
    std::vector<Standing> standings;
    const auto kept = store.currentScores(question.scenario, question.scoringModel);
    if (!kept)
        return standings;
    const Standing own = standingOf(plain);
    bool fits = false;
    for (const KeptScore& one : *kept) {
        const RankedCompany row = rankedFrom(one);
        standings.push_back(
            {row.symbol, row.figure(RankedFigure::Conviction), row.figure(RankedFigure::UnpricedUplift)});
        fits = fits || (row.symbol == own.symbol && standings.back().total == own.total);
    }
    if (!fits)
        standings.clear();
    return standings;
}

std::optional<int> rankOf(const Card& card, std::vector<Standing> others)
{
    const Standing own = standingOf(card);
    if (std::isnan(own.total))
        return std::nullopt;
    return 1 + static_cast<int>(std::count_if(others.begin(), others.end(), [&](const Standing& other) {
               return other.symbol != own.symbol && standsBefore(other, own);
           }));
}

/// Goes over all companies of a frame under decisions.
void eachOf(const Store& store, const WorkspaceFrame& frame, const Decisions& decisions,
            const QString& scenario, const ScoringModel& model, const QLocale& locale,
            const std::function<void(Card)>& take, const std::function<void(const QString&)>& said)
{
    for (const QString& symbol : frame.symbols) {
        auto coverage = store.coverage(symbol);
        if (!coverage && said)
            said(coverage.error().message);
        take(cardWith(coverage ? std::move(*coverage) : unreadable(symbol, coverage.error()), frame,
                      decisions, scenario, model, locale));
    }
}

Result<QString> symbolIn(const WorkspaceFrame& frame, const QString& symbol)
{
    for (const QString& one : frame.symbols)
        if (one.compare(symbol, Qt::CaseInsensitive) == 0)
            return one;
    return noCompany(symbol);
}

} // namespace

Result<void> eachCard(const Store& store, const DeskQuestion& question, const QLocale& locale,
                      const std::function<void(Card)>& take, const std::function<void(const QString&)>& said)
{
    if (!question.settings.empty())
        return failure(Error::Kind::Invalid, Words::tr("--set belongs to one company; name it."));
    const auto frame = store.frame();
    if (!frame)
        return tl::unexpected(frame.error());
    const auto model = modelOf(frame->scoringModels, question.scoringModel);
    if (!model)
        return tl::unexpected(model.error());
    if (auto known = knownScenario(frame->decisions, question.scenario); !known)
        return known;
    eachOf(store, *frame, frame->decisions, question.scenario, **model, locale, take, said);
    return {};
}

Result<std::vector<RankingRow>> rankedRows(const Store& store, const DeskQuestion& question,
                                           const QLocale& locale,
                                           const std::function<void(const QString&)>& said)
{
    std::vector<RankingRow> rows;
    std::vector<Standing> standings;
    const auto made = eachCard(
        store, question, locale,
        [&](const Card& card) {
            rows.push_back(rankingRow(card));
            standings.push_back(standingOf(card));
        },
        said);
    if (!made)
        return tl::unexpected(made.error());
    std::vector<RankingRow> ranked;
    ranked.reserve(rows.size());
    for (const std::size_t place : rank(standings)) {
        ranked.push_back(std::move(rows[place]));
        if (!std::isnan(standings[place].total))
            ranked.back().rank = static_cast<int>(ranked.size());
    }
    return ranked;
}

Result<Card> cardIn(const Store& store, const QString& symbol, const DeskQuestion& question,
                    const QLocale& locale)
{
    const auto frame = store.frame();
    if (!frame)
        return tl::unexpected(frame.error());
    const auto known = symbolIn(*frame, symbol);
    if (!known)
        return tl::unexpected(known.error());
    const auto model = modelOf(frame->scoringModels, question.scoringModel);
    if (!model)
        return tl::unexpected(model.error());
    const auto coverage = store.coverage(*known);
    if (!coverage)
        return tl::unexpected(coverage.error());
    const auto put = posed(&*coverage, frame->global, frame->decisions, question);
    if (!put)
        return tl::unexpected(put.error());
    const auto cardUnder = [&](const Decisions& decisions) {
        return cardWith(*coverage, *frame, decisions, question.scenario, **model, locale);
    };
    Card card = cardUnder(put->decisions);
    if (const auto accepted = accepts(card, *put); !accepted)
        return tl::unexpected(accepted.error());
    std::vector<Standing> standings;
    if (!concernsOthers(*put))
        standings = keptStandings(store, question, put->set.empty() ? card : cardUnder(frame->decisions));
    if (standings.empty())
        eachOf(store, *frame, put->decisions, question.scenario, **model, locale,
               [&](const Card& other) { standings.push_back(standingOf(other)); }, {});
    card.rank = rankOf(card, standings);
    return card;
}

} // namespace plumbline
