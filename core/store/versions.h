#pragma once

#include "core/store/columns.h"

#include <algorithm>
#include <vector>

namespace plumbline {

/// A list of values that is kept with its history: how one value stands in a table that has company, place, seen and
/// until beside the columns named here.
template<typename T>
struct ListTable
{
    QString name {};
    QString columns {};
    QVariantList (*row)(const T& value) = nullptr;
    T (*value)(Columns& in) = nullptr;
    bool (*same)(const T& kept, const T& seen) = nullptr; ///< whether a value that is seen again is no news
};

/// A value as it stands in its table.
template<typename T>
struct Kept
{
    qint64 id = 0;
    qint64 place = 0;
    T value {};
};

/// The rows of `table` that count at `asOf`, or today, for a company, or for everybody where `company` is NULL.
QString rowsAsOf(const QString& columns, const QString& table, std::optional<qint64> asOf);
/// The values for the `?` of such a query.
QVariantList boundAsOf(const QVariant& company, std::optional<qint64> asOf);

template<typename T>
Result<std::vector<Kept<T>>> readKept(const QSqlDatabase& database, const ListTable<T>& table,
                                      const QVariant& company, std::optional<qint64> asOf)
{
    std::vector<Kept<T>> kept;
    const QString query = rowsAsOf(QStringLiteral("id, place, ") + table.columns, table.name, asOf);
    const auto read = each(database, query, boundAsOf(company, asOf), [&](Statement& row) {
        Columns in(row);
        kept.push_back({.id = in.integer(), .place = in.integer(), .value = table.value(in)});
    });
    if (!read)
        return tl::unexpected(read.error());
    return kept;
}

template<typename T>
Result<std::vector<T>> readList(const QSqlDatabase& database, const ListTable<T>& table,
                                const QVariant& company, std::optional<qint64> asOf)
{
    auto kept = readKept(database, table, company, asOf);
    if (!kept)
        return tl::unexpected(kept.error());
    std::vector<T> values;
    values.reserve(kept->size());
    for (Kept<T>& one : *kept)
        values.push_back(std::move(one.value));
    return values;
}

/// Keeps a list: what is no news stays as it is and takes its new place, what is new is added, what is no longer seen
/// ends. `renew(kept, value)` is called for what is no news.
template<typename T, typename Renew>
Result<void> keepList(const QSqlDatabase& database, const ListTable<T>& table, const QVariant& company,
                      const std::vector<T>& values, qint64 seen, const Renew& renew)
{
    auto kept = readKept(database, table, company, {});
    if (!kept)
        return tl::unexpected(kept.error());
    std::vector<bool> found(kept->size());
    const auto find = [&](const T& value, std::size_t place) -> Kept<T>* {
        for (std::size_t step = 0; step < kept->size(); ++step) { // mostly it stands where it stood
            const std::size_t i = (place + step) % kept->size();
            if (!found[i] && table.same((*kept)[i].value, value)) {
                found[i] = true;
                return &(*kept)[i];
            }
        }
        return nullptr;
    };

    const QString inserting =
        insertInto(table.name, QStringLiteral("company, place, seen, ") + table.columns);
    auto insert = Statement::prepare(database, inserting);
    if (!insert)
        return tl::unexpected(insert.error());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto place = static_cast<qint64>(i);
        Result<void> done;
        if (const Kept<T>* same = find(values[i], i)) {
            if (same->place != place)
                done = run(database, QStringLiteral("UPDATE %1 SET place = ? WHERE id = ?").arg(table.name),
                           {place, same->id})
                           .map([](const Statement&) {});
            if (done)
                done = renew(*same, values[i]);
        } else {
            done = insert->run(QVariantList {company, place, seen} + table.row(values[i]));
        }
        if (!done)
            return done;
    }
    for (std::size_t i = 0; i < kept->size(); ++i)
        if (!found[i])
            if (const auto ended =
                    run(database, QStringLiteral("UPDATE %1 SET until = ? WHERE id = ?").arg(table.name),
                        {seen, (*kept)[i].id});
                !ended)
                return tl::unexpected(ended.error());
    return {};
}

template<typename T>
Result<void> keepList(const QSqlDatabase& database, const ListTable<T>& table, const QVariant& company,
                      const std::vector<T>& values, qint64 seen)
{
    return keepList(database, table, company, values, seen,
                    [](const Kept<T>&, const T&) { return Result<void>(); });
}

} // namespace plumbline
