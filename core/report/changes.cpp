#include "core/report/changes.h"

#include "core/text/figures.h"

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
                               figure(latest, locale), figure(was.quantity, locale)});
        const Claim* earlier = claim.supersedes.isEmpty() ? nullptr : claimNamed(reading, claim.supersedes);
        if (earlier == nullptr || earlier->figures.empty()
            || earlier->figures.front().quantity.unit != latest.unit)
            continue;
        const ClaimFigure& prior = earlier->figures.front();
        changes.push_back(
            {claim.title, changeWord(latest.value, prior.quantity.value, wasPromise(reading, prior.citation)),
             figure(latest, locale), figure(prior.quantity, locale)});
    }
    return changes;
}

} // namespace plumbline
