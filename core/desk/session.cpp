#include "core/desk/session.h"

#include "core/desk/background.h"
#include "core/desk/keptscores.h"
#include "core/desk/refreshthread.h"

#include <algorithm>

namespace plumbline {

namespace {

constexpr int watchEvery = 1000;     // milliseconds: another writer is followed within two seconds
constexpr std::size_t aMoment = 100; // companies whose cards are made before anybody misses them

/// The ranking that was kept, of the companies that are still there.
std::shared_ptr<const Ranking> keptRanking(const std::vector<KeptScore>& scores, const QStringList& symbols)
{
    auto kept = std::make_shared<Ranking>();
    QHash<QString, std::uint32_t> numbers;
    for (const QString& symbol : symbols)
        numbers.insert(symbol, static_cast<std::uint32_t>(numbers.size()));
    for (const KeptScore& one : scores)
        if (const auto number = numbers.constFind(one.symbol);
            one.figures.size() == keptFigures && number != numbers.constEnd()) {
            kept->push_back(rankedFrom(one));
            kept->back().number = *number;
        }
    return kept;
}

} // namespace

Session::Session(const QString& path, const QLocale& locale) : m_path(path), m_locale(locale), m_saver(path)
{
    // The writer looks first: it may have to bring an older file up to date.
    connect(&m_saver, &Saver::ready, this, &Session::openForReading);
    connect(&m_saver, &Saver::changed, this, &Session::savingChanged);
    m_frameTimer.setSingleShot(true);
    m_frameTimer.setInterval(0);
    connect(&m_frameTimer, &QTimer::timeout, this, &Session::followTouched);
    m_refreshedTimer.setSingleShot(true);
    connect(&m_refreshedTimer, &QTimer::timeout, this, &Session::followRefreshed);
    m_watch.setInterval(watchEvery);
    m_watch.setSingleShot(true); // the next look waits for the one before
    connect(&m_watch, &QTimer::timeout, this, &Session::watch);
}

Session::~Session()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void Session::close()
{
    m_refresh.reset(); // what it has not kept waits in the queue
    if (isComplete() && m_saver.isIdle())
        keepScores();
    m_saver.finish();
}

std::size_t Session::save()
{
    m_saver.finish();
    return m_saver.waiting();
}

std::size_t Session::cardsMade() const
{
    return isComplete() || m_maker == nullptr ? companies() : m_maker->made();
}

void Session::openForReading()
{
    m_reader = std::make_unique<StoreThread>(m_path, Store::Access::Read);
    m_maker = std::make_unique<UniverseMaker>(*m_reader);
    connect(m_maker.get(), &UniverseMaker::progressed, this, &Session::progressed);
    connect(m_maker.get(), &UniverseMaker::done, this, &Session::takeUniverse);
    auto read = m_reader->run([](Store& store) -> Result<Read> {
        const qint64 version = store.dataVersion(); // first: what is written meanwhile is noticed later
        auto frame = store.frame();
        if (!frame)
            return tl::unexpected(frame.error());
        const auto scores =
            store.scores(baseScenario, firstModel(*frame)).value_or(std::vector<KeptScore> {});
        auto kept = keptRanking(scores, frame->symbols);
        return Read {std::move(*frame), std::move(kept), version};
    });
    whenGiven(read, this, [this](Result<Read> given) {
        if (given)
            take(std::move(*given));
        else
            emit failed(given.error());
    });
}

void Session::take(Read read)
{
    m_frame = std::move(read.frame);
    m_dataVersion = read.version;
    m_model = firstModel(m_frame);
    emit opened();
    showKept(std::move(read.kept));
    makeUniverse();
    lookForJobs();
    if (m_saver.saving().state == Saving::State::ReadOnly)
        m_watch.start();
}

/// What is painted until all cards are made.
void Session::showKept(std::shared_ptr<const Ranking> kept)
{
    m_kept = kept;
    if (kept->empty() && companies() <= aMoment)
        return; // what stands is shown for the moment it takes
    m_ranking = std::move(kept);
    if (asksBase())
        for (const RankedCompany& one : *m_ranking)
            m_before.insert(one.symbol, one.rank);
    emit rankingChanged();
}

void Session::ask(const QString& scenario, const QString& scoringModel)
{
    const bool known = std::any_of(m_frame.scoringModels.begin(), m_frame.scoringModels.end(),
                                   [&](const ScoringModel& one) { return one.id == scoringModel; });
    if (!known || !knownScenario(m_frame.decisions, scenario)
        || (scenario == m_scenario && scoringModel == m_model))
        return;
    m_preview.reset();
    m_scenario = scenario;
    m_model = scoringModel;
    ++m_turn;
    auto kept = m_reader->run([scenario, scoringModel, symbols = m_frame.symbols](
                                  Store& store) -> Result<std::shared_ptr<const Ranking>> {
        return keptRanking(store.scores(scenario, scoringModel).value_or(std::vector<KeptScore> {}), symbols);
    });
    whenGiven(kept, this, [this, turn = m_turn](Result<std::shared_ptr<const Ranking>> given) {
        if (turn == m_turn && m_maker->isRunning() && given)
            showKept(std::move(*given));
    });
    makeUniverse();
    for (const QString& symbol : m_shelf.symbols())
        makeCard(symbol);
}

void Session::makeUniverse()
{
    m_universe.reset();
    m_pending.clear();
    m_anew = false;
    m_builtWith = inForce();
    m_maker->start(m_frame.scoringModels.empty() ? QStringList() : m_frame.symbols, asked());
    emit progressed();
}

void Session::takeUniverse(std::shared_ptr<Universe> universe)
{
    if (m_anew) {
        makeUniverse();
        return;
    }
    m_universe = std::move(universe);
    emit progressed();
    rankAgain();
    const QSet<QString> pending = std::exchange(m_pending, {});
    for (const QString& symbol : pending)
        makeCard(symbol);
    if (pending.isEmpty())
        keepScores();
}

bool Session::asksBase() const
{
    return m_scenario == baseScenario && !m_preview && m_model == firstModel(m_frame);
}

void Session::rankAgain()
{
    if (m_universe == nullptr)
        return;
    const auto before = std::exchange(m_ranking, m_universe->ranking());
    if (m_ranking != before) // a card may have brought it along
        tellRanking();
}

void Session::tellRanking()
{
    if (asksBase()) {
        m_before.clear();
        for (const RankedCompany& one : *m_ranking)
            m_before.insert(one.symbol, one.rank);
    }
    emit rankingChanged();
}

/// Only what is on the disk is kept as a ranking of it.
void Session::keepScores()
{
    if (m_preview || !m_saver.isIdle() || !m_saver.canWrite() || *m_ranking == *m_kept)
        return;
    m_kept = m_ranking;
    std::vector<KeptScore> scores;
    scores.reserve(m_kept->size());
    for (const RankedCompany& one : *m_kept)
        scores.push_back(keptFrom(one));
    m_saver.keepScores(m_scenario, m_model, std::move(scores));
}

/// Another program writes: has it gone, and what has it written?
void Session::watch()
{
    whenGiven(m_saver.takeOver(), this, [this](const Result<QString>& whyReadOnly) {
        lookForChanges(whyReadOnly ? *whyReadOnly : whyReadOnly.error().message);
    });
}

/// Follows what was written; once nobody else writes this program may, from what it has just read.
void Session::lookForChanges(const QString& whyReadOnly)
{
    struct Seen
    {
        qint64 version = -1;
        std::optional<WorkspaceFrame> frame {};
    };
    auto seen = m_reader->run([known = m_dataVersion](Store& store) -> Result<Seen> {
        Seen now {store.dataVersion(), {}};
        if (now.version == known)
            return now;
        auto frame = store.frame();
        if (!frame)
            return tl::unexpected(frame.error());
        now.frame = std::move(*frame);
        return now;
    });
    whenGiven(seen, this, [this, whyReadOnly](const Result<Seen>& given) {
        if (given) {
            m_dataVersion = given->version;
            if (given->frame)
                follow(*given->frame);
        }
        if (!given || !whyReadOnly.isEmpty()) {
            m_watch.start();
            if (!whyReadOnly.isEmpty())
                m_saver.allow(whyReadOnly);
            return;
        }
        m_saver.allow({});
        emit noticed(
            tr("The program that had this workspace open has closed it: it can be edited here now."));
    });
}

/// Another program has written: an edit moves what it names, anything else everything.
void Session::follow(const WorkspaceFrame& frame)
{
    const auto last = [](const WorkspaceFrame& of) {
        return of.edits.done.empty() ? 0 : of.edits.done.back().id;
    };
    const bool edited =
        frame.symbols == m_frame.symbols && frame.decisions.choices != m_frame.decisions.choices
        && (last(frame) != last(m_frame) || frame.edits.undone.size() != m_frame.edits.undone.size());
    const Decisions before = std::exchange(m_frame, frame).decisions;
    if (!knownScenario(m_frame.decisions, m_scenario))
        m_scenario = baseScenario;
    emit scenariosChanged();
    emit undoChanged();
    if (!edited) {
        m_shelf.clear();
        ++m_turn;
        makeUniverse();
        return;
    }
    const auto touchMissing = [this](const std::vector<Choice>& from, const std::vector<Choice>& in) {
        for (const Choice& one : from)
            if (std::find(in.begin(), in.end(), one) == in.end())
                touch({one.subject, one.field});
    };
    touchMissing(before.choices, m_frame.decisions.choices);
    touchMissing(m_frame.decisions.choices, before.choices);
}

} // namespace plumbline
