#include "core/store/editrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace plumbline {

namespace {

const auto choiceTarget = QLatin1String("choice");
const auto scenarioTarget = QLatin1String("scenario");

QJsonObject jsonOf(const Choice& one)
{
    return {{QLatin1String("scenario"), one.scenario}, {QLatin1String("subject"), one.subject},
            {QLatin1String("field"), one.field},       {QLatin1String("value"), one.value},
            {QLatin1String("low"), one.low},           {QLatin1String("high"), one.high},
            {QLatin1String("based_on"), one.basedOn},  {QLatin1String("note"), one.note}};
}

QJsonObject jsonOf(const Scenario& one)
{
    return {{QLatin1String("name"), one.name}, {QLatin1String("note"), one.note}};
}

QString text(const QJsonDocument& json)
{
    return QString::fromUtf8(json.toJson(QJsonDocument::Compact));
}

template<typename Row>
QString textOf(const std::optional<Row>& row)
{
    return row ? text(QJsonDocument(jsonOf(*row))) : QString();
}

QString keyOf(const Choice& one)
{
    return text(QJsonDocument(QJsonArray {one.scenario, one.subject, one.field}));
}

QString keyOf(const Scenario& one)
{
    return text(QJsonDocument(QJsonArray {one.name}));
}

void read(const QJsonObject& json, Choice& one)
{
    const auto part = [&](const char* name) { return json.value(QLatin1String(name)).toString(); };
    one = {part("scenario"), part("subject"), part("field"),    part("value"),
           part("low"),      part("high"),    part("based_on"), part("note")};
}

void read(const QJsonObject& json, Scenario& one)
{
    one = {json.value(QLatin1String("name")).toString(), json.value(QLatin1String("note")).toString()};
}

/// False where the text is no row.
template<typename Row>
bool read(const QString& from, std::optional<Row>& row)
{
    if (from.isEmpty())
        return true;
    const QJsonDocument json = QJsonDocument::fromJson(from.toUtf8());
    if (!json.isObject())
        return false;
    read(json.object(), row.emplace());
    return true;
}

template<typename Row>
std::optional<OwnChange> changeIn(const EditRow& row)
{
    Change<Row> change;
    if (!read(row.before, change.before) || !read(row.after, change.after))
        return {};
    return change;
}

} // namespace

EditRow rowOf(const OwnChange& change)
{
    const auto row = [](const QString& target, const auto& rows) {
        const auto& one = rows.before ? rows.before : rows.after;
        return EditRow {target, one ? keyOf(*one) : QString(), textOf(rows.before), textOf(rows.after)};
    };
    if (const auto* choice = std::get_if<Change<Choice>>(&change))
        return row(choiceTarget, *choice);
    return row(scenarioTarget, std::get<Change<Scenario>>(change));
}

std::optional<OwnChange> changeOf(const EditRow& row)
{
    if (row.target == choiceTarget)
        return changeIn<Choice>(row);
    return row.target == scenarioTarget ? changeIn<Scenario>(row) : std::nullopt;
}

} // namespace plumbline
