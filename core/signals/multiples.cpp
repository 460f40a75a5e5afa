#include "core/signals/multiples.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Signals)
};

/// The currency a cell is in; empty where there is none.
QString currencyOf(const Sheet& sheet, const QString& name)
{
    const Sheet::Id id = sheet.find(name);
    return id == Sheet::none ? QString() : sheet.cell(id).unit.leadingCurrency();
}

/// Whether a fact has a value.
bool isKnown(const Sheet& sheet, const QString& name)
{
    const Sheet::Id id = sheet.find(name);
    return id != Sheet::none && !std::isnan(sheet.cell(id).value);
}

/// The name under which a value in another currency than the statements' stands in theirs; its own where they are one.
QString inMoney(Sheet& sheet, const QString& name, const Unit& money, const QString& title)
{
    const QString own = currencyOf(sheet, name);
    const QString wanted = money.currency();
    const bool isReceipt = name == u"price" && sheet.find(QStringLiteral("adr_ratio")) != Sheet::none;
    const bool converts = !own.isEmpty() && !wanted.isEmpty() && own != wanted;
    if (!converts && !isReceipt)
        return name;
    QString formula = name;
    if (converts) {
        const QString rate = QStringLiteral("fx.%1%2").arg(own.toLower(), wanted.toLower());
        if (sheet.find(rate) == Sheet::none)
            sheet.addUnknown(rate, money / Unit::of(own), Display::Plain,
                             Words::tr("no rate from %1 to %2 is in the workspace").arg(own, wanted));
        formula += QStringLiteral(" * ") + rate;
    }
    if (isReceipt)
        formula += QStringLiteral(" / adr_ratio");
    QString full = QStringLiteral("priced_in.%1_as_reported").arg(name);
    const Sheet::Id id = sheet.find(name);
    const Unit unit = name == u"price" ? money / Unit::of(u"share") : money;
    sheet.addFormula(full, formula, unit, sheet.cell(id).display, title);
    return full;
}

/// What the whole company costs, from its parts. A part that is none is left out: most companies have no preferred stock.
void addEnterpriseValue(Sheet& sheet, const Unit& money, const QString& cap)
{
    if (sheet.find(QStringLiteral("net_debt")) == Sheet::none) {
        QString parts = QStringLiteral("total_debt - cash");
        for (const char16_t* part : {u"preferred_stock", u"minority_interest"})
            if (isKnown(sheet, QString::fromUtf16(part)))
                parts += QStringLiteral(" + ") + QString::fromUtf16(part);
        sheet.addFormula(QStringLiteral("priced_in.net_debt"), parts, money, Display::Plain,
                         Words::tr("debt less cash"));
    } else {
        sheet.addFormula(QStringLiteral("priced_in.net_debt"), QStringLiteral("net_debt"), money,
                         Display::Plain, Words::tr("debt less cash"));
    }
    sheet.addFormula(QStringLiteral("priced_in.enterprise_value"),
                     cap + QStringLiteral(" + priced_in.net_debt"), money, Display::Plain,
                     Words::tr("enterprise value"));
}

/// The place of today's P/E among those of the company's own fiscal years.
void addOwnHistory(Sheet& sheet)
{
    constexpr int fewest = 4;
    QStringList below;
    for (int year = 0;; ++year) {
        const QString name = QStringLiteral("history.pe.%1").arg(year);
        if (!isKnown(sheet, name))
            break;
        below.append(QStringLiteral("if(priced_in.trailing_pe > %1, 1, 0)").arg(name));
    }
    const QString name = QStringLiteral("priced_in.pe_percentile");
    if (below.size() < fewest)
        sheet.addUnknown(name, {}, Display::Percent,
                         Words::tr("P/E of %1 of its own fiscal years known; at least %2 are needed")
                             .arg(below.size())
                             .arg(fewest));
    else
        sheet.addFormula(name,
                         QStringLiteral("(%1) / %2").arg(below.join(QStringLiteral(" + "))).arg(below.size()),
                         {}, Display::Percent, Words::tr("P/E against its own years"));
}

/// The same multiples on the last twelve months, where those are known.
void addLastTwelveMonths(Sheet& sheet, const QString& price, const QString& cap)
{
    const auto add = [&](const char16_t* needs, const char16_t* name, const QString& formula,
                         const QString& title) {
        if (sheet.find(QString::fromUtf16(needs)) != Sheet::none)
            sheet.addFormula(QStringLiteral("priced_in.ttm_") + QString::fromUtf16(name), formula, {},
                             Display::Times, title);
    };
    add(u"ttm.diluted_eps", u"pe",
        QStringLiteral("if(ttm.diluted_eps > 0, %1 / ttm.diluted_eps, percent_of(%1, ttm.diluted_eps))")
            .arg(price),
        Words::tr("P/E, last twelve months"));
    add(u"ttm.revenue", u"market_cap_to_sales", cap + QStringLiteral(" / ttm.revenue"),
        Words::tr("market cap / sales, last twelve months"));
    add(u"ttm.revenue", u"ev_to_sales", QStringLiteral("priced_in.enterprise_value / ttm.revenue"),
        Words::tr("EV / sales, last twelve months"));
}

void addReaction(Sheet& sheet)
{
    for (const auto& [name, display] :
         {std::pair {u"priced_in.reaction", Display::Percent}, {u"priced_in.reaction_t", Display::Plain}})
        if (sheet.find(QString::fromUtf16(name)) == Sheet::none)
            sheet.addUnknown(QString::fromUtf16(name), {}, display,
                             Words::tr("no daily prices since the latest report are in the workspace"));
}

/// How targets stand to the price, and where they went since results were reported.
void addTargets(Sheet& sheet)
{
    if (!isKnown(sheet, QStringLiteral("targets.consensus")))
        return;
    sheet.addFormula(QStringLiteral("targets.upside"), QStringLiteral("growth(price, targets.consensus)"), {},
                     Display::Percent, Words::tr("mean target against the price"));
    if (isKnown(sheet, QStringLiteral("targets.before")))
        sheet.addFormula(QStringLiteral("targets.change"),
                         QStringLiteral("growth(targets.before, targets.consensus)"), {}, Display::Percent,
                         Words::tr("change since before the latest report"));
    else
        sheet.addUnknown(
            QStringLiteral("targets.change"), {}, Display::Percent,
            Words::tr("no price target from before the latest report is stored; it will be known after "
                      "the next report"));
}

/// Consensus today against what it was, for the same fiscal year (methods.md 4.7, revisions by size).
void addRevisions(Sheet& sheet)
{
    for (const auto& [figure, days, title] :
         {std::tuple {u"eps"_s, 30, Words::tr("revision of consensus EPS in 30 days")},
          {u"eps"_s, 90, Words::tr("revision of consensus EPS in 90 days")},
          {u"revenue"_s, 30, Words::tr("revision of consensus revenue in 30 days")},
          {u"revenue"_s, 90, Words::tr("revision of consensus revenue in 90 days")}}) {
        const QString before = u"consensus_before.%1_%2d"_s.arg(figure).arg(days);
        const QString name = u"priced_in.%1_revision_%2d"_s.arg(figure).arg(days);
        if (isKnown(sheet, before))
            sheet.addFormula(name, u"percent_of(consensus.%1 - %2, %2)"_s.arg(figure, before), {},
                             Display::Percent, title);
        else if (sheet.find(before) != Sheet::none) // what is unknown has no unit to compute with
            sheet.addUnknown(name, {}, Display::Percent, sheet.value(before).error().message);
    }
}

} // namespace

void addMultiples(Sheet& sheet, const Unit& money)
{
    const QString price =
        inMoney(sheet, QStringLiteral("price"), money, Words::tr("price as the figures are reported"));
    const QString cap = inMoney(sheet, QStringLiteral("market_cap"), money,
                                Words::tr("market cap as the figures are reported"));
    addEnterpriseValue(sheet, money, cap);
    const auto add = [&](const char16_t* name, const char16_t* formula, Display display,
                         const QString& title) {
        QString text = QString::fromUtf16(formula);
        text.replace(u"@price"_s, price).replace(u"@cap"_s, cap);
        sheet.addFormula(QStringLiteral("priced_in.") + QString::fromUtf16(name), text, {}, display, title);
    };
    add(u"trailing_pe", u"if(diluted_eps > 0, @price / diluted_eps, percent_of(@price, diluted_eps))",
        Display::Times, Words::tr("trailing P/E"));
    add(u"forward_pe", u"if(consensus.eps > 0, @price / consensus.eps, percent_of(@price, consensus.eps))",
        Display::Times, Words::tr("forward P/E"));
    add(u"market_cap_to_sales", u"@cap / revenue", Display::Times, Words::tr("market cap / sales"));
    add(u"ev_to_sales", u"priced_in.enterprise_value / revenue", Display::Times, Words::tr("EV / sales"));
    addLastTwelveMonths(sheet, price, cap);
    addOwnHistory(sheet);
    addReaction(sheet);
    addTargets(sheet);
    addRevisions(sheet);
    if (sheet.find(QStringLiteral("consensus.later_years.0.eps_growth_percent")) == Sheet::none)
        sheet.addUnknown(QStringLiteral("consensus.later_years.0.eps_growth_percent"), {}, Display::Percent,
                         Words::tr("no estimates beyond the next year are known"));
    add(u"eps_growth_two_year",
        u"((1 + consensus.eps_growth_percent) * (1 + consensus.later_years.0.eps_growth_percent))^(1 / 2) - "
        u"1",
        Display::Percent, Words::tr("EPS growth a year over two years"));
    add(u"peg", u"percent_of(priced_in.forward_pe, 100 * priced_in.eps_growth_two_year)", Display::Times,
        Words::tr("PEG"));
    // The growth that would justify the price: earnings grow for `years`, are then worth `exit multiple`, discounted.
    add(u"implied_growth",
        u"(1 + implied_growth.discount_rate) * percent_of(@price, diluted_eps * "
        u"implied_growth.exit_multiple)^(1 / implied_growth.horizon) - 1",
        Display::Percent, Words::tr("growth the price implies"));
    add(u"implied_less_expected", u"priced_in.implied_growth - priced_in.eps_growth_two_year",
        Display::Points, Words::tr("implied less expected growth"));
}

} // namespace plumbline
