#include "core/formats/cardwriter.h"

#include <QCoreApplication>
#include <QHash>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Nulls)
};

/// Why a field that is no figure is empty, by its key.
QString reasonFor(const QString& key)
{
    static const QHash<QString, QString> reasons {
        {QStringLiteral("override"), Words::tr("nobody has overridden the proposal")},
        {QStringLiteral("proposed"), Words::tr("nobody has proposed a value")},
        {QStringLiteral("soft_reason"), Words::tr("the claim is hard")},
        {QStringLiteral("overlap_group"), Words::tr("the claim measures money of no group")},
        {QStringLiteral("revenue_formula"), Words::tr("no effect on revenue is computed")},
        {QStringLiteral("income_formula"), Words::tr("no effect on income is computed")},
        {QStringLiteral("sentence_id"), Words::tr("no sentence of a call at hand says it")},
        {QStringLiteral("fetched"), Words::tr("it was not fetched: it came with the workspace")},
        {QStringLiteral("as_of"), Words::tr("the source gives no day")},
        {QStringLiteral("period"), Words::tr("no period was given")},
        {QStringLiteral("holds"), Words::tr("it could not be checked; the detail says why")},
        {QStringLiteral("note"), Words::tr("there is no note")},
        {QStringLiteral("based_on"), Words::tr("it was made against no proposal")},
        {QStringLiteral("at"), Words::tr("the time was not kept")},
    };
    return reasons.value(key, Words::tr("it was not given"));
}

QString memberPath(const QString& list, const Json& member, std::size_t index)
{
    const bool named = list == u"claims" || list == u"assumptions";
    const QString singular = list == u"claims"      ? QStringLiteral("claim")
                           : list == u"assumptions" ? QStringLiteral("assumption")
                                                    : list;
    const char* key = list == u"claims" ? "id" : "name";
    if (named && member.is_object() && member.contains(key) && member.at(key).is_string())
        return singular + u'.' + QString::fromStdString(member.at(key).get<std::string>());
    return singular + u'.' + QString::number(index);
}

} // namespace

void sayNulls(const Json& json, const QString& path, Json& unknown)
{
    if (json.is_null() && !unknown.contains(path.toStdString())) {
        unknown[path.toStdString()] = toJson(reasonFor(path.section(u'.', -1)));
    } else if (json.is_object()) {
        for (const auto& [key, inner] : json.items())
            sayNulls(inner,
                     path.isEmpty() ? QString::fromStdString(key) : path + u'.' + QString::fromStdString(key),
                     unknown);
    } else if (json.is_array()) {
        for (std::size_t i = 0; i < json.size(); ++i)
            sayNulls(json[i], memberPath(path, json[i], i), unknown);
    }
}

} // namespace plumbline
