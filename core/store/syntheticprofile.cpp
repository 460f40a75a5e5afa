#include "core/store/syntheticprofile.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline::synthetic {

namespace {

struct Currency
{
    QStringView code {};
    QStringView mark {};
    double dollars = 1;
    int taxTenths = 0;
    double usualPrice = 0; ///< of a cheap share
};

const Currency& currencyOf(Draw& draw)
{
    static constexpr std::array currencies {
        Currency {u"USD", u"$", 1, 210, 6}, Currency {u"EUR", u"€", 1.08, 295, 6},
        Currency {u"GBP", u"£", 1.27, 250, 3}, Currency {u"JPY", u"¥", 0.0067, 305, 700}};
    const int dice = draw.between(1, 100);
    return currencies[dice <= 82 ? 0U : dice <= 90 ? 1U : dice <= 96 ? 2U : 3U];
}

/// Two letters that begin hardly any ticker and three that count.
QString symbolOf(int number)
{
    static constexpr QStringView beginnings[] {u"ZQ", u"QZ", u"XQ", u"QX", u"ZX", u"XZ", u"JQ", u"QJ",
                                               u"VQ", u"QV", u"WQ", u"QW", u"KQ", u"QK", u"YQ", u"QY"};
    constexpr int block = 26 * 26 * 26;
    int rest = number % block;
    QString letters;
    for (int i = 0; i < 3; ++i, rest /= 26)
        letters.prepend(QChar(u'A' + rest % 26));
    int family = number / block;
    QString symbol = beginnings[family % 16].toString() + letters;
    for (family /= 16; family > 0; family /= 26)
        symbol += QChar(u'A' + family % 26);
    return symbol;
}

double rounded(double value)
{
    return Rounded(value).value();
}

/// Value, earnings and sales that belong together: a price to earnings of 9 to 45, or a loss at one to eight times sales.
void drawSize(Profile& profile, double usualPrice)
{
    Draw& draw = profile.draw;
    profile.marketCap = rounded(draw.spread(3e8, 4) / profile.dollars);
    profile.price = rounded(draw.spread(usualPrice, 2));
    if (draw.chance(14)) {
        profile.revenue = rounded(profile.marketCap * 10 / draw.between(10, 80));
        profile.income = rounded(-profile.revenue * draw.between(20, 300) / 1000);
    } else {
        profile.income = rounded(profile.marketCap / draw.between(9, 45));
        profile.revenue = rounded(profile.income * 1000 / draw.between(30, 300));
    }
    profile.eps = rounded(profile.income / (profile.marketCap / profile.price));
    profile.aiRevenue = profile.revenue * draw.between(4, 30) * draw.between(3, 12) / 3000;
    profile.segmentRevenue = rounded(profile.revenue * draw.between(20, 60) / 100);
    profile.cash = rounded(profile.revenue * draw.between(30, 400) / 1000);
    profile.debt = rounded(profile.revenue * draw.between(40, 600) / 1000);
    if (std::abs(profile.debt - profile.cash)
        < profile.revenue / 200) // its enterprise value is not its market cap
        profile.debt = rounded(profile.cash + profile.revenue / 50);
}

void drawStory(Profile& profile)
{
    Draw& draw = profile.draw;
    profile.segmentGrowth = draw.between(2, 45);
    profile.segmentPrior = std::max(1, profile.segmentGrowth + draw.between(-6, 5));
    profile.secondGrowth = draw.between(1, 12);
    profile.quarterGrowth = draw.between(-6, 24);
    if (profile.quarterGrowth == 0)
        profile.quarterGrowth = 1;
    profile.supportShare = draw.between(6, 16) * 5;
    profile.recognisedShare = draw.between(8, 28);
    profile.enthusiasm = draw.between(0, 4) + draw.between(1, 6);
    profile.priorEnthusiasm = std::clamp(profile.enthusiasm + draw.between(-2, 2), 0, 10);
    const bool silent = draw.chance(9);
    const int substance = draw.between(35, 100);
    profile.substance = profile.number % 10 == 0 ? 100 : silent ? 0 : substance;
}

/// What a place such as {small} or {site} asks to be drawn anew each time; empty for another place.
QString drawnWord(QStringView place, Draw& draw)
{
    if (place == u"small")
        return QString::number(draw.between(2, 18));
    if (place == u"large")
        return QString::number(draw.between(25, 94));
    if (place == u"site")
        return draw.pick(sites()).toString();
    if (place == u"customer")
        return draw.pick(customers()).toString();
    return place == u"hundreds" ? QString::number(draw.between(120, 980)) : QString();
}

} // namespace

Profile profileOf(int number)
{
    Profile profile {.number = number,
                     .draw = Draw(std::uint64_t {0x100000001b3} * static_cast<std::uint64_t>(number) + 17)};
    Draw& draw = profile.draw;
    const Currency& currency = currencyOf(draw);
    profile.currency = currency.code.toString();
    profile.mark = currency.mark.toString();
    profile.dollars = currency.dollars;
    profile.taxTenths = currency.taxTenths;
    profile.industry = &draw.pick(industries());
    profile.symbol = symbolOf(number);
    const QStringView adjective = draw.pick(adjectives());
    profile.shortName =
        QStringLiteral("%1 %2 %3").arg(adjective, draw.pick(places()), profile.industry->word);
    profile.name = QStringLiteral("%1 %2 (made up)").arg(profile.shortName).arg(number);
    profile.product = draw.pick(products()).toString();
    profile.assistant = draw.pick(assistants()).toString();
    profile.ceo = personOf(draw);
    do
        profile.cfo = personOf(draw);
    while (profile.cfo == profile.ceo);
    profile.latestCall = QDate(2026, 4, 14).addDays(draw.between(0, 24));
    profile.priorCall = QDate(2026, 1, 26).addDays(draw.between(0, 30));
    drawSize(profile, currency.usualPrice);
    drawStory(profile);
    return profile;
}

Places placesOf(const Profile& profile, bool priorCall)
{
    const IndustryWords& industry = *profile.industry;
    const auto whole = [](int value) { return QString::number(value); };
    return {{u"company", profile.shortName},
            {u"product", profile.product},
            {u"assistant", profile.assistant},
            {u"segment", industry.segment.toString()},
            {u"second", industry.second.toString()},
            {u"quarter", profile.spoken(priorCall ? profile.revenue * 27 / 100
                                                  : profile.revenue * (100 + profile.quarterGrowth) / 400)},
            {u"direction", profile.quarterGrowth > 0 ? QStringLiteral("up") : QStringLiteral("down")},
            {u"growth", whole(std::abs(profile.quarterGrowth))},
            {u"segment_growth", whole(priorCall ? profile.segmentPrior : profile.segmentGrowth)},
            {u"segment_prior", whole(priorCall ? profile.segmentPrior + 1 : profile.segmentPrior)},
            {u"second_growth", whole(profile.secondGrowth)},
            {u"revenue", profile.spoken(profile.revenue)},
            {u"segment_revenue", profile.spoken(profile.segmentRevenue)},
            {u"eps", Rounded(profile.eps).spoken(profile.mark)},
            {u"cash", profile.spoken(profile.cash)},
            {u"debt", profile.spoken(profile.debt)},
            {u"support", whole(profile.supportShare)},
            {u"recognised", whole(profile.recognisedShare)},
            {u"tax", tenthsText(profile.taxTenths)}};
}

QString personOf(Draw& draw)
{
    const QStringView first = draw.pick(firstNames());
    return QStringLiteral("%1 %2").arg(first, draw.pick(lastNames()));
}

QString filled(QStringView text, const Places& places, Draw& draw)
{
    QString out;
    out.reserve(text.size() + 48);
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype open = text.indexOf(u'{', at);
        if (open < 0) {
            out += text.sliced(at);
            break;
        }
        const qsizetype close = text.indexOf(u'}', open);
        out += text.sliced(at, open - at);
        const QStringView place = text.sliced(open + 1, close - open - 1);
        const auto known = std::find_if(places.begin(), places.end(),
                                        [place](const auto& one) { return one.first == place; });
        out += known != places.end() ? known->second : drawnWord(place, draw);
        at = close + 1;
    }
    return out;
}

} // namespace plumbline::synthetic
