#include "core/formats/coverage.h"
#include "core/formats/jsonreader.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ScoringModelFile)
};

} // namespace

Result<ScoringModel> scoringModelFromJson(const QByteArray& bytes)
{
    const auto json = parseJson(bytes, Words::tr("The scoring model"));
    if (!json)
        return tl::unexpected(json.error());
    std::optional<Error> error;
    const JsonReader in(*json, {}, error);
    ScoringModel model {.id = in.text("id"), .title = in.textOr("title")};
    for (const JsonReader& one : in.objects("parameters"))
        model.parameters.push_back({one.text("name"), one.text("value"), one.textOr("note")});
    for (const JsonReader& one : in.objects("figures"))
        model.figures.push_back({one.text("name"), one.textOr("title"), one.text("formula"),
                                 displayFromWord(one.textOr("unit")).value_or(Display::Plain)});
    for (const JsonReader& component : in.objects("components")) {
        ScoringComponent added {.name = component.text("name"),
                                .title = component.textOr("title"),
                                .why = component.textOr("why")};
        for (const JsonReader& part : component.objects("parts"))
            added.parts.push_back({part.textOr("name"), part.numberIf("maximum").value_or(0),
                                   part.text("formula"), part.textOr("measured_if"),
                                   part.textOr("otherwise")});
        model.components.push_back(std::move(added));
    }
    if (error)
        return tl::unexpected(*error);
    return checked(std::move(model));
}

} // namespace plumbline
