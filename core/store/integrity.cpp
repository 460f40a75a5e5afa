#include "core/store/integrity.h"

#include "core/store/coveragetables.h"
#include "core/store/decisions.h"
#include "core/store/editlog.h"
#include "core/store/seals.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Integrity)
};

constexpr qint64 smallFile = 64LL << 20; ///< its pages are looked at in 0.15 s
constexpr qint64 tinyFile = 8LL << 20;   ///< and so are its values

template<typename T>
Result<T> compared(const QSqlDatabase& database, Seal part, Result<T> read)
{
    if (!read)
        return read;
    if (const auto whole = sealed(database, part, fingerprint(*read)); !whole)
        return tl::unexpected(whole.error());
    return read;
}

/// What SQLite finds: empty where it finds nothing.
QStringList found(const QSqlDatabase& database, const QString& check)
{
    QStringList lines;
    const auto read = each(database, QStringLiteral("PRAGMA ") + check, {}, [&](Statement& row) {
        if (row.text(0) != u"ok")
            lines += row.text(0);
    });
    if (!read)
        lines += read.error().message;
    return lines;
}

/// The sentences for values that are not what was written.
QStringList changedValues(const QSqlDatabase& database)
{
    QStringList lines;
    const auto frame = frameIn(database);
    if (!frame)
        lines += frame.error().message;
    const auto symbols = symbolsOf(database);
    if (!symbols)
        return lines += symbols.error().message;
    for (const QString& symbol : *symbols)
        if (const auto coverage = readCoverage(database, symbol); !coverage)
            lines += coverage.error().message;
    return lines;
}

} // namespace

Result<WorkspaceFrame> frameIn(const QSqlDatabase& database)
{
    WorkspaceFrame frame;
    const auto take = [](auto& place) { return [&place](auto value) { place = std::move(value); }; };
    return keyed(database, QStringLiteral("made"))
        .map(take(frame.made))
        .and_then(
            [&] { return compared(database, Seal::Global, readGlobal(database)).map(take(frame.global)); })
        .and_then([&] {
            return compared(database, Seal::ScoringModels, readScoringModels(database))
                .map(take(frame.scoringModels));
        })
        .and_then([&] { return readDecisions(database).map(take(frame.decisions)); })
        .and_then([&] { return readLog(database).map(take(frame.edits)); })
        .and_then([&] { return symbolsOf(database).map(take(frame.symbols)); })
        .map([&] { return std::move(frame); });
}

QString damagedFile(const QString& path, const QString& found)
{
    return Words::tr("%1 is damaged and not written any more. %2").arg(QFileInfo(path).fileName(), found);
}

QString doubtAbout(const QSqlDatabase& database, const QString& path)
{
    const qint64 size = QFileInfo(path).size();
    if (size > smallFile)
        return {};
    if (const QStringList lines = found(database, QStringLiteral("quick_check(1)")); !lines.isEmpty())
        return damagedFile(path, lines.constFirst());
    if (size > tinyFile)
        return {};
    const QStringList lines = changedValues(database);
    return lines.isEmpty() ? QString() : damagedFile(path, lines.constFirst());
}

QStringList faultsIn(const QSqlDatabase& database)
{
    QStringList lines = found(database, QStringLiteral("integrity_check"));
    const auto orphans = each(database, QStringLiteral("PRAGMA foreign_key_check"), {}, [&](Statement& row) {
        lines += Words::tr("A row of %1 belongs to nothing.").arg(row.text(0));
    });
    if (!orphans)
        lines += orphans.error().message;
    // The index of words is compared by a command that looks like a write; a connection that only reads refuses it.
    const auto index =
        run(database, QStringLiteral("INSERT INTO sentence_words(sentence_words) VALUES('integrity-check')"));
    if (!index && index.error().kind == Error::Kind::BadData)
        lines += Words::tr("The index for searching the calls does not fit their sentences.");
    lines += changedValues(database);
    lines.removeDuplicates();
    return lines;
}

namespace {

/// A company with its lists in an order that does not tell which answer came first.
Coverage inOrder(Coverage coverage)
{
    const auto byName = [](const Fact& a, const Fact& b) { return a.name < b.name; };
    const auto bySection = [](const Failure& a, const Failure& b) { return a.section < b.section; };
    std::stable_sort(coverage.dossier.facts.begin(), coverage.dossier.facts.end(), byName);
    std::stable_sort(coverage.failures.begin(), coverage.failures.end(), bySection);
    return coverage;
}

} // namespace

QString digestOf(const std::vector<Coverage>& companies, const Decisions& decisions)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Coverage& one : companies)
        hash.addData(checksum(canonicalBytes(inOrder(one), Canon::WithoutTimes)));
    hash.addData(fingerprint(decisions));
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace plumbline
