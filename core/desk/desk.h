#pragma once

#include "core/desk/callfiles.h"
#include "core/desk/fmpaccess.h"
#include "core/desk/refresh.h"
#include "core/desk/refreshprogress.h"
#include "core/desk/universe.h"
#include "core/store/edit.h"

#include <QLocale>
#include <QObject>
#include <QStringList>

#include <memory>

namespace plumbline {

/// Whether what is shown is also on the disk.
struct Saving
{
    enum class State : std::uint8_t { Saved, Pending, NotSaved, ReadOnly } state = State::Saved;
    QString reason {}; ///< of NotSaved and ReadOnly, for the status bar
};

/// Keeps what is shown true while facts and assumptions change. It lives in the window's thread and blocks it never: the
/// workspace is read and written on threads of its own; thousands of companies are recomputed in columns.
class Desk : public QObject
{
    Q_OBJECT

public:
    explicit Desk(QLocale locale, QObject* parent = nullptr);
    ~Desk() override;
    Q_DISABLE_COPY_MOVE(Desk)

    /// Opens a workspace: opened() or failed() follows, then rankingChanged() at once from what was kept, and again when
    /// all cards have been made.
    void open(const QString& path);
    QString path() const;
    /// When the workspace was made, as an ISO time in UTC; empty where none is open.
    QString made() const;
    /// Tries to save what is pending and waits for the disk; how many changes could not be saved: saving() says why.
    std::size_t save();
    /// Saves what is pending and closes; waits for the disk, and gives up what it refuses. At quit.
    void close();

    Saving saving() const;
    bool isComplete() const; ///< false while cards are still being made
    std::size_t cardsMade() const;
    std::size_t companies() const;

    QStringList scoringModels() const;
    QString scoringModel() const;
    void setScoringModel(const QString& id);
    std::vector<Scenario> scenarios() const;
    QString scenario() const;
    void setScenario(const QString& name);

    std::shared_ptr<const Ranking> ranking() const;
    /// Its rank with base and the scoring model asked for at first, as it was without a preview; 0 where unknown.
    int rankBefore(const QString& symbol) const;
    /// The card of a company for what is asked now: cardReady() follows, at once where it is at hand. The companies asked
    /// for last are kept (16) and stay true.
    void askForCard(const QString& symbol);
    std::shared_ptr<const Card> card(const QString& symbol) const; ///< null: not at hand

    /// Shows a value in the scenario in force without writing it; many a second are gathered into one recomputation.
    void preview(const QString& subject, const QString& field, const QString& value);
    /// Takes the preview back.
    void cancelPreview();
    /// Keeps a value as the analyst's override, under a title for undo. `low`, `high` and `note` stay as they were.
    void commit(const QString& subject, const QString& field, const QString& value, const QString& title);
    /// Goes back to what is proposed.
    void reset(const QString& subject, const QString& field, const QString& title);
    void addScenario(const QString& name, const QString& note);
    void removeScenario(const QString& name);

    /// What the built-in reader reads calls with; before the first import.
    void setRules(ReadingRules rules);
    const ReadingRules& rules() const;
    /// Reads transcripts and brings them into the workspace: importProgressed() for each, callsImported() at the end. One
    /// import at a time; what was asked meanwhile is refused.
    void importCalls(std::vector<CallSource> sources, const CallGiven& given);
    /// Stops reading; nothing of the import is kept.
    void cancelImport();
    bool isImporting() const;

    /// How FMP is reached; before the first refresh.
    void setAccess(FindAccess access);
    /// Brings what FMP has of these companies into the workspace, in this order, behind the window's back: what has aged,
    /// or with `again` everything. companyRefreshed() for each, refreshEnded() at the end. One refresh at a time.
    void refresh(const QStringList& symbols, bool again = false);
    void pauseRefresh();
    void resumeRefresh();
    /// Ends it at once; what came stays.
    void cancelRefresh();
    /// What is on screen comes next.
    void preferInRefresh(const QStringList& symbols);
    bool isRefreshing() const;

    QString undoTitle() const; ///< empty: nothing to undo
    QString redoTitle() const;
    void undo();
    void redo();
    const EditLog& edits() const;

    /// Why a figure of the ranking is not known; empty where its card is not at hand.
    QString reason(const QString& symbol, RankedFigure figure) const;

signals:
    void opened();
    void failed(const plumbline::Error& error);
    void progressed(std::size_t made, std::size_t companies);
    void rankingChanged();
    void cardReady(const QString& symbol);
    void scenariosChanged();
    void undoChanged();
    void savingChanged();
    /// An edit that cannot be made: a scenario of that name is there already, a formula that cannot be read.
    void refused(const QString& sentence);
    void importProgressed(int read, int of);
    void callsImported(const plumbline::CallsImported& imported);
    void refreshProgressed(const plumbline::RefreshProgress& progress);
    void companyRefreshed(const plumbline::CompanyRefreshed& company);
    /// `why`: it could not go on; empty where all is through, or it was called off.
    void refreshEnded(const QString& why);
    /// A refresh before this one left these: cut off, or failed.
    void refreshLeft(const std::vector<plumbline::RefreshJob>& jobs);
    /// Something has changed that the user should hear of.
    void noticed(const QString& sentence);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace plumbline
