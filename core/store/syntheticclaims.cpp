#include "core/store/syntheticclaims.h"

#include "core/store/syntheticclaimtable.h"

#include <algorithm>
#include <optional>

namespace plumbline::synthetic {

namespace {

const MadeClaim* named(const std::vector<MadeClaim>& claims, QStringView id)
{
    const auto found = std::find_if(claims.begin(), claims.end(),
                                    [id](const MadeClaim& made) { return made.claim.id == id; });
    return found == claims.end() ? nullptr : &*found;
}

/// One figure of a row; `base` is what its thousandths are of where it is money or follows another claim.
Spoken figureOf(const FigureRow& row, double base, Profile& profile)
{
    const int drawn = profile.draw.between(row.low, row.high);
    switch (row.what) {
    case FigureRow::What::Money: return money(base * drawn / 1000, profile.currency, profile.mark, row.bound);
    case FigureRow::What::ShareOfCount: return count(base * drawn / 1000, row.bound);
    case FigureRow::What::Count: return count(drawn * row.scale, row.bound);
    case FigureRow::What::PercentRange: return percentRange(drawn * 5, (drawn + 2) * 5);
    case FigureRow::What::Percent: return percent(drawn * 10, row.bound);
    }
    return {};
}

QString boundWord(const Spoken& figure)
{
    switch (figure.quantity.bound) {
    case Bound::AtLeast: return QStringLiteral(">=") + figure.words;
    case Bound::About: return QStringLiteral("about ") + figure.words;
    default: return figure.words;
    }
}

/// Whether the company says the claim at all, and what its money is measured by; nothing if it stays silent.
std::optional<double> baseOf(const ClaimRow& row, Profile& profile, const std::vector<MadeClaim>& before)
{
    const bool kept = profile.draw.chance(row.amount ? profile.substance : row.of.isEmpty() ? 96 : 100);
    if (!row.of.isEmpty()) {
        const MadeClaim* other = named(before, row.of);
        return other == nullptr ? std::nullopt : std::optional(other->figures.front().quantity.value);
    }
    return kept ? std::optional(profile.aiRevenue) : std::nullopt;
}

MadeClaim claimOf(const ClaimRow& row, double base, Profile& profile, Places places)
{
    static constexpr QStringView figurePlaces[] {u"1", u"2", u"3"};
    MadeClaim made {.byCeo = row.byCeo, .metric = filled(row.metric, places, profile.draw)};
    for (const FigureRow& figure : row.figures)
        if (figure.high > 0) {
            made.figures.push_back(figureOf(figure, base, profile));
            places.emplace_back(figurePlaces[made.figures.size() - 1], made.figures.back().words);
        }
    Draw& draw = profile.draw;
    made.sentence = filled(row.sentence, places, draw);
    made.line = row.line.toString();
    made.bucket = row.bucket.toString();
    Claim& claim = made.claim;
    claim = {.id = row.id.toString(),
             .title = filled(row.title, places, draw),
             .type = row.type,
             .kind = row.kind,
             .figureText = boundWord(made.figures.front()),
             .period = row.period.toString(),
             .call = row.prior ? QStringLiteral("Q4 FY2025") : QStringLiteral("Q1 FY2026"),
             .group = row.group.toString(),
             .margin = row.margin.toString(),
             .recognised = row.recognised.toString(),
             .scopeRevenue = row.scopeRevenue.toString(),
             .realisation = row.realisation.toString(),
             .subsetOf = row.subsetOf.toString(),
             .qualifies = row.qualifies.toString(),
             .supersedes = row.supersedes.toString(),
             .softReason = filled(row.softReason, places, draw),
             .baseDisclosed = !row.amount || draw.chance(80)};
    const std::size_t own = made.figures.size() - (row.lastWas ? 1 : 0);
    for (std::size_t i = 0; i < own; ++i)
        claim.figures.push_back(
            {.name = i == 0 ? QStringLiteral("figure") : QStringLiteral("figure.%1").arg(i + 1),
             .quantity = made.figures[i].quantity});
    if (row.lastWas)
        claim.was.push_back({made.figures.back().quantity, {}});
    return made;
}

} // namespace

void MadeClaim::cite(const Citation& citation)
{
    claim.evidence = {citation};
    for (ClaimFigure& figure : claim.figures)
        figure.citation = citation;
    for (EarlierFigure& earlier : claim.was)
        earlier.citation = citation;
}

Quantification MadeClaim::quantification() const
{
    const Spoken& said = figures.front();
    const Quantity& quantity = said.quantity;
    Quantification result {.metric = metric,
                           .figureText = said.words,
                           .unit = claim.kind == ClaimKind::HoursSaved ? QStringLiteral("hours") : said.unit,
                           .qualifier = word(quantity.bound),
                           .period = claim.period,
                           .line = line,
                           .bucket = bucket,
                           .citation = claim.evidence.front()};
    if (quantity.low && quantity.high)
        result.values = {*quantity.low * said.shownFactor, *quantity.high * said.shownFactor};
    else
        result.values = {quantity.value * said.shownFactor};
    return result;
}

std::vector<MadeClaim> claimsOf(Profile& profile)
{
    const Places places = placesOf(profile, false);
    std::vector<MadeClaim> claims;
    for (const ClaimRow& row : claimTable())
        if (const auto base = baseOf(row, profile, claims))
            claims.push_back(claimOf(row, *base, profile, places));
    for (MadeClaim& made : claims)
        for (QString* other : {&made.claim.subsetOf, &made.claim.qualifies, &made.claim.supersedes})
            if (named(claims, *other) == nullptr)
                other->clear();
    return claims;
}

std::vector<OverlapGroup> groupsOf(const Profile& profile)
{
    return {{QStringLiteral("platform"), profile.product + QStringLiteral(" revenue")},
            {QStringLiteral("efficiency"), QStringLiteral("Own operating cost")}};
}

namespace {

/// Proposes assumptions of one company.
class Proposals
{
public:
    explicit Proposals(Profile& profile) : m_profile(profile) {}

    /// A percentage with a range of `room` percent of it to either side.
    Assumption& share(const QString& name, const QString& title, int percentValue, int room,
                      const QString& note)
    {
        const int step = std::max(1, percentValue * room / 100);
        Assumption& one = add(name, title, QStringLiteral("%1%").arg(percentValue), note);
        one.low = QStringLiteral("%1%").arg(std::max(0, percentValue - step));
        one.high = QStringLiteral("%1%").arg(std::min(100, percentValue + step));
        return one;
    }
    Assumption& cost(const QString& claim, const QString& name, const QString& title, double dollars,
                     const QString& note)
    {
        const double own = dollars / m_profile.dollars;
        Assumption& one = add(name, title, m_profile.written(own), note);
        one.subject = claimSubject(m_profile.symbol, claim);
        one.low = m_profile.written(own * 0.75);
        one.high = m_profile.written(own * 1.25);
        one.display = Display::Plain;
        one.unit = Unit::of(m_profile.currency);
        one.author = QStringLiteral("default");
        one.disclosed = false;
        return one;
    }
    Assumption& add(const QString& name, const QString& title, const QString& value, const QString& note)
    {
        m_all.push_back({.name = name,
                         .title = title,
                         .subject = companySubject(m_profile.symbol),
                         .value = value,
                         .display = Display::Percent,
                         .author = QStringLiteral("reader"),
                         .source = QStringLiteral("made up"),
                         .note = note});
        return m_all.back();
    }
    std::vector<Assumption> taken() { return std::move(m_all); }

private:
    Profile& m_profile;
    std::vector<Assumption> m_all {};
};

void addMargins(Proposals& to, Profile& profile)
{
    Draw& draw = profile.draw;
    const QString segment = profile.industry->segment.toString();
    const QString second = profile.industry->second.toString();
    if (!profile.inDollars())
        to.share(QStringLiteral("tax_rate"), QStringLiteral("Tax rate"), profile.taxTenths / 10, 8,
                 QStringLiteral("near what the CFO gives for the year"))
            .author = QStringLiteral("rule");
    const int operating = draw.between(12, 38);
    to.share(QStringLiteral("operating_margin.platform"), QStringLiteral("Operating margin, ") + segment,
             operating, 20, QStringLiteral("of the last four quarters"))
        .disclosed = draw.chance(75);
    Assumption& margin =
        to.add(QStringLiteral("margin.platform"), QStringLiteral("Incremental net margin, ") + segment,
               platformMarginFormula(), QStringLiteral("segment operating margin after tax"));
    margin.author = QStringLiteral("rule");
    margin.disclosed = draw.chance(75);
    margin.low = QStringLiteral("%1%").arg(operating / 2);
    margin.high = QStringLiteral("%1%").arg(operating);
    to.share(QStringLiteral("margin.services"), QStringLiteral("Incremental net margin, ") + second,
             draw.between(4, 18), 30, QStringLiteral("not stated; near the margin of the company"))
        .disclosed = draw.chance(40);
    Assumption& scope = to.add(
        QStringLiteral("scope_revenue.platform"), segment + QStringLiteral(" revenue the edge applies to"),
        profile.written(profile.segmentRevenue), QStringLiteral("revenue of the segment in FY2025"));
    scope.display = Display::Plain;
    scope.unit = Unit::of(profile.currency);
    scope.low = profile.written(profile.segmentRevenue * 0.4);
    scope.high = profile.written(profile.segmentRevenue * 1.2);
}

} // namespace

std::vector<Assumption> assumptionsOf(Profile& profile, const std::vector<MadeClaim>& claims)
{
    Proposals to(profile);
    Draw& draw = profile.draw;
    addMargins(to, profile);
    to.share(QStringLiteral("recognised.platform"),
             QStringLiteral("Share of commitments recognised in FY2026"), profile.recognisedShare, 30,
             QStringLiteral("as the CFO gives it"));
    to.share(QStringLiteral("recognised.partner"),
             QStringLiteral("Share of partner commitments recognised in FY2026"), draw.between(18, 38), 30,
             QStringLiteral("an even split of three years would be a third"));
    to.share(QStringLiteral("realisation.support"), QStringLiteral("Share of the support saving that stays"),
             profile.supportShare, 25, QStringLiteral("as the CFO gives it"));
    to.share(QStringLiteral("realisation.operations"),
             QStringLiteral("Share of operating savings that stays"), draw.between(10, 18) * 5, 25,
             QStringLiteral("a part goes back to customers in price"))
        .disclosed = false;
    to.share(QStringLiteral("realisation.staff"),
             QStringLiteral("Share of saved hours that lowers a cost line"), draw.between(0, 4) * 5, 100,
             QStringLiteral("no headcount falls"))
        .disclosed = false;
    if (named(claims, u"ai_run_rate") != nullptr) {
        const QString subject = claimSubject(profile.symbol, QStringLiteral("ai_run_rate"));
        Assumption& growth = to.share(
            QStringLiteral("growth_rate"), QStringLiteral("growth of the run rate"), draw.between(20, 80), 40,
            QStringLiteral("used only where run rates count as recognised revenue"));
        growth.subject = subject;
        Assumption& start = to.add(QStringLiteral("year_start"),
                                   QStringLiteral("fiscal year's start from the run rate's day"),
                                   QStringLiteral("-0.25"), QStringLiteral("the end of the first quarter"));
        start.subject = subject;
        start.display = Display::Years;
        start.low = QStringLiteral("-0.25");
        start.high = QStringLiteral("0");
    }
    if (named(claims, u"staff_hours") != nullptr)
        to.cost(QStringLiteral("staff_hours"), QStringLiteral("cost_per_hour"),
                QStringLiteral("Cost of an hour of work"), draw.between(25, 120),
                QStringLiteral("the company does not state it"));
    if (named(claims, u"rewrite_project") != nullptr)
        to.cost(QStringLiteral("rewrite_project"), QStringLiteral("loaded_cost"),
                QStringLiteral("Cost of an engineer for a year, with benefits"),
                draw.between(140, 300) * 1000, QStringLiteral("the company does not state it"));
    return to.taken();
}

} // namespace plumbline::synthetic
