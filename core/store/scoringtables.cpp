#include "core/store/columns.h"
#include "core/store/coveragetables.h"

namespace plumbline {

namespace {

using Rows = std::vector<QVariantList>;

struct ModelRows
{
    Rows parameters {};
    Rows figures {};
    Rows components {};
    Rows parts {};
};

ModelRows rowsOf(const ScoringModel& model, qint64 id)
{
    ModelRows rows;
    qint64 place = 0;
    for (const ScoringParameter& one : model.parameters)
        rows.parameters.push_back({id, place++, one.name, one.value, one.note});
    place = 0;
    for (const ScoringFigure& one : model.figures)
        rows.figures.push_back({id, place++, one.name, one.title, one.formula, column(one.display)});
    place = 0;
    for (const ScoringComponent& one : model.components) {
        qint64 partPlace = 0;
        for (const ScoringPart& part : one.parts)
            rows.parts.push_back({id, place, partPlace++, part.name, part.maximum, part.formula, part.guard,
                                  part.guardReason});
        rows.components.push_back({id, place++, one.name, one.title, one.why});
    }
    return rows;
}

Result<void> addModel(const QSqlDatabase& database, const ScoringModel& model, qint64 place)
{
    const auto added =
        run(database, insertInto(QStringLiteral("scoring_model"), QStringLiteral("place, name, title")),
            {place, model.id, model.title});
    if (!added)
        return tl::unexpected(added.error());
    const ModelRows rows = rowsOf(model, added->inserted());
    return addRows(database, QStringLiteral("scoring_parameter"),
                   QStringLiteral("model, place, name, value, note"), rows.parameters)
        .and_then([&] {
            return addRows(database, QStringLiteral("scoring_figure"),
                           QStringLiteral("model, place, name, title, formula, display"), rows.figures);
        })
        .and_then([&] {
            return addRows(database, QStringLiteral("scoring_component"),
                           QStringLiteral("model, place, name, title, why"), rows.components);
        })
        .and_then([&] {
            return addRows(database, QStringLiteral("scoring_part"),
                           QStringLiteral("model, component_place, place, name, maximum, formula, guard, "
                                          "guard_reason"),
                           rows.parts);
        });
}

Result<void> readComponents(const QSqlDatabase& database, qint64 id, ScoringModel& model)
{
    return each(database,
                QStringLiteral(
                    "SELECT name, title, why FROM scoring_component WHERE model = ? ORDER BY place"),
                {id},
                [&](Statement& row) {
                    Columns in(row);
                    model.components.push_back({.name = in.text(), .title = in.text(), .why = in.text()});
                })
        .and_then([&] {
            return each(database,
                        QStringLiteral("SELECT component_place, name, maximum, formula, guard, guard_reason "
                                       "FROM scoring_part WHERE model = ? ORDER BY component_place, place"),
                        {id}, [&](Statement& row) {
                            Columns in(row);
                            const auto component = static_cast<std::size_t>(in.integer());
                            if (component < model.components.size())
                                model.components[component].parts.push_back({.name = in.text(),
                                                                             .maximum = in.real(),
                                                                             .formula = in.text(),
                                                                             .guard = in.text(),
                                                                             .guardReason = in.text()});
                        });
        });
}

Result<void> readParts(const QSqlDatabase& database, qint64 id, ScoringModel& model)
{
    return each(database,
                QStringLiteral(
                    "SELECT name, value, note FROM scoring_parameter WHERE model = ? ORDER BY place"),
                {id},
                [&](Statement& row) {
                    Columns in(row);
                    model.parameters.push_back({.name = in.text(), .value = in.text(), .note = in.text()});
                })
        .and_then([&] {
            return each(database,
                        QStringLiteral("SELECT name, title, formula, display FROM scoring_figure "
                                       "WHERE model = ? ORDER BY place"),
                        {id}, [&](Statement& row) {
                            Columns in(row);
                            model.figures.push_back({.name = in.text(),
                                                     .title = in.text(),
                                                     .formula = in.text(),
                                                     .display = in.display()});
                        });
        })
        .and_then([&] { return readComponents(database, id, model); });
}

} // namespace

Result<void> writeScoringModels(const QSqlDatabase& database, const std::vector<ScoringModel>& models)
{
    for (const char* table :
         {"scoring_part", "scoring_component", "scoring_figure", "scoring_parameter", "scoring_model"})
        if (const auto emptied =
                run(database, QStringLiteral("DELETE FROM %1").arg(QLatin1StringView(table)));
            !emptied)
            return tl::unexpected(emptied.error());
    qint64 place = 0;
    for (const ScoringModel& model : models)
        if (auto added = addModel(database, model, place++); !added)
            return added;
    return {};
}

Result<std::vector<ScoringModel>> readScoringModels(const QSqlDatabase& database)
{
    std::vector<qint64> ids;
    std::vector<ScoringModel> models;
    const auto read =
        each(database, QStringLiteral("SELECT id, name, title FROM scoring_model ORDER BY place"), {},
             [&](Statement& row) {
                 Columns in(row);
                 ids.push_back(in.integer());
                 models.push_back({.id = in.text(), .title = in.text()});
             });
    if (!read)
        return tl::unexpected(read.error());
    for (std::size_t i = 0; i < models.size(); ++i)
        if (const auto parts = readParts(database, ids[i], models[i]); !parts)
            return tl::unexpected(parts.error());
    return models;
}

} // namespace plumbline
