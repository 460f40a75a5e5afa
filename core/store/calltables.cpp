#include "core/store/calltables.h"

#include "core/store/canonical.h"
#include "core/store/versions.h"

namespace plumbline {

namespace {

/// A call in its table: without its sentences, which its hash stands for.
struct CallRow
{
    Call call {};
    QByteArray hash {};
};

const ListTable<CallRow>& callRows()
{
    static const ListTable<CallRow> table {
        QStringLiteral("call"), QStringLiteral("period, day, whole, hash"),
        [](const CallRow& row) {
            return QVariantList {row.call.id, row.call.date, row.call.whole ? 1 : 0, row.hash};
        },
        [](Columns& in) {
            CallRow row {.call = {.id = in.text(), .date = in.text(), .whole = in.flag()}};
            row.hash = in.bytes();
            return row;
        },
        [](const CallRow& a, const CallRow& b) { return a.hash == b.hash; }};
    return table;
}

Result<void> addSentences(const QSqlDatabase& database, qint64 call, const std::vector<Sentence>& sentences)
{
    auto sentence = Statement::prepare(
        database, insertInto(QStringLiteral("sentence"),
                             QStringLiteral("call, number, turn, speaker, role, firm, answers, text")));
    if (!sentence)
        return tl::unexpected(sentence.error());
    auto words = Statement::prepare(
        database, insertInto(QStringLiteral("sentence_words"), QStringLiteral("rowid, text")));
    if (!words)
        return tl::unexpected(words.error());
    for (const Sentence& one : sentences) {
        auto added = sentence
                         ->run({call, one.id, one.turn, one.speaker, one.role, one.firm, one.answers ? 1 : 0,
                                one.text})
                         .and_then([&] {
                             return words->run({sentence->inserted(), one.text});
                         });
        if (!added)
            return added;
    }
    return {};
}

/// The calls that keepList() has just added: those without a sentence yet.
Result<void> fillNewCalls(const QSqlDatabase& database, qint64 company, const std::vector<Call>& calls,
                          const std::vector<Kept<CallRow>>& before)
{
    const auto rows = readKept(database, callRows(), company, {});
    if (!rows)
        return tl::unexpected(rows.error());
    for (const Kept<CallRow>& row : *rows) {
        const auto same = [&](const Kept<CallRow>& old) { return old.id == row.id; };
        if (std::any_of(before.begin(), before.end(), same))
            continue;
        auto filled = addSentences(database, row.id, calls[static_cast<std::size_t>(row.place)].sentences);
        if (!filled)
            return filled;
        const auto superseded = run(
            database,
            QStringLiteral("UPDATE call SET superseded_by = ? WHERE company = ? AND period = ? AND id <> ? "
                           "AND until IS NOT NULL AND superseded_by IS NULL"),
            {row.id, company, row.value.call.id, row.id});
        if (!superseded)
            return tl::unexpected(superseded.error());
    }
    return {};
}

} // namespace

Result<void> keepCalls(const QSqlDatabase& database, qint64 company, const std::vector<Call>& calls,
                       qint64 seen)
{
    const auto before = readKept(database, callRows(), company, {});
    if (!before)
        return tl::unexpected(before.error());
    std::vector<CallRow> rows;
    rows.reserve(calls.size());
    for (const Call& call : calls)
        rows.push_back({call, checksum(canonicalBytes(call))});
    return keepList(database, callRows(), company, rows, seen).and_then([&] {
        return fillNewCalls(database, company, calls, *before);
    });
}

Result<std::vector<Call>> readCalls(const QSqlDatabase& database, qint64 company, std::optional<qint64> asOf)
{
    const auto rows = readKept(database, callRows(), company, asOf);
    if (!rows)
        return tl::unexpected(rows.error());
    auto sentences =
        Statement::prepare(database, QStringLiteral("SELECT number, turn, speaker, role, firm, answers, text "
                                                    "FROM sentence WHERE call = ? ORDER BY id"));
    if (!sentences)
        return tl::unexpected(sentences.error());
    std::vector<Call> calls;
    for (const Kept<CallRow>& row : *rows) {
        calls.push_back(row.value.call);
        const auto read = sentences->each({row.id}, [&](Statement& found) {
            Columns in(found);
            calls.back().sentences.push_back({.id = in.small(),
                                              .turn = in.small(),
                                              .speaker = in.text(),
                                              .role = in.text(),
                                              .firm = in.text(),
                                              .answers = in.flag(),
                                              .text = in.text()});
        });
        if (!read)
            return tl::unexpected(read.error());
    }
    return calls;
}

} // namespace plumbline
