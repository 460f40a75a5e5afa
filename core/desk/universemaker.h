#pragma once

#include "core/desk/universe.h"
#include "core/store/storethread.h"

#include <QThreadPool>

namespace plumbline {

/// What all cards of a run are made with.
struct Asked
{
    std::vector<Assumption> global {};
    Decisions decisions {};
    QString scenario {};
    ScoringModel scoringModel {};
    QLocale locale {};
};

/// The card of one company for what is asked; its decisions are those that may concern it. `like`: see sheetFor.
Card cardFor(Coverage coverage, const Asked& asked, const Sheet* like = nullptr);

/// Makes the universe of a workspace away from the window: companies are read in portions, their cards made and taken
/// over in columns. A new run takes the place of one that is not done.
class UniverseMaker : public QObject
{
    Q_OBJECT

public:
    explicit UniverseMaker(StoreThread& reader);
    ~UniverseMaker() override;
    Q_DISABLE_COPY_MOVE(UniverseMaker)

    void start(const QStringList& symbols, Asked asked);
    bool isRunning() const { return m_run != nullptr; }
    std::size_t made() const { return m_made; }

signals:
    void progressed();
    void done(std::shared_ptr<plumbline::Universe> universe);

private:
    struct Run;
    void read(const std::shared_ptr<Run>& run);
    void add(const std::shared_ptr<Run>& run, std::vector<Coverage> companies);
    void finish(const std::shared_ptr<Run>& run);

    StoreThread& m_reader;
    std::shared_ptr<Run> m_run {};
    std::size_t m_made = 0;
    QThreadPool m_pool {}; ///< one thread: portions are added in order
};

} // namespace plumbline
