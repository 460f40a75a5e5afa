#pragma once

#include "core/desk/cardshelf.h"
#include "core/desk/choices.h"
#include "core/desk/fmpaccess.h"
#include "core/desk/refreshprogress.h"
#include "core/desk/saver.h"
#include "core/desk/universemaker.h"

#include <QSet>
#include <QTimer>

#include <atomic>

namespace plumbline {

class RefreshThread;
struct CompanyRefreshed;

/// One open workspace behind the desk: what it holds, what is asked of it, and what is being made. It goes with all that
/// is still under way for it.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(const QString& path, const QLocale& locale);
    ~Session() override;
    Q_DISABLE_COPY_MOVE(Session)

    QString path() const { return m_path; }
    void close();
    /// Tries to save what is pending and waits for the disk; how many changes could not be saved.
    std::size_t save();

    Saving saving() const { return m_saver.saving(); }
    bool isComplete() const { return m_universe != nullptr && !m_maker->isRunning(); }
    std::size_t cardsMade() const;
    std::size_t companies() const { return static_cast<std::size_t>(m_frame.symbols.size()); }
    const WorkspaceFrame& frame() const { return m_frame; }
    QString scenario() const { return m_scenario; }
    QString scoringModel() const { return m_model; }
    void ask(const QString& scenario, const QString& scoringModel);

    std::shared_ptr<const Ranking> ranking() const { return m_ranking; }
    int rankBefore(const QString& symbol) const { return m_before.value(symbol); }
    void askForCard(const QString& symbol);
    std::shared_ptr<const Card> card(const QString& symbol) const { return m_shelf.find(symbol); }

    void preview(const QString& subject, const QString& field, const QString& value);
    void cancelPreview();
    void commit(const QString& subject, const QString& field, const QString& value, const QString& title);
    void reset(const QString& subject, const QString& field, const QString& title);
    void addScenario(const QString& name, const QString& note);
    void removeScenario(const QString& name);
    void undo();
    void redo();

    void importCalls(std::vector<CallSource> sources, const CallGiven& given, const ReadingRules& rules);
    void cancelImport();
    bool isImporting() const { return m_import != nullptr; }

    void refresh(const QStringList& symbols, bool again, const FindAccess& access, const ReadingRules& rules);
    void pauseRefresh();
    void resumeRefresh();
    void cancelRefresh();
    void preferInRefresh(const QStringList& symbols);
    bool isRefreshing() const { return m_isRefreshing; }

signals:
    void opened();
    void failed(const plumbline::Error& error);
    void progressed();
    void rankingChanged();
    void cardReady(const QString& symbol);
    void scenariosChanged();
    void undoChanged();
    void savingChanged();
    void refused(const QString& sentence);
    void noticed(const QString& sentence);
    void importProgressed(int read, int of);
    void callsImported(const plumbline::CallsImported& imported);
    void refreshProgressed(const plumbline::RefreshProgress& progress);
    void companyRefreshed(const plumbline::CompanyRefreshed& company);
    void refreshEnded(const QString& why);
    void refreshLeft(const std::vector<plumbline::RefreshJob>& jobs);

private:
    struct Place
    {
        QString subject;
        QString field;
    };
    struct Read
    {
        WorkspaceFrame frame {};
        std::shared_ptr<const Ranking> kept {};
        qint64 version = 0;
    };

    // session.cpp: opening, what is asked, following another writer
    void openForReading();
    void take(Read read);
    void showKept(std::shared_ptr<const Ranking> kept);
    void makeUniverse();
    void takeUniverse(std::shared_ptr<Universe> universe);
    void rankAgain();
    void tellRanking();
    void keepScores();
    bool asksBase() const;
    void watch();
    void lookForChanges(const QString& whyReadOnly);
    void follow(const WorkspaceFrame& frame);

    // sessioncards.cpp: what rests on a change
    Decisions inForce() const;
    Asked asked() const;
    void touch(const Place& place);
    void followTouched();
    void followShared(const std::vector<Place>& places);
    bool chooseInColumns(const Place& place);
    void makeCard(const QString& symbol);
    void makeFrom(const QString& symbol, std::shared_ptr<const Card> known, Coverage read);
    void takeCard(const QString& symbol, std::shared_ptr<Card> card, quint64 turn);

    // sessionimport.cpp: calls that come in
    struct ReadFiles
    {
        std::vector<CallFile> files {};
        std::vector<Refusal> refused {};
    };
    void keepCalls(ReadFiles read, const CallGiven& given, const ReadingRules& rules);
    void takeCalls(const CallsImported& imported);
    void endImport(const CallsImported& imported);

    void followCompanies(const QStringList& symbols);

    // sessionrefresh.cpp: what is fetched
    void beginRefresh(const FmpAccess& access, std::vector<RefreshKnown> companies, bool again,
                      const ReadingRules& rules);
    void takeRefreshed(const CompanyRefreshed& company);
    void followRefreshed();
    void endRefresh(const QString& why);
    void lookForJobs();

    // sessionedits.cpp: what the analyst decides
    bool mayEdit();
    template<typename Work>
    auto held(const QString& subject, const Work& work) const;
    Result<void> accepts(const Choice& choice) const;
    void keep(Edit edit);
    void moved(const Edit& edit);

    QString m_path;
    QLocale m_locale;
    Saver m_saver;
    std::unique_ptr<StoreThread> m_reader {};
    std::unique_ptr<UniverseMaker> m_maker {}; ///< after the reader, which it uses
    QTimer m_watch {};
    qint64 m_dataVersion = 0;

    WorkspaceFrame m_frame {}; ///< with what is not saved yet
    QString m_scenario = baseScenario;
    QString m_model {};
    std::optional<Choice> m_preview {};

    quint64 m_turn = 0;       ///< grows when something else is asked
    Decisions m_builtWith {}; ///< what the universe's formulas were made with
    std::shared_ptr<Universe> m_universe {};
    std::shared_ptr<const Ranking> m_ranking = std::make_shared<const Ranking>();
    std::shared_ptr<const Ranking> m_kept =
        std::make_shared<const Ranking>(); ///< as the file has it for what is asked
    QHash<QString, int> m_before {};

    CardShelf m_shelf {};
    QSet<QString> m_wanted {};                      ///< asked for and not made yet
    QSet<QString> m_making {};                      ///< being made
    QSet<QString> m_again {};                       ///< being made, and changed since
    QSet<QString> m_pending {};                     ///< changed while the universe was being made
    std::shared_ptr<std::atomic<bool>> m_import {}; ///< an import under way; true: it is to stop
    bool m_isRefreshing = false;
    QStringList m_refreshed {};                  ///< came since what is shown was made
    QTimer m_refreshedTimer {};                  ///< gathers them
    std::unique_ptr<RefreshThread> m_refresh {}; ///< before the writer goes, which it uses
    bool m_anew = false;                         ///< everything has changed while the universe was being made
    std::vector<Place> m_touched {};
    QTimer m_frameTimer {}; ///< gathers changes until the window has nothing else to do
    QThreadPool m_pool {};
};

} // namespace plumbline
