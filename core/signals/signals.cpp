#include "core/signals/signals.h"

#include "core/signals/multiples.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Signals)
};

void addConfirmation(Sheet& sheet)
{
    const auto add = [&](const char16_t* name, const char16_t* formula, Display display,
                         const QString& title) {
        sheet.addFormula(QStringLiteral("confirmation.") + QString::fromUtf16(name),
                         QString::fromUtf16(formula), {}, display, title);
    };
    add(u"insiders.trades",
        u"confirmation.insiders.open_market_buys + confirmation.insiders.open_market_sells", Display::Count,
        Words::tr("open-market trades"));
    add(u"insiders.net_purchase_ratio",
        u"(confirmation.insiders.open_market_buys - confirmation.insiders.open_market_sells) / "
        u"confirmation.insiders.trades",
        Display::Plain, Words::tr("net purchase ratio"));
    add(u"institutions.breadth",
        u"percent_of(confirmation.institutions.new - confirmation.institutions.closed, "
        u"confirmation.institutions.new + confirmation.institutions.closed)",
        Display::Percent, Words::tr("new less closed positions"));
    add(u"institutions.flow",
        u"percent_of(confirmation.institutions.increased - confirmation.institutions.reduced, "
        u"confirmation.institutions.increased + confirmation.institutions.reduced)",
        Display::Percent, Words::tr("increased less reduced positions"));
    add(u"institutions.adds_to_cuts",
        u"percent_of(confirmation.institutions.new + confirmation.institutions.increased, "
        u"confirmation.institutions.closed + confirmation.institutions.reduced)",
        Display::Times, Words::tr("positions added to against positions cut"));
}

/// The signs of the institutions' signals, and how many measures vote on what is priced in.
void addCounts(Sheet& sheet)
{
    for (const auto& [name, figure] : {std::pair {u"breadth", u"confirmation.institutions.breadth"},
                                       {u"flow", u"confirmation.institutions.flow"},
                                       {u"ownership", u"confirmation.institutions.ownership_change_pp"}})
        sheet.addFormula(QStringLiteral("confirmation.institutions.%1_sign").arg(QString::fromUtf16(name)),
                         QStringLiteral("if(%1 > 0, 1, if(%1 < 0, -1, 0))").arg(QString::fromUtf16(figure)),
                         {}, Display::Count);
    const Origin origin {.kind = Origin::Kind::Assumption,
                         .author = QStringLiteral("rule"),
                         .scope = QStringLiteral("global"),
                         .note = Words::tr("each measure that is known has one vote")};
    const Sheet::Id weight =
        sheet.addLeaf(QStringLiteral("priced_in.vote_weight"), 1, {}, Display::Count, origin);
    Cell votes {.kind = Cell::Kind::KnownSum,
                .name = QStringLiteral("priced_in.votes_known"),
                .display = Display::Count,
                .result = true};
    for (const char16_t* name :
         {u"aggregate.mean_share", u"priced_in.peg", u"priced_in.implied_less_expected",
          u"priced_in.pe_percentile", u"priced_in.reaction_t"})
        votes.terms.push_back({sheet.find(QString::fromUtf16(name)), weight});
    sheet.add(std::move(votes));
}

/// Fitted on 255 US names in 2026: spread and open interest from dollar volume (in billions), price and beta.
void addOptionsProxy(Sheet& sheet, const Unit& money)
{
    const QString code = money.currency();
    const auto add = [&](const char16_t* name, QString formula, Display display) {
        sheet.addFormula(QStringLiteral("options.proxy.") + QString::fromUtf16(name),
                         formula.replace(u'$', code), {}, display);
    };
    add(u"spread_percent",
        QStringLiteral("10^(-0.535 - 0.281 * log10(options.proxy.dollar_adv / $1B) - 0.025 * log10(price / "
                       "$1/share) - 0.078 * options.proxy.beta)"),
        Display::Percent);
    add(u"open_interest",
        QStringLiteral("10^(6.041 + 1.569 * log10(options.proxy.dollar_adv / $1B) - 0.897 * log10(price / "
                       "$1/share) + 0.053 * options.proxy.beta) - 1"),
        Display::Count);
}

PricedInVote vote(const Sheet& sheet, const char16_t* measure, const QString& name, double lowSide,
                  double highSide, const QString& rule)
{
    PricedInVote result {QString::fromUtf16(measure), name, {}, rule};
    const auto value = sheet.value(name);
    if (!value) {
        result.why = value.error().message;
        return result;
    }
    const bool rising = lowSide < highSide; // a larger value means more is priced in
    const bool low = rising ? *value < lowSide : *value > lowSide;
    const bool high = rising ? *value > highSide : *value < highSide;
    result.vote = low ? QStringLiteral("low") : high ? QStringLiteral("high") : QStringLiteral("medium");
    return result;
}

SignalReading insidersReading(const Sheet& sheet)
{
    const auto buys = sheet.value(QStringLiteral("confirmation.insiders.open_market_buys"));
    const auto sells = sheet.value(QStringLiteral("confirmation.insiders.open_market_sells"));
    if (!buys || !sells)
        return {{}, (buys ? sells : buys).error().message};
    const QString counts = Words::tr("%1 bought, %2 sold in the open market").arg(*buys).arg(*sells);
    if (*buys + *sells < 3)
        return {QStringLiteral("too few"), counts};
    const double ratio = (*buys - *sells) / (*buys + *sells);
    return {ratio > 0.2    ? QStringLiteral("buying")
            : ratio < -0.2 ? QStringLiteral("selling")
                           : QStringLiteral("mixed"),
            counts};
}

int signOf(double value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

SignalReading institutionsReading(const Sheet& sheet, std::vector<InstitutionSignal>& signs)
{
    double strongestContradiction[2] = {0, 0}; // against adding, against trimming
    QString missing;
    for (const auto& [word, name] : {std::pair {u"breadth", u"confirmation.institutions.breadth"},
                                     {u"flow", u"confirmation.institutions.flow"},
                                     {u"ownership", u"confirmation.institutions.ownership_change_pp"}}) {
        const auto value = sheet.value(QString::fromUtf16(name));
        if (!value) {
            missing = value.error().message;
            continue;
        }
        signs.push_back({QString::fromUtf16(word), signOf(*value)});
        if (*value < 0)
            strongestContradiction[0] = std::max(strongestContradiction[0], -*value);
        else
            strongestContradiction[1] = std::max(strongestContradiction[1], *value);
    }
    if (signs.size() < 2)
        return {{}, missing};
    const auto count = [&](int sign) {
        return std::count_if(signs.begin(), signs.end(),
                             [sign](const InstitutionSignal& one) { return one.sign == sign; });
    };
    const QString which =
        Words::tr("%1 of %2 signals say adding, %3 trimming").arg(count(1)).arg(signs.size()).arg(count(-1));
    if (count(1) >= 2 && strongestContradiction[0] <= 0.01)
        return {QStringLiteral("adding"), which};
    if (count(-1) >= 2 && strongestContradiction[1] <= 0.01)
        return {QStringLiteral("trimming"), which};
    return {QStringLiteral("mixed"), which};
}

SignalReading languageReading(const Sheet& sheet)
{
    const auto direction = sheet.value(QStringLiteral("confirmation.language.direction"));
    if (!direction)
        return {{}, direction.error().message};
    return {*direction > 0   ? QStringLiteral("more confident")
            : *direction < 0 ? QStringLiteral("more guarded")
                             : QStringLiteral("little changed"),
            {}};
}

/// +1 supports what management says, -1 doubts it, 0 neither.
int support(const QString& direction)
{
    if (direction == u"buying" || direction == u"adding" || direction == u"more confident")
        return 1;
    return direction == u"selling" || direction == u"trimming" || direction == u"more guarded" ? -1 : 0;
}

QString inWords(const SignalReading& reading)
{
    return reading.direction.isEmpty() ? Words::tr("unknown") : reading.direction;
}

} // namespace

void addSignals(Sheet& sheet, const Unit& money)
{
    addMultiples(sheet, money);
    addConfirmation(sheet);
    addCounts(sheet);
    addOptionsProxy(sheet, money);
}

PricedInVotes pricedInVotes(const Sheet& sheet)
{
    PricedInVotes result;
    result.votes.push_back(vote(sheet, u"share of consensus growth", QStringLiteral("aggregate.mean_share"),
                                1.0, 0.33, Words::tr("above 100 % of expected growth low, below 33 % high")));
    result.votes.push_back(vote(sheet, u"PEG", QStringLiteral("priced_in.peg"), 1.0, 2.0,
                                Words::tr("below 1 low, above 2 high")));
    result.votes.push_back(vote(sheet, u"implied growth", QStringLiteral("priced_in.implied_less_expected"),
                                -0.05, 0.0,
                                Words::tr("more than 5 points below expected growth low, above it high")));
    result.votes.push_back(vote(sheet, u"own history", QStringLiteral("priced_in.pe_percentile"), 0.3, 0.7,
                                Words::tr("P/E below 30 % of its own years low, above 70 % high")));
    result.votes.push_back(vote(sheet, u"reaction", QStringLiteral("priced_in.reaction_t"), -1.0, 2.0,
                                Words::tr("under −1 usual moves since the report low, over 2 high")));
    std::vector<int> known;
    for (const PricedInVote& one : result.votes)
        if (!one.vote.isEmpty())
            known.push_back(one.vote == u"low" ? 1 : one.vote == u"high" ? 3 : 2);
    result.known = static_cast<int>(known.size());
    if (known.size() < 3)
        return result;
    std::sort(known.begin(), known.end());
    // Of an even number the two in the middle: where they differ, neither side has it.
    const int upper = known[known.size() / 2];
    const int lower = known[(known.size() - 1) / 2];
    const int median = upper == lower ? upper : 2;
    result.verdict = median == 1 ? QStringLiteral("low")
                   : median == 3 ? QStringLiteral("high")
                                 : QStringLiteral("medium");
    return result;
}

Confirmation confirmation(const Sheet& sheet)
{
    Confirmation result;
    result.insiders = insidersReading(sheet);
    result.institutions = institutionsReading(sheet, result.institutionSignals);
    result.language = languageReading(sheet);
    int known = 0;
    int supporting = 0;
    int doubting = 0;
    for (const SignalReading* reading : {&result.insiders, &result.institutions, &result.language}) {
        if (reading->direction.isEmpty() || reading->direction == u"too few")
            continue;
        ++known;
        supporting += support(reading->direction) == 1;
        doubting += support(reading->direction) == -1;
    }
    if (known == 0)
        result.verdict = Words::tr("Unknown");
    else if (supporting == known)
        result.verdict = Words::tr("Confirmed");
    else if (doubting == known)
        result.verdict = Words::tr("Doubted");
    else
        result.verdict = Words::tr("Mixed");
    result.sentence = Words::tr("%1: insiders %2, institutions %3, management language %4.")
                          .arg(result.verdict, inWords(result.insiders), inWords(result.institutions),
                               inWords(result.language));
    return result;
}

QString optionsLiquidityByProxy(const Sheet& sheet)
{
    const auto spread = sheet.value(QStringLiteral("options.proxy.spread_percent"));
    const auto interest = sheet.value(QStringLiteral("options.proxy.open_interest"));
    if (!spread || !interest)
        return {};
    if (*spread <= 0.10 && *interest >= 5000)
        return QStringLiteral("good");
    return *spread <= 0.25 && *interest >= 500 ? QStringLiteral("fair") : QStringLiteral("poor");
}

} // namespace plumbline
