#pragma once

#include "core/values/result.h"

#include <QString>

#include <nlohmann/json.hpp>

#include <optional>
#include <vector>

namespace plumbline {

using Json = nlohmann::ordered_json;

/// Reads one JSON object field by field. The first thing that is missing or of the wrong type is kept as the error, named
/// by its path ("claims.3.kind"); reading goes on with empty values, so a reader checks once at its end.
class JsonReader
{
public:
    JsonReader(const Json& json, QString path, std::optional<Error>& error)
        : m_json(json)
        , m_path(std::move(path))
        , m_error(error)
    {}

    QString path() const { return m_path; }
    bool has(const char* key) const
    {
        return m_json.is_object() && m_json.contains(key) && !m_json.at(key).is_null();
    }

    QString text(const char* key) const; ///< required
    QString textOr(const char* key, const QString& otherwise = {}) const;
    bool flagOr(const char* key, bool otherwise) const;
    std::optional<double> numberIf(const char* key) const;
    QStringList texts(const char* key) const; ///< a text, or a list of texts; missing: none
    std::vector<double> numbers(const char* key) const;
    std::vector<JsonReader> objects(const char* key) const; ///< missing: none
    std::optional<JsonReader> object(const char* key) const;

    /// Keeps an error about one field.
    void fail(const char* key, const QString& what) const;

private:
    const Json* find(const char* key) const;

    const Json& m_json;
    QString m_path;
    std::optional<Error>& m_error;
};

/// Parses bytes as JSON; the error says what was found where.
Result<Json> parseJson(const QByteArray& bytes, const QString& what);

/// A string as UTF-8 for JSON.
inline std::string utf8(const QString& text)
{
    return text.toStdString();
}

} // namespace plumbline
