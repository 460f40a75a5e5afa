#include "core/desk/universemaker.h"

#include "core/desk/background.h"
#include "core/desk/choices.h"

#include <algorithm>
#include <atomic>

namespace plumbline {

namespace {

constexpr qsizetype portion = 16; // companies: read ahead of what is being made

} // namespace

struct UniverseMaker::Run
{
    QStringList symbols {};
    Asked asked {};
    qsizetype read = 0;     ///< symbols asked of the reader
    bool isReading = false; ///< one portion at a time
    int waiting = 0;        ///< portions read and not yet made
    std::size_t made = 0;
    std::atomic<bool> dropped = false;
    std::shared_ptr<Universe> universe = std::make_shared<Universe>();
};

Card cardFor(Coverage coverage, const Asked& asked, const Sheet* like)
{
    Decisions about = decisionsAbout(asked.decisions, coverage.dossier.symbol);
    return makeCard(std::move(coverage), asked.global, std::move(about), asked.scenario, asked.scoringModel,
                    asked.locale, like);
}

UniverseMaker::UniverseMaker(StoreThread& reader) : m_reader(reader)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

UniverseMaker::~UniverseMaker()
{
    if (m_run != nullptr)
        m_run->dropped = true;
    m_pool.clear();
    m_pool.waitForDone();
}

void UniverseMaker::start(const QStringList& symbols, Asked asked)
{
    if (m_run != nullptr)
        m_run->dropped = true;
    m_run = std::make_shared<Run>();
    m_run->symbols = symbols;
    m_run->asked = std::move(asked);
    m_made = 0;
    if (symbols.isEmpty())
        finish(m_run);
    else
        read(m_run);
}

void UniverseMaker::read(const std::shared_ptr<Run>& run)
{
    if (run->isReading || run->waiting > 1 || run->read >= run->symbols.size())
        return;
    const QStringList symbols = run->symbols.mid(run->read, portion);
    run->read += symbols.size();
    run->isReading = true;
    auto companies = m_reader.run([symbols](Store& store) -> Result<std::vector<Coverage>> {
        std::vector<Coverage> all;
        for (const QString& symbol : symbols) {
            auto one = store.coverage(symbol);
            all.push_back(one ? std::move(*one) : unreadable(symbol, one.error()));
        }
        return all;
    });
    whenGiven(companies, this, [this, run](Result<std::vector<Coverage>> given) {
        run->isReading = false;
        if (run == m_run && given)
            add(run, std::move(*given));
    });
}

void UniverseMaker::add(const std::shared_ptr<Run>& run, std::vector<Coverage> companies)
{
    ++run->waiting;
    auto lent = std::make_shared<std::vector<Coverage>>(std::move(companies));
    onPool(
        m_pool, this,
        [run, lent] {
            for (Coverage& one : *lent)
                if (!run->dropped)
                    run->universe->add(cardFor(std::move(one), run->asked));
            return lent->size();
        },
        [this, run](std::size_t made) {
            --run->waiting;
            if (run != m_run)
                return;
            run->made += made;
            m_made = run->made;
            emit progressed();
            if (run->made == static_cast<std::size_t>(run->symbols.size()))
                finish(run);
            else
                read(run);
        });
    read(run);
}

void UniverseMaker::finish(const std::shared_ptr<Run>& run)
{
    onPool(
        m_pool, this,
        [run] {
            run->universe->build();
            return run->universe;
        },
        [this, run](std::shared_ptr<Universe> universe) {
            if (run != m_run)
                return;
            m_run.reset();
            emit done(std::move(universe));
        });
}

} // namespace plumbline
