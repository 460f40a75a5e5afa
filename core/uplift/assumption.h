#pragma once

#include "core/values/origin.h"
#include "core/values/unit.h"

#include <QString>

#include <vector>

namespace plumbline {

/// A value somebody proposed, as a formula ("25%", or "operating_margin.aws * (1 - tax_rate)"). It lives beside whatever
/// the analyst chooses; only data changes it.
struct Assumption
{
    QString name {};
    QString title {};
    QString subject {}; ///< its scope: "global", "industry/X", "company/AMZN", "claim/AMZN/ai_run_rate"
    QString value {};   ///< canonical formula text
    Display display = Display::Plain;
    Unit unit {};
    QString low {}; ///< range, as literals; empty where none is known
    QString high {};
    QString author {}; ///< default, rule, reader, card, model
    QString source {};
    QString note {};
    bool disclosed = true; ///< the company has disclosed the value

    friend bool operator==(const Assumption&, const Assumption&) = default;
};

/// What the analyst decided: the override of one field of one subject, in one scenario.
struct Choice
{
    QString scenario {};
    QString subject {};
    QString
        field {}; ///< "assumption/margin.aws", "counted_share", "soft", "revenue_formula", "income_formula", "overlap_group"
    QString value {};
    QString low {};
    QString high {};
    QString basedOn {}; ///< the proposal it was made against; differs from today's: review
    QString note {};

    friend bool operator==(const Choice&, const Choice&) = default;
};

/// A named layer of choices over base.
struct Scenario
{
    QString name {};
    QString note {};

    friend bool operator==(const Scenario&, const Scenario&) = default;
};

inline const QString baseScenario = QStringLiteral("base");

/// The value that counts for one field of one subject, and what it hides.
struct Effective
{
    const Choice* choice = nullptr;       ///< the override in force, or null
    const Assumption* proposal = nullptr; ///< at the same subject, or null
};

/// The choice in force for a field of a subject: the scenario's own, else base's.
const Choice* choiceFor(const std::vector<Choice>& choices, const QString& scenario, const QString& subject,
                        const QString& field);

/// Nearest scope first: the first of `subjects` that has a proposal or a choice for the name decides.
Effective effective(const QString& name, const std::vector<QString>& subjects,
                    const std::vector<const Assumption*>& proposals, const std::vector<Choice>& choices,
                    const QString& scenario);

} // namespace plumbline
