#pragma once

#include "core/uplift/coverage.h"

#include <optional>
#include <variant>
#include <vector>

namespace plumbline {

/// What stood in one place of the analyst's own and what stands there now; nothing where there was, or is, none.
template<typename Row>
struct Change
{
    std::optional<Row> before {};
    std::optional<Row> after {};

    friend bool operator==(const Change&, const Change&) = default;
};

using OwnChange = std::variant<Change<Choice>, Change<Scenario>>;

/// One deed of the analyst, as it is undone and done again: its name for the menu and the rows it changed. A deed that
/// removes a scenario lists the choices that went with it.
struct Edit
{
    qint64 id = 0; ///< 0 until it is kept
    qint64 at = 0; ///< milliseconds since 1970, UTC
    QString author {};
    QString title {}; ///< "AWS incremental margin 25 % → 20 %"
    std::vector<OwnChange> changes {};
};

/// All deeds that are kept: `done` may be undone from the back, `undone` done again from the back.
struct EditLog
{
    std::vector<Edit> done {};
    std::vector<Edit> undone {};
};

/// Whether two choices stand in one place: a field of a subject in a scenario.
bool samePlace(const Choice& a, const Choice& b);

/// The same edit backwards.
Edit reversed(Edit edit);
/// Writes the `after` of an edit's rows into decisions; rows are known by scenario, subject and field.
void apply(Decisions& decisions, const Edit& edit);

} // namespace plumbline
