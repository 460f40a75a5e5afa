#include "core/desk/takeover.h"

#include "core/desk/choices.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TakeOver)
};

bool isAbout(const Choice& choice, const QString& symbol)
{
    return choice.subject == companySubject(symbol) || choice.subject.startsWith(claimSubject(symbol, {}));
}

/// "margin.aws=20% (bear)"
QString shown(const Choice& choice)
{
    const QString text = QStringLiteral("%1=%2").arg(nameOf(choice), choice.value);
    return choice.scenario == baseScenario ? text : QStringLiteral("%1 (%2)").arg(text, choice.scenario);
}

bool stands(const Choice& choice, const Decisions& decisions)
{
    return std::any_of(decisions.choices.begin(), decisions.choices.end(), [&](const Choice& other) {
        return samePlace(choice, other) && sameValue(choice.value, other.value);
    });
}

/// What a workspace takes of a card's decisions, and the names of what it does not.
struct Taken
{
    Decisions decisions {};
    QStringList ownLeft {};
    QStringList sharedLeft {};
};

Taken takenFrom(const CardFile& card, const WorkspaceFrame& frame)
{
    const QString& symbol = card.coverage.dossier.symbol;
    const Decisions& standing = frame.decisions;
    const bool isEmpty = frame.symbols.isEmpty();
    const bool isDecided = std::any_of(standing.choices.begin(), standing.choices.end(),
                                       [&](const Choice& one) { return isAbout(one, symbol); });
    Taken taken;
    for (const Scenario& one : card.scenarios)
        if (!knownScenario(standing, one.name))
            taken.decisions.scenarios.push_back(one);
    for (const Choice& one : card.choices) {
        const bool own = isAbout(one, symbol);
        if (isEmpty || (own && !isDecided))
            taken.decisions.choices.push_back(one);
        else if (!stands(one, standing))
            (own ? taken.ownLeft : taken.sharedLeft).append(shown(one));
    }
    return taken;
}

} // namespace

Result<QStringList> takeOver(Store& store, const CardFile& card, qint64 seen)
{
    const auto frame = store.frame();
    if (!frame)
        return tl::unexpected(frame.error());
    const QString& symbol = card.coverage.dossier.symbol;
    const Taken taken = takenFrom(card, *frame);
    if (const auto kept = store.keepAll({card.coverage}, taken.decisions, seen); !kept)
        return tl::unexpected(kept.error());
    QStringList said;
    if (!taken.ownLeft.isEmpty())
        said +=
            Words::tr("The choices about %1 in this workspace stand; those of the card were not taken: %2.")
                .arg(symbol, taken.ownLeft.join(QStringLiteral(", ")));
    if (!taken.sharedLeft.isEmpty())
        said += Words::tr("Choices that would change other companies were not taken from the card: %1.")
                    .arg(taken.sharedLeft.join(QStringLiteral(", ")));
    return said;
}

} // namespace plumbline
