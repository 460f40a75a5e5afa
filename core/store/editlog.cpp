#include "core/store/editlog.h"

#include "core/store/decisions.h"
#include "core/store/editrows.h"
#include "core/store/seals.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Edits)
};

const QString& positionKey()
{
    static const QString key = QStringLiteral("undo");
    return key;
}

Result<qint64> position(const QSqlDatabase& database)
{
    return keyed(database, positionKey()).map([](const QString& id) { return id.toLongLong(); });
}

Result<void> setPosition(const QSqlDatabase& database, qint64 id)
{
    return setKeyed(database, positionKey(), QString::number(id));
}

/// The edits for which `condition` holds, by id, with their rows, compared with their checksums.
Result<std::vector<Edit>> edits(const QSqlDatabase& database, const QString& condition,
                                const QVariantList& values)
{
    std::vector<Edit> all;
    std::vector<QByteArray> kept;
    const auto heads = each(
        database,
        QStringLiteral("SELECT id, at, author, title, checksum FROM edit WHERE %1 ORDER BY id")
            .arg(condition),
        values, [&](Statement& row) {
            all.push_back(
                {.id = row.integer(0), .at = row.integer(1), .author = row.text(2), .title = row.text(3)});
            kept.push_back(row.bytes(4));
        });
    if (!heads)
        return tl::unexpected(heads.error());
    auto rows = Statement::prepare(
        database,
        QStringLiteral("SELECT target, key, before, after FROM edit_row WHERE edit = ? ORDER BY step"));
    if (!rows)
        return tl::unexpected(rows.error());
    for (std::size_t i = 0; i < all.size(); ++i) {
        bool whole = true;
        const auto read = rows->each({all[i].id}, [&](Statement& row) {
            const auto change = changeOf({row.text(0), row.text(1), row.text(2), row.text(3)});
            whole = whole && change;
            if (change)
                all[i].changes.push_back(*change);
        });
        if (!read)
            return tl::unexpected(read.error());
        if (!whole || fingerprint(all[i]) != kept[i])
            return tl::unexpected(damaged(database, Words::tr("the edits that can be taken back")));
    }
    return all;
}

Result<Edit> one(const QSqlDatabase& database, const QString& condition, const QVariantList& values,
                 const QString& none)
{
    auto found = edits(database, condition, values);
    if (!found)
        return tl::unexpected(found.error());
    if (found->empty())
        return failure(Error::Kind::NotFound, none);
    return std::move(found->front());
}

/// The row that stands in the place of `row`.
std::optional<Choice> standing(const Decisions& decisions, const Choice& row)
{
    for (const Choice& one : decisions.choices)
        if (samePlace(one, row))
            return one;
    return {};
}

std::optional<Scenario> standing(const Decisions& decisions, const Scenario& row)
{
    for (const Scenario& one : decisions.scenarios)
        if (one.name == row.name)
            return one;
    return {};
}

/// `before` as it stands in the file; what a removed scenario holds goes with it.
void complete(Edit& edit, const Decisions& decisions)
{
    std::vector<OwnChange> along;
    for (OwnChange& change : edit.changes) {
        std::visit(
            [&](auto& rows) {
                if (rows.before || rows.after)
                    rows.before = standing(decisions, rows.before ? *rows.before : *rows.after);
            },
            change);
        const auto* scenario = std::get_if<Change<Scenario>>(&change);
        if (!scenario || scenario->after || !scenario->before)
            continue;
        for (const Choice& choice : decisions.choices)
            if (choice.scenario == scenario->before->name)
                along.emplace_back(Change<Choice> {choice, {}});
    }
    for (const OwnChange& change : along) {
        const Choice& gone = *std::get<Change<Choice>>(change).before;
        const bool listed =
            std::any_of(edit.changes.begin(), edit.changes.end(), [&](const OwnChange& other) {
                const auto* choice = std::get_if<Change<Choice>>(&other);
                return choice && choice->before == gone;
            });
        if (!listed)
            edit.changes.push_back(change);
    }
}

/// Base is what the others lie over: it keeps its name and its place.
Result<void> leavesBase(const Edit& edit)
{
    for (const OwnChange& change : edit.changes)
        if (const auto* scenario = std::get_if<Change<Scenario>>(&change))
            if (scenario->before && scenario->before->name == baseScenario
                && (!scenario->after || scenario->after->name != baseScenario))
                return failure(
                    Error::Kind::Invalid,
                    Words::tr("The scenario %1 can be neither removed nor renamed.").arg(baseScenario));
    return {};
}

Result<qint64> insertHead(const QSqlDatabase& database, const Edit& edit)
{
    return run(database, QStringLiteral("INSERT INTO edit(at, author, title) VALUES(?, ?, ?)"),
               {edit.at, edit.author, edit.title})
        .map([](const Statement& written) { return written.inserted(); });
}

Result<void> insertRows(const QSqlDatabase& database, const Edit& edit)
{
    auto insert = Statement::prepare(
        database,
        QStringLiteral(
            "INSERT INTO edit_row(edit, step, target, key, before, after) VALUES(?, ?, ?, ?, ?, ?)"));
    if (!insert)
        return tl::unexpected(insert.error());
    const auto orNull = [](const QString& text) { return text.isEmpty() ? QVariant() : QVariant(text); };
    int step = 0;
    for (const OwnChange& change : edit.changes) {
        const EditRow row = rowOf(change);
        if (auto written =
                insert->run({edit.id, ++step, row.target, row.key, orNull(row.before), orNull(row.after)});
            !written)
            return written;
    }
    return run(database, QStringLiteral("UPDATE edit SET checksum = ? WHERE id = ?"),
               {fingerprint(edit), edit.id})
        .map([](const Statement&) {});
}

Result<void> written(const QSqlDatabase& database, const Edit& edit, qint64 newPosition)
{
    return writeChanges(database, edit.changes)
        .and_then([&] { return setPosition(database, newPosition); })
        .and_then([&] { return sealDecisions(database); });
}

} // namespace

Result<EditLog> readLog(const QSqlDatabase& database)
{
    const auto at = position(database);
    if (!at)
        return tl::unexpected(at.error());
    auto done = edits(database, QStringLiteral("dropped = 0 AND id <= ?"), {*at});
    if (!done)
        return tl::unexpected(done.error());
    auto undone = edits(database, QStringLiteral("dropped = 0 AND id > ?"), {*at});
    if (!undone)
        return tl::unexpected(undone.error());
    std::reverse(undone->begin(), undone->end());
    return EditLog {std::move(*done), std::move(*undone)};
}

Result<Edit> keepEdit(const QSqlDatabase& database, Edit edit)
{
    const auto decisions = readDecisions(database);
    if (!decisions)
        return tl::unexpected(decisions.error());
    complete(edit, *decisions);
    const auto at = leavesBase(edit).and_then([&] { return position(database); });
    if (!at)
        return tl::unexpected(at.error());
    if (const auto left = run(database, QStringLiteral("UPDATE edit SET dropped = 1 WHERE id > ?"), {*at});
        !left)
        return tl::unexpected(left.error());
    const auto id = insertHead(database, edit);
    if (!id)
        return tl::unexpected(id.error());
    edit.id = *id;
    return insertRows(database, edit).and_then([&] { return written(database, edit, edit.id); }).map([&] {
        return edit;
    });
}

Result<Edit> undoEdit(const QSqlDatabase& database)
{
    const auto at = position(database);
    if (!at)
        return tl::unexpected(at.error());
    auto edit = one(database, QStringLiteral("id = ? AND dropped = 0"), {*at},
                    Words::tr("There is nothing to be taken back."));
    if (!edit)
        return edit;
    auto before =
        run(database, QStringLiteral("SELECT max(id) FROM edit WHERE dropped = 0 AND id < ?"), {*at});
    if (!before)
        return tl::unexpected(before.error());
    if (const auto row = before->next(); !row)
        return tl::unexpected(row.error());
    const auto done = written(database, reversed(*edit), before->integer(0)); // NULL, 0: none is done
    return done ? edit : tl::unexpected(done.error());
}

Result<Edit> redoEdit(const QSqlDatabase& database)
{
    const auto at = position(database);
    if (!at)
        return tl::unexpected(at.error());
    auto edit = one(database, QStringLiteral("id = (SELECT min(id) FROM edit WHERE dropped = 0 AND id > ?)"),
                    {*at}, Words::tr("There is nothing to be done again."));
    if (!edit)
        return edit;
    const auto done = written(database, *edit, edit->id);
    return done ? edit : tl::unexpected(done.error());
}

} // namespace plumbline
