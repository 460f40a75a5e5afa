#include "core/formats/workspace.h"

#include "core/formats/jsonreader.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceFile)
};

Result<Documents> documentsIn(const Json& json)
{
    const auto found = json.find("documents");
    if (found == json.end() || !found->is_object())
        return failure(Error::Kind::BadData, Words::tr("This workspace holds no documents."));
    Documents documents;
    for (const auto& [name, text] : found->items()) {
        if (!text.is_string())
            return failure(
                Error::Kind::BadData,
                Words::tr("Document %1 of the workspace is not text.").arg(QString::fromStdString(name)));
        documents.insert(QString::fromStdString(name), QByteArray::fromStdString(text.get<std::string>()));
    }
    return documents;
}

QStringList namesUnder(const Documents& documents, const QString& folder)
{
    QStringList names;
    for (auto it = documents.keyBegin(); it != documents.keyEnd(); ++it)
        if (it->startsWith(folder))
            names.append(*it);
    std::sort(names.begin(), names.end());
    return names;
}

Result<void> readScenarios(const Documents& documents, Decisions& decisions)
{
    decisions.scenarios = {{baseScenario, {}}};
    if (!documents.contains(QStringLiteral("scenarios.json")))
        return {};
    const auto json =
        parseJson(documents.value(QStringLiteral("scenarios.json")), Words::tr("The file of scenarios"));
    if (!json)
        return tl::unexpected(json.error());
    std::optional<Error> error;
    const JsonReader in(*json, {}, error);
    for (const JsonReader& one : in.objects("scenarios"))
        decisions.scenarios.push_back({one.text("name"), one.textOr("note")});
    for (const JsonReader& one : in.objects("choices"))
        decisions.choices.push_back({one.text("scenario"), one.text("subject"), one.text("field"),
                                     one.text("value"), one.textOr("low"), one.textOr("high"),
                                     one.textOr("based_on"), one.textOr("note")});
    if (error)
        return tl::unexpected(*error);
    return {};
}

} // namespace

QByteArray workspaceToJson(const Documents& documents, const QString& made)
{
    Json json = {{"kind", "plumbline workspace"}, {"version", workspaceVersion}, {"made", utf8(made)}};
    Json texts = Json::object();
    QStringList names = documents.keys();
    std::sort(names.begin(), names.end());
    for (const QString& name : names)
        texts[utf8(name)] = documents.value(name).toStdString();
    json["documents"] = std::move(texts);
    return QByteArray::fromStdString(json.dump(1, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Result<WorkspaceData> workspaceFrom(const Documents& documents, const QString& made)
{
    WorkspaceData data {.made = made};
    const auto global = assumptionsFromJson(documents.value(QStringLiteral("defaults.json")));
    if (!global)
        return tl::unexpected(global.error());
    data.global = *global;
    for (const QString& name : namesUnder(documents, QStringLiteral("scoring/"))) {
        auto model = scoringModelFromJson(documents.value(name));
        if (!model)
            return tl::unexpected(model.error());
        data.scoringModels.push_back(std::move(*model));
    }
    const auto scenarios = readScenarios(documents, data.decisions);
    if (!scenarios)
        return tl::unexpected(scenarios.error());
    const CallText callText = [&documents](const QString& file) -> Result<QString> {
        if (!documents.contains(file))
            return failure(Error::Kind::NotFound, Words::tr("the call %1 is missing").arg(file));
        return QString::fromUtf8(documents.value(file));
    };
    for (const QString& name : namesUnder(documents, QStringLiteral("companies/"))) {
        auto file = coverageFromJson(documents.value(name), callText);
        if (!file)
            return tl::unexpected(file.error());
        data.companies.push_back(std::move(file->coverage));
        data.decisions.choices.insert(data.decisions.choices.end(), file->choices.begin(),
                                      file->choices.end());
    }
    return data;
}

Result<WorkspaceData> workspaceFromJson(const QByteArray& bytes)
{
    const auto json = parseJson(bytes, Words::tr("The workspace"));
    if (!json)
        return tl::unexpected(json.error());
    if (!json->is_object() || json->value("kind", Json()) != "plumbline workspace")
        return failure(Error::Kind::BadData, Words::tr("This file is not a Plumbline workspace."));
    std::optional<Error> error;
    const JsonReader in(*json, {}, error);
    if (in.numberIf("version").value_or(0) > workspaceVersion)
        return failure(
            Error::Kind::NotAvailable,
            Words::tr("This workspace was written by a newer Plumbline. Update the program to open it."));
    const QString made = in.textOr("made");
    if (error)
        return tl::unexpected(*error);
    return documentsIn(*json).and_then(
        [&](const Documents& documents) { return workspaceFrom(documents, made); });
}

} // namespace plumbline
