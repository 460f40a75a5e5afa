#include "core/store/coveragetables.h"
#include "core/store/decisions.h"
#include "core/store/editlog.h"
#include "core/store/integrity.h"
#include "core/store/schema.h"
#include "core/store/scoretables.h"
#include "core/store/seals.h"
#include "core/store/searchtables.h"
#include "core/store/storestate.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

Result<std::vector<Coverage>> companiesIn(const QSqlDatabase& database)
{
    const auto symbols = symbolsOf(database);
    if (!symbols)
        return tl::unexpected(symbols.error());
    std::vector<Coverage> companies;
    for (const QString& symbol : *symbols) {
        auto coverage = readCoverage(database, symbol);
        if (!coverage)
            return tl::unexpected(coverage.error());
        companies.push_back(std::move(*coverage));
    }
    return companies;
}

/// The scenarios and choices that differ from those that stand, as one deed.
Edit importOf(const Decisions& wanted, const Decisions& standing, qint64 at)
{
    Edit edit {
        .at = at, .author = QStringLiteral("import"), .title = Words::tr("Import of scenarios and choices")};
    const auto differing = [&edit](const auto& rows, const auto& known) {
        using Row = typename std::decay_t<decltype(rows)>::value_type;
        for (const Row& row : rows)
            if (std::find(known.begin(), known.end(), row) == known.end())
                edit.changes.push_back(Change<Row> {{}, row});
    };
    differing(wanted.scenarios, standing.scenarios);
    differing(wanted.choices, standing.choices);
    return edit;
}

} // namespace

QString openedForReading(const QString& path)
{
    return Words::tr("%1 was opened for reading only.").arg(path);
}

Coverage unreadable(const QString& symbol, const Error& error)
{
    return {.dossier = {.symbol = symbol, .name = symbol},
            .failures = {{QStringLiteral("company"), QStringLiteral("damaged"), error.message, {}}}};
}

/// Rows that are not what was written: from here on the file is only read.
void Store::doubt(const Error& error) const
{
    if (error.kind != Error::Kind::BadData || !m_state->writable)
        return;
    m_state->writable = false;
    m_state->readOnlyReason = damagedFile(m_state->path, error.message);
}

Store::Store(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString& path, Access access)
{
    auto state = std::make_unique<State>();
    state->path = realPath(path);
    if (const auto workspace = isWorkspace(path); !workspace)
        return tl::unexpected(workspace.error());
    if (access == Access::Write) {
        auto lock = WorkspaceLock::take(state->path);
        if (lock && !mayBeWritten(state->path))
            state->readOnlyReason = Words::tr("%1 may not be written to.").arg(QFileInfo(path).fileName());
        else if (lock)
            state->lock = std::move(*lock);
        else {
            state->readOnlyReason = lock.error().message;
            state->isHeldElsewhere = lock.error().kind == Error::Kind::Busy;
        }
    }
    // Looked at first through a connection that cannot write: what is in doubt is not touched.
    auto connection = Connection::open(state->path, Connection::Access::Read);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto version = pragma((*connection)->database(), QStringLiteral("user_version"));
    if (!version)
        return tl::unexpected(version.error());
    if (*version > newestVersion(schemaSteps()))
        return tl::unexpected(newerFile(path));
    if (state->lock)
        state->readOnlyReason = doubtAbout((*connection)->database(), state->path);
    if (state->lock && state->readOnlyReason.isEmpty()) {
        connection->reset(); // gone before the one that writes comes
        connection = Connection::open(state->path, Connection::Access::Write);
        if (!connection)
            return tl::unexpected(connection.error());
        auto notices = migrate((*connection)->database(), schemaSteps(), state->path);
        if (!notices)
            return tl::unexpected(notices.error());
        state->notices = *notices;
        state->writable = true;
        removeHalfMade(state->path);
    } else if (*version < newestVersion(schemaSteps())) {
        return failure(Error::Kind::NotAvailable,
                       Words::tr("%1 was made by an older Plumbline and must be opened for writing once. %2")
                           .arg(path, state->readOnlyReason)
                           .trimmed());
    }
    if (!state->writable)
        state->lock.reset(); // who only reads holds nobody up
    state->connection = std::move(*connection);
    return std::unique_ptr<Store>(new Store(std::move(state)));
}

QString Store::path() const
{
    return m_state->path;
}

bool Store::canWrite() const
{
    return m_state->writable;
}

QString Store::readOnlyReason() const
{
    return m_state->readOnlyReason;
}

bool Store::takeOver()
{
    if (!m_state->isHeldElsewhere)
        return canWrite();
    if (auto lock = WorkspaceLock::take(m_state->path); !lock) {
        m_state->readOnlyReason = lock.error().message;
        return false;
    }
    if (auto again = open(m_state->path, Access::Write))
        m_state = std::move((*again)->m_state);
    return canWrite();
}

QStringList Store::notices() const
{
    return m_state->notices;
}

Result<WorkspaceFrame> Store::frame() const
{
    return reading([](const QSqlDatabase& database) { return frameIn(database); });
}

Result<std::vector<CompanyName>> Store::names() const
{
    return reading([](const QSqlDatabase& database) { return companyNamesOf(database); });
}

Result<Coverage> Store::coverage(const QString& symbol) const
{
    return reading([&](const QSqlDatabase& database) { return readCoverage(database, symbol); });
}

Result<WorkspaceData> Store::everything() const
{
    return reading([this](const QSqlDatabase& database) -> Result<WorkspaceData> {
        auto frame = frameIn(database);
        if (!frame)
            return tl::unexpected(frame.error());
        WorkspaceData data {.made = frame->made,
                            .global = std::move(frame->global),
                            .scoringModels = std::move(frame->scoringModels),
                            .decisions = std::move(frame->decisions)};
        for (const QString& symbol : std::as_const(frame->symbols)) {
            auto coverage = readCoverage(database, symbol);
            if (!coverage)
                doubt(coverage.error());
            data.companies.push_back(coverage ? std::move(*coverage) : unreadable(symbol, coverage.error()));
        }
        return data;
    });
}

Result<void> Store::keep(const Coverage& coverage, qint64 seen)
{
    return writing([&](const QSqlDatabase& database) { return writeCoverage(database, coverage, seen); });
}

Result<void> Store::keepAll(const std::vector<Coverage>& companies, const Decisions& decisions, qint64 seen)
{
    return writing([&](const QSqlDatabase& database) -> Result<void> {
        for (const Coverage& one : companies)
            if (auto kept = writeCoverage(database, one, seen); !kept)
                return kept;
        const auto standing = readDecisions(database);
        if (!standing)
            return tl::unexpected(standing.error());
        const Edit edit = importOf(decisions, *standing, seen);
        return edit.changes.empty() ? Result<void> {} : keepEdit(database, edit).map([](const Edit&) {});
    });
}

Result<Edit> Store::commit(Edit edit)
{
    return writing([&](const QSqlDatabase& database) { return keepEdit(database, std::move(edit)); });
}

Result<Edit> Store::undo()
{
    return writing([](const QSqlDatabase& database) { return undoEdit(database); });
}

Result<Edit> Store::redo()
{
    return writing([](const QSqlDatabase& database) { return redoEdit(database); });
}

Result<std::vector<KeptScore>> Store::scores(const QString& scenario, const QString& scoringModel) const
{
    return reading(
        [&](const QSqlDatabase& database) { return readScores(database, scenario, scoringModel); });
}

Result<std::vector<Found>>
Store::search(const SearchQuery& query, const std::function<bool(const Found&)>& fits, std::size_t most) const
{
    return reading([&](const QSqlDatabase& database) { return readFound(database, query, fits, most); });
}

Result<std::vector<KeptScore>> Store::currentScores(const QString& scenario,
                                                    const QString& scoringModel) const
{
    return reading(
        [&](const QSqlDatabase& database) { return readCurrentScores(database, scenario, scoringModel); });
}

Result<void> Store::keepScores(const QString& scenario, const QString& scoringModel,
                               const std::vector<KeptScore>& scores, qint64 at)
{
    return writing([&](const QSqlDatabase& database) {
        return writeScores(database, scenario, scoringModel, scores, at);
    });
}

qint64 Store::dataVersion() const
{
    return pragma(m_state->connection->database(), QStringLiteral("data_version")).value_or(-1);
}

QStringList Store::faults() const
{
    return faultsIn(m_state->connection->database());
}

Result<QString> Store::digest() const
{
    return reading([](const QSqlDatabase& database) -> Result<QString> {
        auto decisions = readDecisions(database);
        if (!decisions)
            return tl::unexpected(decisions.error());
        return companiesIn(database).map(
            [&](const std::vector<Coverage>& companies) { return digestOf(companies, *decisions); });
    });
}

} // namespace plumbline
