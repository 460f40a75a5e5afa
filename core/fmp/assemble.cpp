#include "core/fmp/assemble.h"

#include "core/fmp/assembleowners.h"
#include "core/fmp/assembleprices.h"
#include "core/fmp/assembleviews.h"
#include "core/fmp/assembleworth.h"
#include "core/fmp/factwriter.h"
#include "core/values/fiscalperiod.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace plumbline::fmp {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fmp)
};

/// The latest full fiscal year; none where FMP has no annual row.
const IncomeStatement* latestYear(const Answers& answers)
{
    const IncomeStatement* latest = nullptr;
    if (!answers.statements)
        return nullptr;
    for (const IncomeStatement& one : *answers.statements)
        if (one.fiscalYear && one.date.isValid() && (latest == nullptr || latest->date < one.date))
            latest = &one;
    return latest;
}

Number times(Number one, Number other)
{
    if (!one || !other)
        return std::nullopt;
    return *one * *other;
}

/// The currency of the price known so far. None where FMP may write it in parts, as pence: without the profile it cannot
/// be told, and the older price stays.
QString currencyKnown(const Dossier& dossier)
{
    const Fact* price = dossier.fact(u"price");
    if (price == nullptr || !price->value)
        return {};
    const QString code = price->value->unit.toString().section(u'/', 0, 0);
    return code == u"GBP" || code == u"ZAR" || code == u"ILS" ? QString() : code;
}

/// The day of a moment in Unix seconds; that of the fetch where the number is no moment of a market.
QDate dayOf(Number seconds, const QDateTime& fetched)
{
    constexpr double tomorrow = 86400;
    if (!seconds || !(*seconds > 0) || *seconds > double(fetched.toSecsSinceEpoch()) + tomorrow)
        return fetched.toUTC().date();
    return QDateTime::fromSecsSinceEpoch(qint64(*seconds), Qt::UTC).date();
}

void writeRate(FactWriter& facts, const Rate& rate, const QDateTime& fetched)
{
    facts.from(u"quote %1%2"_s.arg(rate.from, rate.to), dayOf(rate.quote.timestamp, fetched));
    facts.rate(u"fx.%1%2"_s.arg(rate.from.toLower(), rate.to.toLower()), u"price"_s,
               measured(rate.quote.price), rate.from, rate.to);
}

/// Ordinary shares behind one depositary receipt, where the market value tells it: FMP names none.
void writeAdrRatio(FactWriter& facts, const IncomeStatement* year, Number price, Number cap)
{
    constexpr double near = 0.08; // buy-backs within a year move the count of shares by less
    const QString field = u"weighted diluted shares x price / marketCap"_s;
    const Number shares = year != nullptr ? measured(year->sharesDiluted) : Number();
    if (shares && price && cap) {
        const double ratio = *shares * *price / *cap;
        for (const double whole :
             {1., 2., 3., 4., 5., 6., 8., 10., 15., 20., 25., 50., 100., 0.5, 0.25, 0.2, 0.1})
            if (std::abs(ratio / whole - 1) < near)
                return facts.number(u"adr_ratio"_s, field, whole, Display::Plain,
                                    Words::tr("ordinary shares behind one receipt"));
    }
    facts.unknown(u"adr_ratio"_s, field,
                  Words::tr("the share is a depositary receipt, and FMP does not say for how many ordinary "
                            "shares one stands"));
}

void writeMarket(FactWriter& facts, Dossier& dossier, const Answers& answers, const QDateTime& fetched)
{
    const Profile* profile =
        answers.profile && !answers.profile->empty() ? &answers.profile->front() : nullptr;
    const Quote* quote = answers.quote && !answers.quote->empty() ? &answers.quote->front() : nullptr;
    if (profile != nullptr) {
        if (!profile->companyName.isEmpty())
            dossier.name = profile->companyName;
        if (!profile->industry.isEmpty())
            dossier.industry = profile->industry;
    }
    if (!wasAsked(answers.quote) || (profile == nullptr && quote == nullptr))
        return;
    const QDate day = quote != nullptr ? dayOf(quote->timestamp, fetched) : fetched.toUTC().date();
    facts.from(quote != nullptr ? u"quote"_s : u"profile"_s, day);
    const Number price = measured(quote != nullptr ? quote->price : profile->price);
    Number cap = measured(quote != nullptr ? quote->marketCap : profile->marketCap);
    if (!cap && profile != nullptr)
        cap = measured(profile->marketCap);
    const QString written = profile != nullptr        ? profile->currency
                          : wasAsked(answers.profile) ? QString()
                                                      : currencyKnown(dossier);
    if (written.isEmpty()) {
        const QString why = Words::tr("FMP did not say which currency the price is in");
        facts.unknown(u"price"_s, u"price"_s, why);
        facts.unknown(u"market_cap"_s, u"marketCap"_s, why);
        return;
    }
    const PriceCurrency currency = priceCurrency(written);
    const Number whole = price ? Number(*price / currency.parts) : Number();
    facts.perShare(u"price"_s, u"price"_s, whole, currency.code);
    facts.money(u"market_cap"_s, u"marketCap"_s, cap, currency.code);
    if (profile == nullptr)
        return;
    facts.from(u"profile"_s, day);
    if (!isOfDailyPrices(dossier.fact(u"options.proxy.dollar_adv")))
        facts.money(u"options.proxy.dollar_adv"_s, u"averageVolume times price"_s,
                    times(whole, profile->averageVolume), currency.code);
    if (!isOfDailyPrices(dossier.fact(u"options.proxy.beta")))
        facts.number(u"options.proxy.beta"_s, u"beta"_s, measured(profile->beta));
    if (profile->isAdr.value_or(false))
        writeAdrRatio(facts, latestYear(answers), whole, cap);
}

void writeBase(FactWriter& facts, Dossier& dossier, const IncomeStatement& year)
{
    const QString currency = year.reportedCurrency.isEmpty() ? dossier.currency : year.reportedCurrency;
    dossier.currency = currency;
    dossier.fiscalYearEnd = year.date.toString(u"MM-dd"_s);
    dossier.baseYear = FiscalPeriod {.year = *year.fiscalYear}.toString();
    dossier.consensusYear = FiscalPeriod {.year = *year.fiscalYear + 1}.toString();
    facts.from(u"income-statement %1"_s.arg(dossier.baseYear),
               year.filingDate.isValid() ? year.filingDate : year.date);
    facts.money(u"base.revenue"_s, u"revenue"_s, measured(year.revenue), currency);
    facts.money(u"base.net_income"_s, u"netIncome"_s, measured(year.netIncome), currency);
    facts.perShare(u"base.diluted_eps"_s, u"epsDiluted"_s, measured(year.epsDiluted), currency);
    facts.money(u"pretax_income"_s, u"incomeBeforeTax"_s, measured(year.incomeBeforeTax), currency);
}

/// The estimate of the fiscal year that ends so many years after the base; FMP's dates move by days.
const Estimate* estimateOf(const std::vector<Estimate>& estimates, const QDate& base, int years)
{
    constexpr int nearest = 15;
    const QDate end = base.addYears(years);
    const Estimate* found = nullptr;
    for (const Estimate& one : estimates) {
        const auto apart = std::abs(one.date.daysTo(end));
        if (one.date.isValid() && apart <= nearest
            && (found == nullptr || apart < std::abs(found->date.daysTo(end))))
            found = &one;
    }
    return found;
}

/// Why there is no estimate of a year, with the years that there are.
QString noEstimate(const std::vector<Estimate>& estimates, const QString& year)
{
    QStringList ends;
    for (const Estimate& one : estimates)
        if (one.date.isValid())
            ends.append(one.date.toString(Qt::ISODate));
    ends.sort();
    return ends.isEmpty() ? Words::tr("FMP has no estimate for %1").arg(year)
                          : Words::tr("FMP has no estimate for %1, only for years that end on %2")
                                .arg(year, ends.join(u", "_s));
}

void writeConsensus(FactWriter& facts, const Dossier& dossier, const std::vector<Estimate>& estimates,
                    const IncomeStatement& base, const QDate& today)
{
    const QString currency = dossier.currency;
    const auto year = [&](int ahead) { return FiscalPeriod {.year = *base.fiscalYear + ahead}.toString(); };
    const auto from = [&](int ahead) { facts.from(u"analyst-estimates %1"_s.arg(year(ahead)), today); };
    const Estimate* next = estimateOf(estimates, base.date, 1);
    from(1);
    if (next == nullptr) {
        const QString why = noEstimate(estimates, year(1));
        for (const QString& name : {u"revenue"_s, u"revenue_low"_s, u"revenue_high"_s, u"net_income"_s,
                                    u"eps"_s, u"eps_low"_s, u"eps_high"_s, u"analysts"_s})
            facts.unknown(u"consensus."_s + name, name, why);
        return;
    }
    const Estimate& one = *next;
    facts.money(u"consensus.revenue"_s, u"revenueAvg"_s, measured(one.revenueAvg), currency);
    facts.money(u"consensus.revenue_low"_s, u"revenueLow"_s, measured(one.revenueLow), currency);
    facts.money(u"consensus.revenue_high"_s, u"revenueHigh"_s, measured(one.revenueHigh), currency);
    facts.money(u"consensus.net_income"_s, u"netIncomeAvg"_s, measured(one.netIncomeAvg), currency);
    facts.perShare(u"consensus.eps"_s, u"epsAvg"_s, measured(one.epsAvg), currency);
    facts.perShare(u"consensus.eps_low"_s, u"epsLow"_s, measured(one.epsLow), currency);
    facts.perShare(u"consensus.eps_high"_s, u"epsHigh"_s, measured(one.epsHigh), currency);
    facts.number(u"consensus.analysts"_s, u"numAnalystsEps"_s, one.analystsEps, Display::Count);
    for (int later = 0; const Estimate* then = estimateOf(estimates, base.date, later + 2); ++later) {
        const QString name = u"consensus.later_years.%1."_s.arg(later);
        from(later + 2);
        facts.money(name + u"revenue"_s, u"revenueAvg"_s, measured(then->revenueAvg), currency);
        facts.money(name + u"net_income"_s, u"netIncomeAvg"_s, measured(then->netIncomeAvg), currency);
        facts.perShare(name + u"eps"_s, u"epsAvg"_s, measured(then->epsAvg), currency);
    }
}

void writeNextReport(Dossier& dossier, const std::vector<Earnings>& earnings, const QDate& today)
{
    QDate next;
    for (const Earnings& one : earnings)
        if (one.date >= today && !one.epsActual && (!next.isValid() || one.date < next))
            next = one.date;
    if (next.isValid())
        dossier.nextReport = next.toString(Qt::ISODate);
}

/// The day results were last reported; of a call at hand, or of a report that FMP has figures of.
QDate lastReport(const Coverage& coverage, const Answers& answers, const QDate& today)
{
    QDate last;
    for (const Call& one : coverage.calls)
        if (const QDate day = QDate::fromString(one.date, Qt::ISODate); day.isValid() && day <= today)
            last = last.isValid() ? std::max(last, day) : day;
    if (answers.earnings)
        for (const Earnings& one : *answers.earnings)
            if (one.epsActual && one.date.isValid() && one.date <= today
                && (!last.isValid() || last < one.date))
                last = one.date;
    return last;
}

/// An endpoint that failed, or said nothing, empties its own section; one that answered clears it.
template<typename Row>
void note(Coverage& coverage, const QString& section, const Answer<std::vector<Row>>& answer,
          const QString& at)
{
    if (!wasAsked(answer))
        return;
    std::erase_if(coverage.failures,
                  [&](const Failure& one) { return one.section == section && one.kind.startsWith(u"fmp"); });
    if (!answer)
        coverage.failures.push_back({section, u"fmp"_s, answer.error().error.message, at});
    else if (answer->empty())
        coverage.failures.push_back(
            {section, u"fmp-empty"_s, Words::tr("FMP has nothing of it for this company"), at});
}

void noteAsked(Coverage& coverage, const Answers& answers, const QString& at)
{
    note(coverage, u"balance_sheet"_s, answers.balance, at);
    note(coverage, u"last_twelve_months"_s, answers.ttm, at);
    note(coverage, u"key_metrics"_s, answers.keyMetrics, at);
    note(coverage, u"history"_s, answers.ratios, at);
    note(coverage, u"segments.product"_s, answers.products, at);
    note(coverage, u"segments.region"_s, answers.regions, at);
    note(coverage, u"coverage.price_target"_s, answers.targets, at);
    note(coverage, u"coverage.grades"_s, answers.gradesNow, at);
    note(coverage, u"coverage.grade_changes"_s, answers.grades, at);
    note(coverage, u"news"_s, answers.news, at);
    note(coverage, u"prices"_s, answers.prices, at);
}

} // namespace

void assemble(Coverage& coverage, const Answers& answers, const QDateTime& fetched, const Theme& theme)
{
    Dossier& dossier = coverage.dossier;
    FactWriter facts(dossier, fetched);
    const QDate today = fetched.toUTC().date();
    const IncomeStatement* base = latestYear(answers);
    if (base != nullptr)
        writeBase(facts, dossier, *base);
    writeMarket(facts, dossier, answers, fetched);
    if (base != nullptr && answers.estimates)
        writeConsensus(facts, dossier, *answers.estimates, *base, today);
    if (answers.insiders && !answers.insiders->empty())
        writeInsiders(facts, *answers.insiders, today);
    if (answers.institutions && !answers.institutions->empty())
        writeInstitutions(facts, *answers.institutions, today);
    if (answers.earnings)
        writeNextReport(dossier, *answers.earnings, today);
    const QDate reported = lastReport(coverage, answers, today);
    writeWorth(facts, dossier, answers, today);
    writeSegments(facts, dossier, answers);
    for (const Rate& rate : answers.rates)
        writeRate(facts, rate, fetched);
    writeViews(facts, dossier, answers, theme, {today, reported});
    writePrices(facts, dossier, answers, {today, reported});
    const QString at = fetched.toUTC().toString(Qt::ISODate);
    noteAsked(coverage, answers, at);
    note(coverage, u"profile"_s, answers.profile, at);
    note(coverage, u"market"_s, answers.quote, at);
    note(coverage, u"base"_s, answers.statements, at);
    note(coverage, u"consensus"_s, answers.estimates, at);
    note(coverage, u"next_report"_s, answers.earnings, at);
    note(coverage, u"confirmation.insiders"_s, answers.insiders, at);
    note(coverage, u"confirmation.institutions"_s, answers.institutions, at);
}

std::vector<std::pair<QString, QString>> ratesNeeded(const Answers& answers)
{
    const IncomeStatement* year = latestYear(answers);
    if (year == nullptr || !answers.profile || answers.profile->empty())
        return {};
    const QString price = priceCurrency(answers.profile->front().currency).code;
    std::vector<std::pair<QString, QString>> pairs;
    for (const QString& to : {year->reportedCurrency, u"USD"_s})
        if (!price.isEmpty() && !to.isEmpty() && price != to
            && std::find(pairs.begin(), pairs.end(), std::pair(price, to)) == pairs.end())
            pairs.emplace_back(price, to);
    return pairs;
}

} // namespace plumbline::fmp
