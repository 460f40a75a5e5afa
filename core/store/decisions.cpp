#include "core/store/decisions.h"

#include "core/store/seals.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Decisions)
};

Result<void> readScenarios(const QSqlDatabase& database, std::vector<Scenario>& scenarios)
{
    return each(database, QStringLiteral("SELECT name, note FROM scenario ORDER BY id"), {},
                [&](Statement& row) {
                    scenarios.push_back({row.text(0), row.text(1)});
                });
}

Result<void> readChoices(const QSqlDatabase& database, std::vector<Choice>& choices)
{
    return each(
        database,
        QStringLiteral("SELECT s.name, c.subject, c.field, c.value, c.low, c.high, c.based_on, c.note FROM "
                       "choice c JOIN scenario s ON s.id = c.scenario ORDER BY c.scenario, c.subject, "
                       "c.field"),
        {}, [&](Statement& row) {
            choices.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                               row.text(6), row.text(7)});
        });
}

Result<Decisions> rows(const QSqlDatabase& database)
{
    Decisions all;
    return readScenarios(database, all.scenarios)
        .and_then([&] { return readChoices(database, all.choices); })
        .map([&] { return std::move(all); });
}

Result<void> writeScenario(const QSqlDatabase& database, const Scenario& one)
{
    return run(database,
               QStringLiteral("INSERT INTO scenario(name, note) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET "
                              "note = excluded.note"),
               {one.name, one.note})
        .map([](const Statement&) {});
}

Result<void> writeChoice(const QSqlDatabase& database, const Choice& one)
{
    const auto written = run(
        database,
        QStringLiteral("INSERT OR REPLACE INTO choice(scenario, subject, field, value, low, high, based_on, "
                       "note) SELECT id, ?, ?, ?, ?, ?, ?, ? FROM scenario WHERE name = ?"),
        {one.subject, one.field, one.value, one.low, one.high, one.basedOn, one.note, one.scenario});
    if (!written)
        return tl::unexpected(written.error());
    if (written->changed() == 0)
        return failure(Error::Kind::NotFound, Words::tr("There is no scenario %1.").arg(one.scenario));
    return {};
}

Result<void> removeChoice(const QSqlDatabase& database, const Choice& one)
{
    return run(database,
               QStringLiteral(
                   "DELETE FROM choice WHERE subject = ? AND field = ? AND scenario = (SELECT id FROM "
                   "scenario WHERE name = ?)"),
               {one.subject, one.field, one.scenario})
        .map([](const Statement&) {});
}

/// A scenario that has gone takes the rankings with it that were kept for it: they can be made again.
Result<void> removeScenario(const QSqlDatabase& database, const QString& name)
{
    for (const QString& sql :
         {QStringLiteral("DELETE FROM score WHERE scenario = (SELECT id FROM scenario WHERE name = ?)"),
          QStringLiteral("DELETE FROM scenario WHERE name = ?")})
        if (const auto gone = run(database, sql, {name}); !gone)
            return tl::unexpected(gone.error());
    return {};
}

Result<void> changeScenario(const QSqlDatabase& database, const Change<Scenario>& change)
{
    if (!change.after)
        return change.before ? removeScenario(database, change.before->name) : Result<void> {};
    if (!change.before || change.before->name == change.after->name)
        return writeScenario(database, *change.after);
    return run(database, QStringLiteral("UPDATE scenario SET name = ?, note = ? WHERE name = ?"),
               {change.after->name, change.after->note, change.before->name})
        .map([](const Statement&) {});
}

} // namespace

Result<Decisions> readDecisions(const QSqlDatabase& database)
{
    auto all = rows(database);
    if (!all)
        return all;
    if (const auto whole = sealed(database, Seal::Decisions, fingerprint(*all)); !whole)
        return tl::unexpected(whole.error());
    return all;
}

Decisions decisionsAsTheyStand(const QSqlDatabase& database)
{
    Decisions all;
    static_cast<void>(readScenarios(database, all.scenarios));
    static_cast<void>(readChoices(database, all.choices));
    return all;
}

Result<void> writeDecisions(const QSqlDatabase& database, const Decisions& decisions)
{
    for (const Scenario& one : decisions.scenarios)
        if (auto written = writeScenario(database, one); !written)
            return written;
    for (const Choice& one : decisions.choices)
        if (auto written = writeChoice(database, one); !written)
            return written;
    return {};
}

Result<void> writeChanges(const QSqlDatabase& database, const std::vector<OwnChange>& changes)
{
    Result<void> done = runScript(database, "PRAGMA defer_foreign_keys=ON");
    // Choices leave while their scenario still has its old name, and come when it has its new one.
    for (const OwnChange& change : changes)
        if (const auto* choice = std::get_if<Change<Choice>>(&change); done && choice && choice->before)
            done = removeChoice(database, *choice->before);
    for (const OwnChange& change : changes)
        if (const auto* scenario = std::get_if<Change<Scenario>>(&change); done && scenario)
            done = changeScenario(database, *scenario);
    for (const OwnChange& change : changes)
        if (const auto* choice = std::get_if<Change<Choice>>(&change); done && choice && choice->after)
            done = writeChoice(database, *choice->after);
    return done;
}

Result<void> sealDecisions(const QSqlDatabase& database)
{
    const auto all = rows(database);
    return all ? seal(database, Seal::Decisions, fingerprint(*all)) : tl::unexpected(all.error());
}

} // namespace plumbline
