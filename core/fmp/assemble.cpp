#include "core/fmp/assemble.h"

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

/// A currency as prices are written in it: pence are a hundredth of the pound.
struct PriceCurrency
{
    QString code {};
    double parts = 1; ///< of these make one of the currency
};

PriceCurrency priceCurrency(const QString& written)
{
    if (written == u"GBp" || written == u"GBX")
        return {u"GBP"_s, 100};
    if (written == u"ZAc")
        return {u"ZAR"_s, 100};
    if (written == u"ILA")
        return {u"ILS"_s, 100};
    return {written, 1};
}

/// Writes facts of one endpoint into a company.
class FactWriter
{
public:
    FactWriter(Dossier& dossier, const QDateTime& fetched)
        : m_dossier(dossier)
        , m_fetched(fetched.toUTC().toString(Qt::ISODate))
    {}

    void from(const QString& endpoint, const QDate& asOf)
    {
        m_endpoint = endpoint;
        m_asOf = asOf.toString(Qt::ISODate);
    }

    void money(const QString& name, const QString& field, Number value, const QString& currency)
    {
        write(name, field, value, {.unit = Unit::of(currency)});
    }
    void perShare(const QString& name, const QString& field, Number value, const QString& currency)
    {
        write(name, field, value, {.unit = Unit::of(currency) / Unit::of(u"share")});
    }
    void number(const QString& name, const QString& field, Number value, Display display = Display::Plain)
    {
        write(name, field, value, {.display = display});
    }
    void unknown(const QString& name, const QString& field, const QString& why)
    {
        put({.name = name, .unknown = why, .source = source(field)});
    }

private:
    Source source(const QString& field) const
    {
        return {u"FMP"_s, u"%1 %2"_s.arg(m_endpoint, field), m_asOf, m_fetched};
    }

    void write(const QString& name, const QString& field, Number value, Quantity as)
    {
        if (!value || !std::isfinite(*value))
            return unknown(name, field, Words::tr("FMP gives no %1 here").arg(field));
        as.value = *value;
        put({.name = name, .value = as, .source = source(field)});
    }

    void put(Fact fact)
    {
        const auto known = std::find_if(m_dossier.facts.begin(), m_dossier.facts.end(),
                                        [&](const Fact& one) { return one.name == fact.name; });
        if (known == m_dossier.facts.end()) {
            m_dossier.facts.push_back(std::move(fact));
            return;
        }
        if (known->value && !fact.value)
            return;
        fact.title = known->title;
        fact.mention = known->mention;
        *known = std::move(fact);
    }

    Dossier& m_dossier;
    QString m_fetched {};
    QString m_endpoint {};
    QString m_asOf {};
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

/// A 0 that stands for "absent" (fmp.md: far estimates, market caps) is no measure.
Number measured(Number value)
{
    return value && *value == 0 ? Number() : value;
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
    facts.money(u"options.proxy.dollar_adv"_s, u"averageVolume times price"_s,
                times(whole, profile->averageVolume), currency.code);
    facts.number(u"options.proxy.beta"_s, u"beta"_s, measured(profile->beta));
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

/// Open-market trades of the two latest calendar quarters at hand (methods.md 2.4 looks back six months).
void writeInsiders(FactWriter& facts, std::vector<InsiderQuarter> quarters, const QDate& today)
{
    std::erase_if(quarters, [](const InsiderQuarter& one) { return !one.year || !one.quarter; });
    std::stable_sort(quarters.begin(), quarters.end(), [](const InsiderQuarter& a, const InsiderQuarter& b) {
        return std::pair(*b.year, *b.quarter) < std::pair(*a.year, *a.quarter);
    });
    const auto same = [](const InsiderQuarter& a, const InsiderQuarter& b) {
        return a.year == b.year && a.quarter == b.quarter;
    };
    quarters.erase(std::unique(quarters.begin(), quarters.end(), same), quarters.end());
    quarters.resize(std::min<std::size_t>(quarters.size(), 2));
    QStringList named;
    Number buys;
    Number sells;
    for (const InsiderQuarter& one : quarters) {
        named.prepend(u"Q%1 %2"_s.arg(*one.quarter).arg(*one.year));
        if (one.totalPurchases)
            buys = buys.value_or(0) + *one.totalPurchases;
        if (one.totalSales)
            sells = sells.value_or(0) + *one.totalSales;
    }
    const QString period = named.isEmpty() ? QString() : u", "_s + named.join(u" and "_s);
    // The latest quarter may still be running: its trades are known up to today.
    const QDate asOf =
        quarters.empty()
            ? today
            : std::min(
                today,
                QDate(*quarters.front().year, 1, 1).addMonths(3 * *quarters.front().quarter).addDays(-1));
    facts.from(u"insider-trading/statistics"_s, asOf);
    facts.number(u"confirmation.insiders.open_market_buys"_s, u"totalPurchases"_s + period, buys,
                 Display::Count);
    facts.number(u"confirmation.insiders.open_market_sells"_s, u"totalSales"_s + period, sells,
                 Display::Count);
}

void writeInstitutions(FactWriter& facts, const InstitutionalQuarter& row)
{
    const QString name = u"confirmation.institutions."_s;
    facts.from(u"institutional-ownership/symbol-positions-summary"_s, row.date);
    facts.number(name + u"new"_s, u"newPositions"_s, row.newPositions, Display::Count);
    facts.number(name + u"closed"_s, u"closedPositions"_s, row.closedPositions, Display::Count);
    facts.number(name + u"increased"_s, u"increasedPositions"_s, row.increasedPositions, Display::Count);
    facts.number(name + u"reduced"_s, u"reducedPositions"_s, row.reducedPositions, Display::Count);
    facts.number(name + u"holders_change"_s, u"investorsHoldingChange"_s, row.investorsChange,
                 Display::Count);
    // FMP writes percentage points; a plain number holds shares of one.
    facts.number(name + u"ownership_change_pp"_s, u"ownershipPercentChange"_s,
                 row.ownershipChange ? Number(*row.ownershipChange / 100) : Number(), Display::Percent);
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

} // namespace

void assemble(Coverage& coverage, const Answers& answers, const QDateTime& fetched)
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
        writeInstitutions(facts, answers.institutions->front());
    if (answers.earnings)
        writeNextReport(dossier, *answers.earnings, today);
    const QString at = fetched.toUTC().toString(Qt::ISODate);
    note(coverage, u"profile"_s, answers.profile, at);
    note(coverage, u"market"_s, answers.quote, at);
    note(coverage, u"base"_s, answers.statements, at);
    note(coverage, u"consensus"_s, answers.estimates, at);
    note(coverage, u"next_report"_s, answers.earnings, at);
    note(coverage, u"confirmation.insiders"_s, answers.insiders, at);
    note(coverage, u"confirmation.institutions"_s, answers.institutions, at);
}

} // namespace plumbline::fmp
