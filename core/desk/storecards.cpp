#include "core/desk/storecards.h"

#include "core/desk/keptscores.h"
#include "core/desk/universemaker.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Desk)
};

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

std::optional<int> rankOf(const Card& card, const std::vector<Standing>& others)
{
    const Standing own = standingOf(card);
    if (std::isnan(own.total))
        return std::nullopt;
    return 1 + static_cast<int>(std::count_if(others.begin(), others.end(), [&](const Standing& other) {
               return other.symbol != own.symbol && standsBefore(other, own);
           }));
}

/// Makes the cards of companies one after the other.
void eachOf(const Store& store, const QStringList& symbols, const Asked& asked,
            const std::function<void(Card)>& take, const std::function<void(const QString&)>& said)
{
    for (const QString& symbol : symbols) {
        auto coverage = store.coverage(symbol);
        if (!coverage && said)
            said(coverage.error().message);
        take(cardFor(coverage ? std::move(*coverage) : unreadable(symbol, coverage.error()), asked));
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
    eachOf(store, frame->symbols, {frame->global, frame->decisions, question.scenario, **model, locale}, take,
           said);
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
    return inOrder(std::move(rows), standings);
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
    const Asked asked {frame->global, put->decisions, question.scenario, **model, locale};
    Card card = cardFor(*coverage, asked);
    if (const auto accepted = accepts(card, *put); !accepted)
        return tl::unexpected(accepted.error());
    std::vector<Standing> standings;
    if (!concernsOthers(*put)) {
        Asked plain = asked;
        plain.decisions = frame->decisions;
        standings = keptStandings(store, question, put->set.empty() ? card : cardFor(*coverage, plain));
    }
    if (standings.empty())
        eachOf(store, frame->symbols, asked,
               [&](const Card& other) { standings.push_back(standingOf(other)); }, {});
    card.rank = rankOf(card, standings);
    return card;
}

} // namespace plumbline
