#include "core/store/syntheticprofile.h"

#include <algorithm>

namespace plumbline::synthetic {

namespace {

/// Writes the facts of one company, each with a source that says that it is made up.
class Facts
{
public:
    explicit Facts(Profile& profile) : m_profile(profile), m_draw(profile.draw) {}

    std::vector<Fact> all()
    {
        market();
        baseYear();
        if (m_draw.chance(6))
            noEstimates();
        else
            estimates();
        options();
        insiders();
        institutions();
        segments();
        return std::move(m_facts);
    }

private:
    Unit moneyUnit() const { return Unit::of(m_profile.currency); }
    QString filed() const { return m_profile.priorCall.toString(Qt::ISODate); }

    Fact& add(const QString& name, double value, const QString& field, const Unit& unit = {},
              Display display = Display::Plain, const QString& asOf = QStringLiteral("2026-05-08"))
    {
        Fact fact {.name = name, .source = {QStringLiteral("made up"), field, asOf, {}}};
        fact.value = Quantity {.value = value, .unit = unit, .display = display};
        m_facts.push_back(std::move(fact));
        return m_facts.back();
    }
    void addMoney(const QString& name, double value, const QString& field,
                  const QString& asOf = QStringLiteral("2026-05-08"))
    {
        add(name, Rounded(value).value(), field, moneyUnit(), Display::Plain, asOf);
    }
    void addPerShare(const QString& name, double value, const QString& field,
                     const QString& asOf = QStringLiteral("2026-05-08"))
    {
        add(name, Rounded(value).value(), field, moneyUnit() / Unit::of(u"share"), Display::Plain, asOf);
    }
    void addCount(const QString& name, int value, const QString& field,
                  const QString& asOf = QStringLiteral("2026-05-08"))
    {
        add(name, value, field, {}, Display::Count, asOf);
    }
    void addUnknown(const QString& name, const QString& reason, const QString& field)
    {
        m_facts.push_back({.name = name,
                           .unknown = reason,
                           .source = {QStringLiteral("made up"), field, QStringLiteral("2026-05-08"), {}}});
    }

    void market()
    {
        addPerShare(QStringLiteral("price"), m_profile.price, QStringLiteral("quote price"));
        addMoney(QStringLiteral("market_cap"), m_profile.marketCap, QStringLiteral("quote market cap"));
        if (!m_profile.inDollars())
            add(QStringLiteral("fx.%1usd").arg(m_profile.currency.toLower()), m_profile.dollars,
                QStringLiteral("exchange rate, dollars for one %1").arg(m_profile.currency),
                Unit::of(u"USD") / moneyUnit());
    }

    void baseYear()
    {
        const double pretax = m_profile.income * (m_profile.income > 0 ? 1.27 : 1.05);
        addMoney(QStringLiteral("base.revenue"), m_profile.revenue,
                 QStringLiteral("income-statement revenue"), filed());
        addMoney(QStringLiteral("base.net_income"), m_profile.income,
                 QStringLiteral("income-statement net income"), filed());
        addPerShare(QStringLiteral("base.diluted_eps"), m_profile.eps,
                    QStringLiteral("income-statement diluted EPS"), filed());
        addMoney(QStringLiteral("pretax_income"), pretax,
                 QStringLiteral("income-statement income before tax"), filed());
        addMoney(QStringLiteral("non_operating_income"), pretax * m_draw.between(-40, 95) / 1000,
                 QStringLiteral("income-statement other income"), filed());
        addMoney(QStringLiteral("total_debt"), m_profile.debt, QStringLiteral("balance-sheet total debt"),
                 filed());
        addMoney(QStringLiteral("cash"), m_profile.cash, QStringLiteral("balance-sheet cash and equivalents"),
                 filed());
    }

    void noEstimates()
    {
        const QString reason = QStringLiteral("no analyst publishes estimates for it");
        for (const char16_t* level :
             {u"revenue", u"revenue_low", u"revenue_high", u"net_income", u"eps", u"eps_low", u"eps_high",
              u"later_years.0.revenue", u"later_years.0.net_income", u"later_years.0.eps"})
            addUnknown(QStringLiteral("consensus.") + QString::fromUtf16(level), reason,
                       QStringLiteral("estimates"));
        addCount(QStringLiteral("consensus.analysts"), 0,
                 QStringLiteral("estimates number of analysts FY2026"));
    }

    /// One year of estimates: the mean, the ends and how many analysts.
    void year(const QString& prefix, double revenue, double income, int analysts, const QString& fiscalYear)
    {
        const double eps = income * m_profile.price / m_profile.marketCap;
        const double width = m_draw.between(10, 60) / 1000.0;
        const double epsRoom = (eps > 0 ? eps : -eps) * 2.5 * width;
        const auto field = [&](const char16_t* what) {
            return QStringLiteral("estimates %1 %2").arg(QString::fromUtf16(what), fiscalYear);
        };
        addMoney(prefix + QStringLiteral("revenue"), revenue, field(u"revenue average"));
        addMoney(prefix + QStringLiteral("revenue_low"), revenue * (1 - width), field(u"revenue low"));
        addMoney(prefix + QStringLiteral("revenue_high"), revenue * (1 + width), field(u"revenue high"));
        addMoney(prefix + QStringLiteral("net_income"), income, field(u"net income average"));
        addPerShare(prefix + QStringLiteral("eps"), eps, field(u"EPS average"));
        addPerShare(prefix + QStringLiteral("eps_low"), eps - epsRoom, field(u"EPS low"));
        addPerShare(prefix + QStringLiteral("eps_high"), eps + epsRoom, field(u"EPS high"));
        addCount(prefix + QStringLiteral("analysts"), analysts, field(u"number of analysts"));
    }

    void estimates()
    {
        const double size = m_profile.income > 0 ? m_profile.income : -m_profile.income;
        const double revenue = m_profile.revenue * (1000 + m_draw.between(-20, 220)) / 1000;
        const double income = m_profile.income + size * m_draw.between(-120, 420) / 1000;
        const int analysts = m_draw.between(2, 38);
        year(QStringLiteral("consensus."), revenue, income, analysts, QStringLiteral("FY2026"));
        const QString later = QStringLiteral("consensus.later_years.0.");
        if (m_draw.chance(92))
            return year(later, revenue * (1000 + m_draw.between(10, 200)) / 1000,
                        income + (income > 0 ? income : -income) * m_draw.between(20, 350) / 1000,
                        std::max(1, analysts - m_draw.between(0, 6)), QStringLiteral("FY2027"));
        for (const char16_t* level : {u"revenue", u"net_income", u"eps"})
            addUnknown(later + QString::fromUtf16(level),
                       QStringLiteral("no analyst looks further than the next year"),
                       QStringLiteral("estimates FY2027"));
    }

    void options()
    {
        const QString volume = QStringLiteral("options.proxy.dollar_adv");
        const QString field = QStringLiteral("20-day mean of close times volume");
        if (m_profile.inDollars())
            addMoney(volume, m_profile.marketCap * m_draw.between(10, 150) / 10000, field);
        else
            addUnknown(
                volume,
                QStringLiteral("the liquidity estimate is fitted on US listings and does not apply to a "
                               "share traded in %1")
                    .arg(m_profile.currency),
                field);
        add(QStringLiteral("options.proxy.beta"), m_draw.between(45, 210) / 100.0,
            QStringLiteral("one-year beta"));
    }

    void insiders()
    {
        const QString prefix = QStringLiteral("confirmation.insiders.open_market_");
        addCount(prefix + QStringLiteral("buys"), m_draw.between(0, 8),
                 QStringLiteral("insider trades, open-market purchases, six months"));
        addCount(prefix + QStringLiteral("sells"), m_draw.between(0, 8),
                 QStringLiteral("insider trades, open-market sales, six months"));
    }

    void institutions()
    {
        const QString prefix = QStringLiteral("confirmation.institutions.");
        if (!m_profile.inDollars()) {
            for (const char16_t* name :
                 {u"new", u"closed", u"increased", u"reduced", u"holders_change", u"ownership_change_pp"})
                addUnknown(prefix + QString::fromUtf16(name),
                           QStringLiteral("13F filings cover only US listings"), QStringLiteral("13F"));
        } else {
            const QString quarter = QStringLiteral("2026-03-31");
            const int lean = m_draw.between(-35, 35);
            const int opened = m_draw.between(60, 240);
            const int closed = std::max(1, opened * (100 - lean) / 100);
            const int increased = m_draw.between(150, 900);
            addCount(prefix + QStringLiteral("new"), opened, QStringLiteral("13F new positions"), quarter);
            addCount(prefix + QStringLiteral("closed"), closed, QStringLiteral("13F closed positions"),
                     quarter);
            addCount(prefix + QStringLiteral("increased"), increased,
                     QStringLiteral("13F increased positions"), quarter);
            addCount(prefix + QStringLiteral("reduced"),
                     increased * (100 - lean + m_draw.between(-8, 8)) / 100,
                     QStringLiteral("13F reduced positions"), quarter);
            addCount(prefix + QStringLiteral("holders_change"), opened - closed,
                     QStringLiteral("13F change in number of holders"), quarter);
            add(prefix + QStringLiteral("ownership_change_pp"),
                (lean * 4 + m_draw.between(-60, 60)) / 10000.0,
                QStringLiteral("13F change in share of company held"), {}, Display::Percent, quarter);
        }
        const QString language = QStringLiteral("confirmation.language.direction");
        const QString day = m_profile.latestCall.toString(Qt::ISODate);
        if (m_draw.chance(30))
            addUnknown(language, QStringLiteral("call language has not been measured"),
                       QStringLiteral("call language"));
        else
            add(language, m_draw.between(-1, 1), QStringLiteral("call language"), {}, Display::Plain, day);
    }

    void segments()
    {
        const IndustryWords& industry = *m_profile.industry;
        const QString segment = QStringLiteral("segment.%1").arg(industry.segmentKey);
        const QString second = QStringLiteral("segment.%1").arg(industry.secondKey);
        const auto growth = [&](const QString& name, QStringView of, int value,
                                const QString& title) -> Fact& {
            Fact& fact = add(name, value / 100.0, QStringLiteral("%1 revenue growth, call").arg(of), {},
                             Display::Percent, m_profile.latestCall.toString(Qt::ISODate));
            fact.title = title.arg(of);
            return fact;
        };
        growth(segment + QStringLiteral(".revenue_growth"), industry.segment, m_profile.segmentGrowth,
               QStringLiteral("%1 growth, latest quarter"))
            .mention = {QStringLiteral("rationale")};
        growth(segment + QStringLiteral(".revenue_growth_prior"), industry.segment, m_profile.segmentPrior,
               QStringLiteral("%1 growth, prior quarter"))
            .mention = {QStringLiteral("rationale")};
        growth(second + QStringLiteral(".revenue_growth"), industry.second, m_profile.secondGrowth,
               QStringLiteral("%1 growth, latest quarter"));
        addMoney(segment + QStringLiteral(".revenue"), m_profile.segmentRevenue,
                 QStringLiteral("%1 revenue FY2025, call").arg(industry.segment), filed());
    }

    Profile& m_profile;
    Draw& m_draw;
    std::vector<Fact> m_facts {};
};

} // namespace

Dossier dossierOf(Profile& profile)
{
    Dossier dossier {.symbol = profile.symbol,
                     .name = profile.name,
                     .industry = profile.industry->name.toString(),
                     .currency = profile.currency,
                     .fiscalYearEnd = QStringLiteral("12-31"),
                     .fictional = true,
                     .baseYear = QStringLiteral("FY2025"),
                     .consensusYear = QStringLiteral("FY2026"),
                     .latestCall = QStringLiteral("Q1 FY2026"),
                     .priorCall = QStringLiteral("Q4 FY2025"),
                     .nextReport = profile.latestCall.addDays(91).toString(Qt::ISODate)};
    dossier.facts = Facts(profile).all();
    return dossier;
}

} // namespace plumbline::synthetic
