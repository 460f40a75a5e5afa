#include "core/uplift/build.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Company)
};

struct Expected
{
    QString name;
    QString title;
    enum class What { Money, PerShare, Plain, Percent, Count } what;
};

/// The facts every card asks for; one that the dossier lacks becomes an unknown with a reason.
std::vector<Expected> expectedFacts(const Dossier& dossier)
{
    using W = Expected::What;
    const QString base = dossier.baseYear;
    const QString next = dossier.consensusYear;
    const auto fact = [](const char16_t* name, const QString& title, W what) {
        return Expected {QString::fromUtf16(name), title, what};
    };
    return {
        fact(u"price", Words::tr("price"), W::PerShare),
        fact(u"market_cap", Words::tr("market cap"), W::Money),
        fact(u"base.revenue", Words::tr("revenue %1").arg(base), W::Money),
        fact(u"base.net_income", Words::tr("net income %1").arg(base), W::Money),
        fact(u"base.diluted_eps", Words::tr("diluted EPS %1").arg(base), W::PerShare),
        fact(u"consensus.revenue", Words::tr("consensus revenue %1").arg(next), W::Money),
        fact(u"consensus.revenue_low", Words::tr("lowest revenue estimate"), W::Money),
        fact(u"consensus.revenue_high", Words::tr("highest revenue estimate"), W::Money),
        fact(u"consensus.net_income", Words::tr("consensus net income %1").arg(next), W::Money),
        fact(u"consensus.eps", Words::tr("consensus EPS %1").arg(next), W::PerShare),
        fact(u"consensus.eps_low", Words::tr("lowest EPS estimate"), W::PerShare),
        fact(u"consensus.eps_high", Words::tr("highest EPS estimate"), W::PerShare),
        fact(u"consensus.analysts", Words::tr("number of analysts"), W::Count),
        fact(u"total_debt", Words::tr("total debt"), W::Money),
        fact(u"cash", Words::tr("cash"), W::Money),
        fact(u"options.proxy.dollar_adv", Words::tr("average daily dollar volume"), W::Money),
        fact(u"options.proxy.beta", Words::tr("beta"), W::Plain),
        fact(u"confirmation.insiders.open_market_buys", Words::tr("open-market buys"), W::Count),
        fact(u"confirmation.insiders.open_market_sells", Words::tr("open-market sells"), W::Count),
        fact(u"confirmation.institutions.new", Words::tr("new positions"), W::Count),
        fact(u"confirmation.institutions.closed", Words::tr("closed positions"), W::Count),
        fact(u"confirmation.institutions.increased", Words::tr("increased positions"), W::Count),
        fact(u"confirmation.institutions.reduced", Words::tr("reduced positions"), W::Count),
        fact(u"confirmation.institutions.ownership_change_pp", Words::tr("change in institutional ownership"),
             W::Percent),
        fact(u"confirmation.institutions.holders_change", Words::tr("change in holders"), W::Count),
        fact(u"confirmation.language.direction", Words::tr("direction of language"), W::Plain),
    };
}

Unit unitOf(Expected::What what, const Unit& money)
{
    if (what == Expected::What::Money)
        return money;
    return what == Expected::What::PerShare ? money / Unit::of(u"share") : Unit {};
}

Display displayOf(Expected::What what)
{
    if (what == Expected::What::Percent)
        return Display::Points;
    return what == Expected::What::Count ? Display::Count : Display::Plain;
}

/// What a fact beyond the expected ones measures, by the last word of its name: needed where its value is not known.
Expected::What whatByName(const QString& name)
{
    const QString last = name.section(u'.', -1);
    if (last.startsWith(u"revenue") || last.startsWith(u"net_income") || last.endsWith(u"_income"))
        return last.endsWith(u"_percent") || last.contains(u"growth") ? Expected::What::Plain
                                                                      : Expected::What::Money;
    return last == u"eps" || last == u"eps_low" || last == u"eps_high" ? Expected::What::PerShare
                                                                       : Expected::What::Plain;
}

void addFact(Sheet& sheet, const Fact& fact, const QString& title, const Unit& unit, Display display)
{
    Origin origin {.kind = Origin::Kind::Field, .source = fact.source, .note = fact.note};
    const QString words = fact.title.isEmpty() ? title : fact.title;
    if (fact.value) {
        const Display shown = fact.value->display == Display::Plain || display == Display::Points
                                ? display
                                : fact.value->display;
        sheet.addLeaf(fact.name, fact.value->value, fact.value->unit, shown, std::move(origin), words);
    } else {
        sheet.addUnknown(fact.name, unit, display,
                         fact.unknown.isEmpty() ? Words::tr("not known") : fact.unknown, std::move(origin));
    }
}

/// Growth of a consensus figure: reported where only the growth is known, else computed.
void addGrowth(Sheet& sheet, const QString& name, const QString& from, const QString& to)
{
    if (sheet.find(name) == Sheet::none)
        sheet.addFormula(name, QStringLiteral("growth(%1, %2)").arg(from, to), {}, Display::Percent);
}

void addLaterYears(Sheet& sheet, const Dossier& dossier)
{
    QString before = QStringLiteral("consensus");
    for (int year = 0; year < 8; ++year) {
        const QString row = QStringLiteral("consensus.later_years.%1").arg(year);
        bool any = false;
        for (const Fact& fact : dossier.facts)
            any = any || fact.name.startsWith(row + u'.');
        if (!any)
            return;
        const Unit money = Unit::of(dossier.currency);
        const QString reason = Words::tr("the source gives no such estimate");
        for (const char16_t* level : {u".revenue", u".revenue_low", u".revenue_high", u".net_income"})
            if (sheet.find(row + QString::fromUtf16(level)) == Sheet::none)
                sheet.addUnknown(row + QString::fromUtf16(level), money, Display::Plain, reason);
        for (const char16_t* level : {u".eps", u".eps_low", u".eps_high"})
            if (sheet.find(row + QString::fromUtf16(level)) == Sheet::none)
                sheet.addUnknown(row + QString::fromUtf16(level), money / Unit::of(u"share"), Display::Plain,
                                 reason);
        if (sheet.find(row + QStringLiteral(".analysts")) == Sheet::none)
            sheet.addUnknown(row + QStringLiteral(".analysts"), {}, Display::Count, reason);
        for (const auto& [level, growth] : {std::pair {u".revenue", u".revenue_growth_percent"},
                                            {u".net_income", u".net_income_growth_percent"},
                                            {u".eps", u".eps_growth_percent"}})
            addGrowth(sheet, row + QString::fromUtf16(growth), before + QString::fromUtf16(level),
                      row + QString::fromUtf16(level));
        before = row;
    }
}

} // namespace

void addCompany(Sheet& sheet, const Basis& basis)
{
    const Dossier& dossier = basis.coverage.dossier;
    const Unit money = basis.money();
    const std::vector<Expected> expected = expectedFacts(dossier);
    for (const Expected& fact : expected)
        sheet.addUnknown(fact.name, unitOf(fact.what, money), displayOf(fact.what),
                         Words::tr("not known: no source gave it"));
    for (const Fact& fact : dossier.facts) {
        const auto known = std::find_if(expected.begin(), expected.end(),
                                        [&](const Expected& one) { return one.name == fact.name; });
        const Expected::What what = known != expected.end() ? known->what : whatByName(fact.name);
        addFact(sheet, fact, known != expected.end() ? known->title : QString(), unitOf(what, money),
                displayOf(what));
    }
    const QString prefix = QStringLiteral("base.");
    sheet.addFormula(prefix + QStringLiteral("shares"), QStringLiteral("net_income / diluted_eps"),
                     Unit::of(u"share"), Display::Plain);
    sheet.addFormula(prefix + QStringLiteral("net_margin_percent"), QStringLiteral("net_income / revenue"),
                     {}, Display::Percent, Words::tr("net margin"));
    const QString consensus = QStringLiteral("consensus.");
    addGrowth(sheet, consensus + QStringLiteral("revenue_growth_percent"), QStringLiteral("revenue"),
              QStringLiteral("consensus.revenue"));
    addGrowth(sheet, consensus + QStringLiteral("net_income_growth_percent"), QStringLiteral("net_income"),
              QStringLiteral("consensus.net_income"));
    addGrowth(sheet, consensus + QStringLiteral("eps_growth_percent"), QStringLiteral("diluted_eps"),
              QStringLiteral("consensus.eps"));
    sheet.addFormula(consensus + QStringLiteral("revenue_added"),
                     QStringLiteral("consensus.revenue - revenue"), money, Display::Plain,
                     Words::tr("growth expected"));
    sheet.addFormula(consensus + QStringLiteral("income_added"),
                     QStringLiteral("consensus.net_income - net_income"), money, Display::Plain,
                     Words::tr("growth expected"));
    addLaterYears(sheet, dossier);
    // Facts and what follows from them are open to claims; only results built on claims are not.
    for (const char16_t* name : {u"base.shares", u"base.net_margin_percent"}) {
        Cell cell = sheet.cell(sheet.find(QString::fromUtf16(name)));
        cell.result = false;
        sheet.add(std::move(cell));
    }
    const Fact* worth =
        dossier.fact(u"market_cap"); // of a share of another country in another currency than its figures
    const QString quoted = worth != nullptr && worth->value ? worth->value->unit.currency() : QString();
    const QString currency = quoted.isEmpty() ? dossier.currency : quoted;
    const bool dollars = currency == u"USD";
    const QString rate = QStringLiteral("fx.%1usd").arg(currency.toLower());
    if (!dollars && sheet.find(rate) == Sheet::none)
        sheet.addUnknown(rate, Unit::of(u"USD") / Unit::of(currency), Display::Plain,
                         Words::tr("no exchange rate is in the workspace"));
    sheet.addFormula(QStringLiteral("market_cap_usd"),
                     dollars ? QStringLiteral("market_cap") : QStringLiteral("market_cap * ") + rate,
                     Unit::of(u"USD"), Display::Plain, Words::tr("market cap in dollars"));
}

} // namespace plumbline
