#include "core/formats/jsonreader.h"

#include <QCoreApplication>
#include <QStringList>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JsonReader)
};

/// Deep nesting is refused before the parser recurses into it.
bool tooDeep(const QByteArray& bytes)
{
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > 100)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace

Result<Json> parseJson(const QByteArray& bytes, const QString& what)
{
    if (tooDeep(bytes))
        return failure(Error::Kind::BadData, Words::tr("%1 is nested too deeply to be data.").arg(what));
    try {
        return Json::parse(bytes.begin(), bytes.end());
    } catch (const Json::parse_error& error) {
        return tl::unexpected(
            Error {Error::Kind::BadData,
                   Words::tr("%1 is not complete JSON: it breaks off or goes wrong at byte %L2.")
                       .arg(what)
                       .arg(error.byte),
                   QString::fromUtf8(error.what())});
    } catch (const Json::out_of_range& error) {
        return tl::unexpected(Error {Error::Kind::BadData,
                                     Words::tr("%1 holds a number that is too large to be one.").arg(what),
                                     QString::fromUtf8(error.what())});
    }
}

void JsonReader::fail(const char* key, const QString& what) const
{
    if (m_error)
        return;
    const QString path = m_path.isEmpty() ? QString::fromUtf8(key) : m_path + u'.' + QString::fromUtf8(key);
    m_error = Error {Error::Kind::BadData, Words::tr("%1: %2.").arg(path, what)};
}

const Json* JsonReader::find(const char* key) const
{
    return has(key) ? &m_json.at(key) : nullptr;
}

QString JsonReader::text(const char* key) const
{
    if (find(key) == nullptr)
        fail(key, Words::tr("a text is missing"));
    return textOr(key);
}

QString JsonReader::textOr(const char* key, const QString& otherwise) const
{
    const Json* found = find(key);
    if (found == nullptr)
        return otherwise;
    if (!found->is_string()) {
        fail(key, Words::tr("a text was expected"));
        return otherwise;
    }
    return QString::fromStdString(found->get<std::string>());
}

bool JsonReader::flagOr(const char* key, bool otherwise) const
{
    const Json* found = find(key);
    if (found == nullptr)
        return otherwise;
    if (!found->is_boolean())
        fail(key, Words::tr("true or false was expected"));
    return found->is_boolean() ? found->get<bool>() : otherwise;
}

std::optional<double> JsonReader::numberIf(const char* key) const
{
    const Json* found = find(key);
    if (found == nullptr)
        return std::nullopt;
    if (!found->is_number()) {
        fail(key, Words::tr("a number was expected"));
        return std::nullopt;
    }
    return found->get<double>();
}

QStringList JsonReader::texts(const char* key) const
{
    const Json* found = find(key);
    if (found == nullptr)
        return {};
    if (found->is_string())
        return {text(key)};
    QStringList list;
    if (found->is_array())
        for (const Json& one : *found)
            if (one.is_string())
                list.append(QString::fromStdString(one.get<std::string>()));
    if (!found->is_array() || list.size() != static_cast<qsizetype>(found->size()))
        fail(key, Words::tr("a list of texts was expected"));
    return list;
}

std::vector<double> JsonReader::numbers(const char* key) const
{
    const Json* found = find(key);
    std::vector<double> list;
    if (found == nullptr)
        return list;
    if (found->is_array())
        for (const Json& one : *found)
            if (one.is_number())
                list.push_back(one.get<double>());
    if (!found->is_array() || list.size() != found->size())
        fail(key, Words::tr("a list of numbers was expected"));
    return list;
}

std::vector<JsonReader> JsonReader::objects(const char* key) const
{
    std::vector<JsonReader> list;
    const Json* found = find(key);
    if (found == nullptr)
        return list;
    if (!found->is_array()) {
        fail(key, Words::tr("a list was expected"));
        return list;
    }
    const QString prefix = m_path.isEmpty() ? QString::fromUtf8(key) : m_path + u'.' + QString::fromUtf8(key);
    for (std::size_t i = 0; i < found->size(); ++i) {
        if (!found->at(i).is_object())
            fail(key, Words::tr("a list of objects was expected"));
        else
            list.emplace_back(found->at(i), prefix + u'.' + QString::number(i), m_error);
    }
    return list;
}

std::optional<JsonReader> JsonReader::object(const char* key) const
{
    const Json* found = find(key);
    if (found == nullptr)
        return std::nullopt;
    if (!found->is_object()) {
        fail(key, Words::tr("an object was expected"));
        return std::nullopt;
    }
    return JsonReader(
        *found, m_path.isEmpty() ? QString::fromUtf8(key) : m_path + u'.' + QString::fromUtf8(key), m_error);
}

} // namespace plumbline
