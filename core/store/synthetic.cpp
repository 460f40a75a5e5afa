#include "core/store/synthetic.h"

#include "core/store/syntheticcalls.h"
#include "core/store/syntheticclaimtable.h"

#include <algorithm>

namespace plumbline {

using synthetic::MadeClaim;
using synthetic::Profile;

namespace {

Enthusiasm enthusiasmOf(Profile& profile)
{
    Enthusiasm enthusiasm {
        .latest = profile.enthusiasm,
        .author = QStringLiteral("reader"),
        .rationale = QStringLiteral("%1 speaks of %2 %3. The finance side gives amounts for a part of it.")
                         .arg(profile.ceo, profile.product,
                              profile.enthusiasm < 4   ? QStringLiteral("with reserve")
                              : profile.enthusiasm < 8 ? QStringLiteral("with interest")
                                                       : QStringLiteral("with delight"))};
    const bool priorKnown = profile.draw.chance(93);
    if (priorKnown)
        enthusiasm.prior = profile.priorEnthusiasm;
    else
        enthusiasm.priorUnknown = QStringLiteral("the prior call could not be read for its enthusiasm");
    static constexpr QStringView calls[] {u"Q1 FY2026", u"Q4 FY2025", u"Q3 FY2025", u"Q2 FY2025",
                                          u"Q1 FY2025"};
    int value = profile.enthusiasm;
    for (int i = 0; i < 5; ++i) {
        if (i > 0)
            value = i == 1 ? profile.priorEnthusiasm : std::clamp(value + profile.draw.between(-2, 1), 0, 10);
        const QDate date = i == 0 ? profile.latestCall : profile.priorCall.addDays(qint64 {-91} * (i - 1));
        enthusiasm.trajectory.push_back({calls[i].toString(), date.toString(Qt::ISODate),
                                         i == 1 && !priorKnown ? std::nullopt : std::optional<double>(value),
                                         QStringLiteral("made up")});
    }
    return enthusiasm;
}

std::vector<Catalyst> catalystsOf(const Profile& profile, const std::vector<MadeClaim>& claims)
{
    const QString source = QStringLiteral("made up");
    std::vector<Catalyst> catalysts {{profile.latestCall.addDays(91).toString(Qt::ISODate),
                                      QStringLiteral("report"),
                                      QStringLiteral("Q2 FY2026 results"),
                                      source,
                                      {}}};
    for (const MadeClaim& made : claims)
        if (made.bucket == u"forward" && made.claim.call == u"Q1 FY2026")
            catalysts.push_back({made.claim.id == u"support_saving" ? QStringLiteral("2026-10")
                                 : made.claim.period == u"FY2027"   ? QStringLiteral("2027")
                                                                    : QStringLiteral("2026"),
                                 QStringLiteral("promise"), made.claim.title, source,
                                 made.claim.evidence.front()});
    return catalysts;
}

Reading readingOf(Profile& profile, std::vector<MadeClaim> claims, synthetic::Said& said)
{
    Reading reading {.quotes = std::move(said.quotes),
                     .questions = std::move(said.questions),
                     .enthusiasm = enthusiasmOf(profile),
                     .catalysts = catalystsOf(profile, claims)};
    for (MadeClaim& made : claims) {
        reading.quantifications.push_back(made.quantification());
        if (reading.quotes.size() < 9)
            reading.quotes.push_back(
                {made.claim.evidence.front(), made.byCeo ? QStringLiteral("CEO") : QStringLiteral("CFO")});
        reading.claims.push_back(std::move(made.claim));
    }
    return reading;
}

} // namespace

Coverage syntheticCompany(int number)
{
    Profile profile = synthetic::profileOf(number);
    Coverage coverage {.dossier = synthetic::dossierOf(profile)};
    std::vector<MadeClaim> claims = synthetic::claimsOf(profile);
    coverage.groups = synthetic::groupsOf(profile);
    coverage.assumptions = synthetic::assumptionsOf(profile, claims);
    synthetic::Said said = synthetic::callsOf(profile, claims);
    coverage.calls = std::move(said.calls);
    coverage.reading = readingOf(profile, std::move(claims), said);
    if (profile.draw.chance(4))
        coverage.failures.push_back({QStringLiteral("news"), QStringLiteral("feed"),
                                     QStringLiteral("The made-up source of news did not answer."),
                                     QStringLiteral("2026-05-08T06:00:00Z")});
    if (number % 25 == 1)
        coverage.printed.push_back({QStringLiteral("conviction.total"), QStringLiteral("50.0"),
                                    QStringLiteral("Made up: what another card may have said.")});
    return coverage;
}

std::vector<Choice> syntheticChoices(int number)
{
    if (number % 10 != 0)
        return {};
    const QString symbol = synthetic::profileOf(number).symbol;
    std::vector<Choice> choices {
        {.scenario = baseScenario,
         .subject = companySubject(symbol),
         .field = QStringLiteral("assumption/margin.platform"),
         .value = QStringLiteral("%1%").arg(8 + number / 10 % 17),
         .low = QStringLiteral("5%"),
         .high = QStringLiteral("30%"),
         .basedOn = synthetic::platformMarginFormula(),
         .note = QStringLiteral("made up: the segment's margin is not that of the product")}};
    if (number % 20 == 0)
        choices.push_back(
            {.scenario = baseScenario,
             .subject = claimSubject(symbol, QStringLiteral("platform_commitments")),
             .field = QStringLiteral("counted_share"),
             .value = QStringLiteral("25%"),
             .basedOn = QStringLiteral("0%"),
             .note = QStringLiteral("made up: a quarter of the commitments is not in the run rate yet")});
    return choices;
}

} // namespace plumbline
