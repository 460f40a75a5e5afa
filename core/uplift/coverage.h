#pragma once

#include "core/company/dossier.h"
#include "core/reading/reading.h"
#include "core/transcript/call.h"
#include "core/uplift/assumption.h"

namespace plumbline {

/// Claims that measure the same money.
struct OverlapGroup
{
    QString id {};
    QString title {};

    friend bool operator==(const OverlapGroup&, const OverlapGroup&) = default;
};

/// All that is known and proposed about one company: facts, calls, what was read from them, assumptions. No choices.
struct Coverage
{
    Dossier dossier {};
    std::vector<Call> calls {};
    Reading reading {};
    std::vector<Assumption> assumptions {};
    std::vector<OverlapGroup> groups {};
    std::vector<Printed> printed {};
    std::vector<Failure> failures {};
};

/// What the analyst decided, across companies.
struct Decisions
{
    std::vector<Choice> choices {};
    std::vector<Scenario> scenarios {};
};

/// Shorthands for subjects.
inline QString companySubject(const QString& symbol)
{
    return QStringLiteral("company/") + symbol;
}
inline QString claimSubject(const QString& symbol, const QString& claim)
{
    return QStringLiteral("claim/%1/%2").arg(symbol, claim);
}

} // namespace plumbline
