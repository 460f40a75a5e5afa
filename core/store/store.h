#pragma once

#include "core/formats/workspace.h"
#include "core/store/edit.h"
#include "core/store/refreshrecord.h"
#include "core/transcript/search.h"

#include <functional>
#include <memory>

namespace plumbline {

/// What a workspace holds beside its companies, and the companies' names: enough to open a window with.
struct WorkspaceFrame
{
    QString made {}; ///< ISO time, UTC
    std::vector<Assumption> global {};
    std::vector<ScoringModel> scoringModels {};
    Decisions decisions {};
    EditLog edits {};
    QStringList symbols {};
};

/// What a company is called.
struct CompanyName
{
    QString symbol {};
    QString name {};
};

/// A company's row in the last ranking that was kept: what is painted before anything is computed.
struct KeptScore
{
    QString symbol {};
    QString name {};
    bool fictional = false;
    int rank = 0;
    std::vector<double> figures {}; ///< as desk/keptscores orders them; NaN: unknown
    QStringList flags {};
    QString oldestInput {};
};

/// A fact as it was known for a time.
struct PastFact
{
    Fact fact {};
    qint64 seen = 0;                ///< milliseconds since 1970
    std::optional<qint64> until {}; ///< none: it counts today
};

/// A company that cannot be read: its name and the reason, and nothing that could be taken for a figure.
Coverage unreadable(const QString& symbol, const Error& error);

/// A workspace file: an SQLite database. One object is one connection and belongs to the thread that opened it.
/// Whoever holds FILE.lock may write; everybody else reads and follows. Errors are sentences for the user; a write
/// happens wholly or not at all.
class Store
{
public:
    enum class Access { Write, Read };

    /// Opens a workspace. With Write: takes the lock, else opens for reading and says why in readOnlyReason(): who holds
    /// it, a folder that cannot be written, a damaged file. Migrates an older file after copying it; refuses a newer one,
    /// one that is no workspace, and one that cannot be read at all.
    static Result<std::unique_ptr<Store>> open(const QString& path, Access access);

    /// Makes a new workspace, wholly or not at all; refuses to replace a file that is no workspace or is in use.
    static Result<void> create(const QString& path, const WorkspaceData& data);

    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

    QString path() const;
    /// False also from the moment on at which the file turns out to be damaged.
    bool canWrite() const;
    /// Why it cannot be written, as a sentence; empty where it can be, or was opened to be read.
    QString readOnlyReason() const;
    /// Looks again where another program held the lock: opens the file for writing if that program has gone, else brings
    /// readOnlyReason() up to date. Whether it can be written now. What the other one wrote last is to be read again.
    bool takeOver();
    /// What was done on opening that the user should know: that an older file was copied and brought up to date.
    QStringList notices() const;

    Result<WorkspaceFrame> frame() const;
    /// What every company is called; nothing else of them is read.
    Result<std::vector<CompanyName>> names() const;
    /// Everything known and proposed about one company; BadData where its rows are not those that were written.
    Result<Coverage> coverage(const QString& symbol) const;
    /// All of it; for commands and small workspaces. A company that cannot be read is there with the reason as its
    /// failure, and nothing else.
    Result<WorkspaceData> everything() const;

    /// Keeps a company: what differs from what is known is added with the time it was seen; nothing is removed.
    Result<void> keep(const Coverage& coverage, qint64 seen);
    /// Several companies, choices and scenarios in one transaction: an import. Choices and scenarios that differ from
    /// those that stand become one edit, which can be taken back.
    Result<void> keepAll(const std::vector<Coverage>& companies, const Decisions& decisions, qint64 seen);

    /// All that ever stood under the name of a fact, the oldest first; nothing where the company is not known.
    Result<std::vector<PastFact>> factHistory(const QString& symbol, const QString& name) const;
    /// What decides what a refresh asks about these companies.
    Result<std::vector<RefreshKnown>> refreshKnown(const QStringList& symbols) const;
    /// Keeps what a refresh brought for a company (nothing where that is kept already) with what was asked, and ends its
    /// job, with a reason as failed: all of it or nothing.
    Result<void> keepRefreshed(const QString& symbol, const std::optional<Coverage>& coverage,
                               const std::vector<AskedRecord>& asked, const QString& reason, qint64 seen);
    /// Ends a company's job without data; with a reason it stays in the queue as failed.
    Result<void> endRefresh(const QString& symbol, const QString& reason, qint64 at);
    /// Queues companies for a refresh, or takes all that wait out of the queue. The queue outlives the program.
    Result<void> queueRefresh(const QStringList& symbols, qint64 at);
    Result<void> dropRefresh();
    Result<std::vector<RefreshJob>> refreshJobs() const;

    /// Keeps an edit: its rows and the log in one transaction; what was undone before is dropped from the log, but kept
    /// as audit. Returns it with its id, and with the rows that really stood there as `before`.
    Result<Edit> commit(Edit edit);
    /// Takes the newest edit back, or does the one undone last again; NotFound where there is none. Returns the edit as it
    /// was done: what is held in memory follows with apply(decisions, reversed(edit)), or apply(decisions, edit).
    Result<Edit> undo();
    Result<Edit> redo();

    /// The ranking that was kept last; what it rests on may have changed since.
    Result<std::vector<KeptScore>> scores(const QString& scenario, const QString& scoringModel) const;
    /// The same where nothing that it rests on has changed since, and every company is in it; else none.
    Result<std::vector<KeptScore>> currentScores(const QString& scenario, const QString& scoringModel) const;
    /// Keeps the ranking of what the file holds now.
    Result<void> keepScores(const QString& scenario, const QString& scoringModel,
                            const std::vector<KeptScore>& scores, qint64 at);

    /// The sentences of all calls that count, best first, at most `most` of those that `fits` (empty: all do).
    Result<std::vector<Found>> search(const SearchQuery& query, const std::function<bool(const Found&)>& fits,
                                      std::size_t most) const;

    /// A number that differs after somebody else, another Store or another process, has written.
    qint64 dataVersion() const;

    /// Integrity of the file: nothing, or sentences of what is wrong.
    QStringList faults() const;
    /// SHA-256, in hexadecimal, over facts, calls, sentences and choices in a fixed order, without times and row ids.
    Result<QString> digest() const;

    /// Copies what can be read of a damaged file into a new one; says what was saved and what was lost.
    static Result<QStringList> salvage(const QString& damaged, const QString& target);

private:
    struct State;
    explicit Store(std::unique_ptr<State> state);

    template<typename Work>
    auto writing(const Work& work);
    template<typename Work>
    auto reading(const Work& work) const;
    void doubt(const Error& error) const;

    std::unique_ptr<State> m_state;
};

} // namespace plumbline
