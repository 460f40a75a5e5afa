#include "core/uplift/overlap.h"

#include "core/uplift/build.h"
#include "core/uplift/claimkinds.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Overlap)
};

/// The size of a claim for the rule: revenue effect, else income effect; negative where neither is known.
double sizeOf(const Sheet& sheet, const Claim& claim)
{
    for (const char16_t* effect : {u"revenue_effect", u"income_effect"}) {
        const auto value =
            sheet.value(QStringLiteral("claim.%1.%2").arg(claim.id, QString::fromUtf16(effect)));
        if (value)
            return std::abs(*value);
    }
    return -1;
}

Assumption shareOf(const Coverage& coverage, const Claim& claim, bool counted, const QString& why)
{
    return {.name = QStringLiteral("counted_share"),
            .title = Words::tr("counted"),
            .subject = claimSubject(coverage.dossier.symbol, claim.id),
            .value = counted ? QStringLiteral("100%") : QStringLiteral("0%"),
            .display = Display::Percent,
            .low = QStringLiteral("0%"),
            .high = QStringLiteral("100%"),
            .author = QStringLiteral("rule"),
            .note = why};
}

} // namespace

std::vector<Assumption> proposedShares(const Coverage& coverage, const std::vector<Assumption>& global)
{
    const std::vector<Assumption> none;
    const std::vector<Choice> noChoices;
    const Basis basis {coverage, global, none, noChoices};
    Sheet sheet;
    addCompany(sheet, basis);
    addAssumptions(sheet, basis);
    addClaims(sheet, basis);
    sheet.compile();

    QHash<QString, QString> largest; // group -> claim
    QHash<QString, double> size;
    for (const Claim& claim : coverage.reading.claims) {
        if (claim.group.isEmpty() || isSoft(basis, claim))
            continue;
        const double own = sizeOf(sheet, claim);
        if (own > size.value(claim.group, -1)) {
            size.insert(claim.group, own);
            largest.insert(claim.group, claim.id);
        }
    }
    std::vector<Assumption> shares;
    for (const Claim& claim : coverage.reading.claims) {
        if (isSoft(basis, claim))
            shares.push_back(shareOf(coverage, claim, false, Words::tr("soft claims are not counted")));
        else if (claim.group.isEmpty())
            shares.push_back(
                shareOf(coverage, claim, true, Words::tr("measures money no other claim measures")));
        else if (largest.value(claim.group) == claim.id)
            shares.push_back(shareOf(coverage, claim, true, Words::tr("largest claim of its overlap group")));
        else
            shares.push_back(shareOf(coverage, claim, false,
                                     Words::tr("measures money that a larger claim of its group counts")));
    }
    return shares;
}

} // namespace plumbline
