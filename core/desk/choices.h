#pragma once

#include "core/desk/cards.h"
#include "core/store/edit.h"
#include "core/uplift/build.h"

namespace plumbline {

/// What a choice is held against: what is proposed for one company, or, without one, for everybody.
struct Proposed
{
    const Coverage* coverage = nullptr; ///< null: only what concerns everybody
    const std::vector<Assumption>& global;
    const std::vector<Assumption>& shares; ///< counted shares proposed by rule

    std::vector<const Assumption*> assumptions() const;
    /// Today's proposal for a field of a subject; nothing where nobody proposes one.
    std::optional<QString> text(const QString& subject, const QString& field) const;
};

/// What the analyst calls a choice in a formula or on the command line: "margin.aws", "claim.x.counted_share".
QString nameOf(const Choice& choice);

/// Refuses a name that no formula would use, a value that cannot be read or computed, and a share, rate, margin or score
/// outside its bounds.
/// `name` is what the user called it.
Result<void> fitsPlace(const Proposed& proposed, const Choice& choice, const QString& name);

/// Why the card cannot take a value that can be read: another unit, a ring, a division by zero. Nothing where it can.
std::optional<Error> refusedBy(const Sheet& sheet, const Choice& choice, const QString& name);

/// Where a setting belongs and what it chooses there, checked.
Result<Choice> choiceOf(const Proposed& proposed, const std::vector<Choice>& choices, const Setting& setting,
                        const QString& scenario);

/// Two values that say the same: "20%" and "20.0 %" do.
bool sameValue(const QString& a, const QString& b);

/// The edit that puts a choice in its place: what it was made against is noted, range and note stay as they were. It
/// changes nothing where the value stands already.
Edit chosen(const Proposed& proposed, const Decisions& decisions, Choice choice, const QString& title);
/// The edit that takes a choice back; a scenario that has none of its own gives up base's only when it is base.
Edit takenBack(const Decisions& decisions, const QString& scenario, const QString& subject,
               const QString& field, const QString& title);

/// Scenarios come and go as edits. A name that is empty, taken or base's is refused.
Result<Edit> scenarioAdded(const Decisions& decisions, const Scenario& scenario);
Result<Edit> scenarioRemoved(const Decisions& decisions, const QString& name);

/// The decisions that may concern one company: others cannot, and would only be searched.
Decisions decisionsAbout(const Decisions& decisions, const QString& symbol);

} // namespace plumbline
