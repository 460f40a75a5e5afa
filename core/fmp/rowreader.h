#pragma once

#include "core/values/result.h"

#include <QDate>
#include <QDateTime>

#include <nlohmann/json.hpp>

#include <optional>

namespace plumbline::fmp {

using Json = nlohmann::ordered_json;

/// Parses an answer; `what` names it in the error.
Result<Json> parseAnswer(const QByteArray& bytes, const QString& what);

/// Reads one row of an answer, field by field; the first field of a wrong type is kept as the error.
class RowReader
{
public:
    RowReader(const Json& row, QString place, std::optional<Error>& error)
        : m_row(row)
        , m_place(std::move(place))
        , m_error(error)
    {}

    void take(const char* key, QString& to) const;
    void take(const char* key, std::optional<double>& to) const;
    void take(const char* key, std::optional<bool>& to) const;
    void take(const char* key, std::optional<int>& to) const; ///< a year or a quarter: 2025, "2025" or "Q3"
    void take(const char* key, QDate& to) const;              ///< a day, or the day of a moment
    void takeNewYork(const char* key, QDateTime& to) const;   ///< a wall clock of New York
    void takeCount(const char* key, std::optional<double>& to) const; ///< a number, or a text that is one

    const Json* find(const char* key) const; ///< missing or null: none
    void fail(const char* key, const QString& expected) const;

private:
    const Json& m_row;
    QString m_place;
    std::optional<Error>& m_error;
};

} // namespace plumbline::fmp
