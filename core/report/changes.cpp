#include "core/report/changes.h"

#include "core/text/figures.h"
#include "core/uplift/claimkinds.h"

#include <algorithm>

namespace plumbline {

namespace {

const Claim* claimNamed(const Reading& reading, const QString& id)
{
    const auto found = std::find_if(reading.claims.begin(), reading.claims.end(),
                                    [&](const Claim& claim) { return claim.id == id; });
    return found == reading.claims.end() ? nullptr : &*found;
}

/// Whether the earlier figure was a promise: something said to be still ahead.
bool wasPromise(const Reading& reading, const Citation& earlier)
{
    return std::any_of(
        reading.quantifications.begin(), reading.quantifications.end(), [&](const Quantification& said) {
            return said.bucket == u"forward" && said.citation.call == earlier.call && !earlier.text.isEmpty()
                && (said.citation.text.contains(earlier.text) || earlier.text.contains(said.citation.text));
        });
}

QString changeWord(double latest, double prior, bool promise)
{
    if (latest == prior)
        return QStringLiteral("reworded");
    if (latest > prior)
        return QStringLiteral("raised");
    return promise ? QStringLiteral("walked_back") : QStringLiteral("lowered");
}

QString saidOf(const Claim& claim)
{
    if (!claim.evidence.empty())
        return claim.evidence.front().text;
    return claim.figures.empty() ? QString() : claim.figures.front().citation.text;
}

/// What only one of two calls states, as far as it brings or saves money. Both calls must have been read.
void addNewAndDropped(std::vector<MetricChange>& changes, const Card& card, const QLocale& locale)
{
    const std::vector<Claim>& claims = card.coverage.reading.claims;
    const Dossier& dossier = card.coverage.dossier;
    const auto isOf = [](const QString& call) {
        return [&call](const Claim& claim) { return !call.isEmpty() && claim.call == call; };
    };
    if (std::none_of(claims.begin(), claims.end(), isOf(dossier.latestCall))
        || std::none_of(claims.begin(), claims.end(), isOf(dossier.priorCall)))
        return;
    for (const Claim& claim : claims)
        if (claim.call == dossier.latestCall && isHardByRule(claim) && claim.figure() != nullptr
            && claim.supersedes.isEmpty() && claim.was.empty())
            changes.push_back({claim.title,
                               QStringLiteral("new"),
                               figure(claim.figure()->quantity, locale),
                               {},
                               saidOf(claim),
                               {}});
    for (const Claim& claim : claims)
        if (claim.call == dossier.priorCall && isHardByRule(claim) && claim.figure() != nullptr)
            changes.push_back({claim.title,
                               QStringLiteral("dropped"),
                               {},
                               figure(claim.figure()->quantity, locale),
                               {},
                               saidOf(claim)});
}

} // namespace

std::vector<MetricChange> changesOf(const Card& card, const QLocale& locale)
{
    const Reading& reading = card.coverage.reading;
    std::vector<MetricChange> changes;
    for (const Claim& claim : reading.claims) {
        if (claim.figures.empty())
            continue;
        const Quantity& latest = claim.figures.front().quantity;
        for (const EarlierFigure& was : claim.was)
            changes.push_back({claim.title, changeWord(latest.value, was.quantity.value, true),
                               figure(latest, locale), figure(was.quantity, locale), saidOf(claim),
                               was.citation.text});
        const Claim* earlier = claim.supersedes.isEmpty() ? nullptr : claimNamed(reading, claim.supersedes);
        if (earlier == nullptr || earlier->figures.empty()
            || earlier->figures.front().quantity.unit != latest.unit)
            continue;
        const ClaimFigure& prior = earlier->figures.front();
        changes.push_back(
            {claim.title, changeWord(latest.value, prior.quantity.value, wasPromise(reading, prior.citation)),
             figure(latest, locale), figure(prior.quantity, locale), saidOf(claim), saidOf(*earlier)});
    }
    addNewAndDropped(changes, card, locale);
    return changes;
}

} // namespace plumbline
