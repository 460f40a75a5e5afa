#include "tests/bench/universe.h"

#include "core/formats/coverage.h"
#include "core/uplift/overlap.h"

#include <QFile>

#include <array>
#include <random>

namespace plumbline {

namespace {

QByteArray resource(const char* name)
{
    QFile file(QStringLiteral(PLUMBLINE_SOURCE_DIR "/resources/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void addFact(Dossier& dossier, const char* name, double value, const Unit& unit)
{
    Fact fact {.name = QString::fromLatin1(name)};
    fact.value = Quantity {.value = value, .unit = unit};
    dossier.facts.push_back(std::move(fact));
}

Assumption assumption(const QString& subject, const char* name, const char* value)
{
    return {.name = QString::fromLatin1(name),
            .subject = subject,
            .value = QString::fromLatin1(value),
            .display = Display::Percent,
            .author = QStringLiteral("rule")};
}

Assumption confidence(const QString& subject)
{
    Assumption six = assumption(subject, "confidence", "6");
    six.display = Display::Score;
    return six;
}

} // namespace

std::vector<Assumption> shippedAssumptions()
{
    return assumptionsFromJson(resource("defaults.json")).value();
}

ScoringModel shippedModel()
{
    return scoringModelFromJson(resource("scoring/v1.json")).value();
}

Coverage madeUpCompany(int number)
{
    std::mt19937_64 random(static_cast<std::uint64_t>(number) + 1);
    std::uniform_real_distribution<double> spread(0.5, 1.5);
    const Unit money = Unit::of(u"USD");
    const Unit perShare = money / Unit::of(u"share");
    Coverage coverage;
    Dossier& dossier = coverage.dossier;
    dossier = {.symbol = QStringLiteral("C%1").arg(number, 5, 10, QChar(u'0')),
               .name = QStringLiteral("Made-up %1").arg(number),
               .industry = QStringLiteral("Made-up"),
               .currency = QStringLiteral("USD"),
               .fictional = true,
               .baseYear = QStringLiteral("FY2025"),
               .consensusYear = QStringLiteral("FY2026")};
    const double revenue = 1e10 * spread(random);
    const double income = 0.1 * revenue * spread(random);
    addFact(dossier, "price", 100 * spread(random), perShare);
    addFact(dossier, "market_cap", 2e10 * spread(random), money);
    addFact(dossier, "base.revenue", revenue, money);
    addFact(dossier, "base.net_income", income, money);
    addFact(dossier, "base.diluted_eps", 5 * spread(random), perShare);
    addFact(dossier, "consensus.revenue", revenue * 1.1, money);
    addFact(dossier, "consensus.net_income", income * 1.2, money);
    addFact(dossier, "consensus.analysts", 12, {});
    addFact(dossier, "confirmation.insiders.open_market_buys", 4, {});
    addFact(dossier, "confirmation.insiders.open_market_sells", 3, {});
    for (const char* name : {"confirmation.institutions.new", "confirmation.institutions.closed",
                             "confirmation.institutions.increased", "confirmation.institutions.reduced"})
        addFact(dossier, name, 100 * spread(random), {});
    coverage.reading.enthusiasm = {.latest = 5 + 3 * spread(random), .prior = 6.0};
    const QString subject = companySubject(dossier.symbol);
    coverage.assumptions = {assumption(subject, "operating_margin.cloud", "32%"),
                            assumption(subject, "haircut.cloud", "2%"),
                            assumption(subject, "recognised.orders", "15%"),
                            assumption(subject, "realisation.savings", "40%"), confidence(subject)};
    coverage.assumptions.push_back(
        assumption(subject, "margin.cloud", "operating_margin.cloud * (1 - tax_rate) - haircut.cloud"));
    Assumption scope = assumption(subject, "scope_revenue.edge", "$1B");
    scope.unit = money;
    scope.display = Display::Plain;
    coverage.assumptions.push_back(std::move(scope));
    constexpr std::array kinds {ClaimKind::RunRate, ClaimKind::Commitment, ClaimKind::CostSaving,
                                ClaimKind::MarginEdge};
    for (int i = 0; i < MadeUpUniverse::claimsPerCompany; ++i) {
        Claim claim {.id = QStringLiteral("claim_%1").arg(i),
                     .kind = kinds[static_cast<std::size_t>(i) % kinds.size()],
                     .margin = QStringLiteral("cloud"),
                     .recognised = QStringLiteral("orders"),
                     .scopeRevenue = QStringLiteral("edge"),
                     .realisation = QStringLiteral("savings")};
        claim.evidence.push_back({.text = QStringLiteral("said"), .verified = QStringLiteral("exact")});
        const bool edge = claim.kind == ClaimKind::MarginEdge;
        claim.figures.push_back({.name = QStringLiteral("figure"),
                                 .quantity = {.value = edge ? 0.03 * spread(random) : 1e7 * spread(random),
                                              .unit = edge ? Unit {} : money}});
        coverage.reading.claims.push_back(std::move(claim));
    }
    return coverage;
}

MadeUpUniverse makeUniverse(int companies)
{
    const std::vector<Assumption> global = shippedAssumptions();
    const ScoringModel model = shippedModel();
    const std::array wanted {QStringLiteral("conviction.total"),
                             QStringLiteral("conviction.measurable"),
                             QStringLiteral("score.unpriced_uplift"),
                             QStringLiteral("aggregate.eps_uplift_percent"),
                             QStringLiteral("aggregate.revenue_uplift_percent"),
                             QStringLiteral("operating_margin.cloud")};
    MadeUpUniverse universe;
    const std::vector<Choice> none;
    for (int number = 0; number < companies; ++number) {
        const Coverage coverage = madeUpCompany(number);
        std::vector<Assumption> shares;
        for (const Claim& claim : coverage.reading.claims) {
            shares.push_back(
                assumption(claimSubject(coverage.dossier.symbol, claim.id), "counted_share", "25%"));
        }
        const Sheet sheet = sheetFor(Basis {coverage, global, shares, none}, model);
        const auto handles = universe.columns.add(sheet, wanted);
        universe.symbols.push_back(coverage.dossier.symbol);
        universe.total.push_back(handles[0]);
        universe.unpriced.push_back(handles[2]);
        universe.eps.push_back(handles[3]);
        universe.margin.push_back(handles[5]);
    }
    universe.columns.build();
    universe.columns.evaluate();
    universe.taxRate = universe.columns.shared(QStringLiteral("global"), QStringLiteral("tax_rate")).value();
    return universe;
}

} // namespace plumbline
