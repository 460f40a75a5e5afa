#include "core/desk/background.h"
#include "core/desk/session.h"
#include "core/formula/parse.h"

#include <algorithm>

namespace plumbline {

namespace {

/// The company a subject belongs to; empty for everybody's and an industry's.
QString companyOf(const QString& subject)
{
    const bool own = subject.startsWith(u"company/") || subject.startsWith(u"claim/");
    return own ? subject.section(u'/', 1, 1) : QString();
}

} // namespace

Decisions Session::inForce() const
{
    Decisions decisions = m_frame.decisions;
    if (m_preview) {
        Edit edit;
        edit.changes.emplace_back(Change<Choice> {std::nullopt, *m_preview});
        apply(decisions, edit);
    }
    return decisions;
}

Asked Session::asked() const
{
    const auto& models = m_frame.scoringModels;
    const auto model = std::find_if(models.begin(), models.end(),
                                    [&](const ScoringModel& one) { return one.id == m_model; });
    return {m_frame.global, inForce(), m_scenario, model == models.end() ? ScoringModel {} : *model,
            m_locale};
}

void Session::touch(const Place& place)
{
    m_touched.push_back(place);
    if (!m_frameTimer.isActive())
        m_frameTimer.start();
}

void Session::followTouched()
{
    const std::vector<Place> touched = std::exchange(m_touched, {});
    QSet<QString> companies;
    std::vector<Place> shared;
    for (const Place& place : touched) {
        const QString company = companyOf(place.subject);
        if (company.isEmpty())
            shared.push_back(place);
        else if (m_frame.symbols.contains(company))
            companies.insert(company);
    }
    if (!shared.empty())
        for (const QString& symbol : m_shelf.symbols())
            companies.insert(symbol);
    for (const QString& symbol : std::as_const(companies)) // made beside the columns
        makeCard(symbol);
    followShared(shared);
    if (m_universe == nullptr)
        m_pending.unite(companies);
}

/// What everybody shares goes into the columns; where it cannot, everything is made anew.
void Session::followShared(const std::vector<Place>& places)
{
    if (places.empty())
        return;
    if (std::all_of(places.begin(), places.end(),
                    [this](const Place& place) { return chooseInColumns(place); }))
        // told on its own: the window takes as long to show it as it took to compute
        QMetaObject::invokeMethod(this, &Session::rankAgain, Qt::QueuedConnection);
    else if (m_universe != nullptr)
        makeUniverse();
    else
        m_anew = true;
}

/// A number everybody shares goes into the columns; false where a formula comes or goes, or the place itself.
bool Session::chooseInColumns(const Place& place)
{
    if (m_universe == nullptr || !place.field.startsWith(u"assumption/"))
        return false;
    const QString name = place.field.section(u'/', 1);
    const auto proposal =
        std::find_if(m_frame.global.begin(), m_frame.global.end(),
                     [&](const Assumption& one) { return one.subject == place.subject && one.name == name; });
    if (proposal == m_frame.global.end())
        return false;
    const auto numberIn = [&](const Decisions& decisions) {
        const Choice* choice = choiceFor(decisions.choices, m_scenario, place.subject, place.field);
        return parseLiteral(choice != nullptr ? choice->value : proposal->value);
    };
    const auto number = numberIn(inForce());
    if (!numberIn(m_builtWith) || !number || misfit(*number, proposal->unit, proposal->display))
        return false;
    m_universe->choose(place.subject, name, number->value); // where nobody's rank rests on it, nothing moves
    return true;
}

void Session::askForCard(const QString& symbol)
{
    if (!m_frame.symbols.contains(symbol))
        return;
    const auto known = m_shelf.take(symbol);
    if (known != nullptr && known->scenario == m_scenario && known->scoringModel.id == m_model) {
        emit cardReady(symbol);
        return;
    }
    m_wanted.insert(symbol);
    if (!m_making.contains(symbol))
        makeCard(symbol);
}

/// Makes the card of a company anew for what is in force; a change while that is done has it made once more.
void Session::makeCard(const QString& symbol)
{
    if (m_making.contains(symbol)) {
        m_again.insert(symbol);
        return;
    }
    m_making.insert(symbol);
    if (auto known = m_shelf.find(symbol)) {
        makeFrom(symbol, std::move(known), {});
        return;
    }
    auto coverage = m_reader->run([symbol](Store& store) { return store.coverage(symbol); });
    whenGiven(coverage, this, [this, symbol](Result<Coverage> given) {
        if (given
            || given.error().kind == Error::Kind::BadData) { // a damaged company has a card that says so
            makeFrom(symbol, nullptr, given ? std::move(*given) : unreadable(symbol, given.error()));
            return;
        }
        m_making.remove(symbol);
        m_again.remove(symbol);
        if (m_wanted.remove(symbol))
            emit refused(given.error().message);
    });
}

/// From the coverage of the card that is known, else from the one that was read.
void Session::makeFrom(const QString& symbol, std::shared_ptr<const Card> known, Coverage read)
{
    auto lent = std::make_shared<Coverage>(std::move(read));
    onPool(
        m_pool, this,
        [known = std::move(known), lent, now = asked()] {
            return endedInBackground(known != nullptr ? cardFor(known->coverage, now, &known->sheet)
                                                      : cardFor(std::move(*lent), now));
        },
        [this, symbol, turn = m_turn](std::shared_ptr<Card> card) {
            takeCard(symbol, std::move(card), turn);
        });
}

void Session::takeCard(const QString& symbol, std::shared_ptr<Card> card, quint64 turn)
{
    m_making.remove(symbol);
    const bool again = m_again.remove(symbol);
    if (turn != m_turn) {
        if (again || m_wanted.contains(symbol) || m_shelf.find(symbol) != nullptr)
            makeCard(symbol);
        return;
    }
    const auto before = m_ranking;
    if (m_universe != nullptr && m_universe->replace(*card))
        m_ranking = m_universe->ranking();
    const bool moves = m_ranking != before;
    const auto row = std::find_if(m_ranking->begin(), m_ranking->end(),
                                  [&](const RankedCompany& one) { return one.symbol == symbol; });
    if (row != m_ranking->end() && row->rank > 0)
        card->rank = row->rank;
    if (m_wanted.remove(symbol) || m_shelf.find(symbol) != nullptr) {
        m_shelf.put(symbol, std::move(card));
        emit cardReady(symbol);
    }
    if (moves)
        tellRanking();
    if (again)
        makeCard(symbol);
}

} // namespace plumbline
