#include "core/report/checks.h"

#include "core/formula/explain.h"
#include "core/text/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
};

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

class Checker
{
public:
    Checker(const Card& card, const QLocale& locale) : m_card(card), m_sheet(card.sheet), m_locale(locale) {}

    std::vector<Check> run()
    {
        components();
        percentages();
        limits();
        incomeParts();
        multiples();
        institutions();
        runRates();
        baseQuality();
        superseded();
        proxies();
        quotes();
        numbersInQuotes();
        printed();
        return std::move(m_checks);
    }

private:
    std::optional<double> value(const QString& name) const
    {
        const auto known = m_sheet.value(name);
        return known ? std::optional(*known) : std::nullopt;
    }
    std::optional<double> value(const char16_t* name) const { return value(QString::fromUtf16(name)); }
    QString shown(const QString& name) const
    {
        const Sheet::Id id = m_sheet.find(name);
        return id == Sheet::none ? Words::tr("unknown") : shownValue(m_sheet.cell(id), m_locale);
    }
    void add(const QString& check, std::optional<bool> holds, const QString& detail)
    {
        m_checks.push_back({check, holds, detail});
    }
    void addJudgement(const QString& check, std::optional<bool> holds, const QString& detail)
    {
        m_checks.push_back({check, holds, detail, true});
    }
    const Reading& reading() const { return m_card.coverage.reading; }

    void components()
    {
        double sum = 0;
        QStringList parts;
        for (const char16_t* name : {u"enthusiasm", u"trend", u"quantifies", u"impact", u"under_radar",
                                     u"credibility", u"confirmation"})
            if (const auto points = value(QStringLiteral("conviction.") + QString::fromUtf16(name))) {
                sum += *points;
                parts.append(score(*points, m_locale));
            }
        const double total = value(u"conviction.total").value_or(std::nan(""));
        add(Words::tr("components add up to conviction"), near(sum, total),
            QStringLiteral("%1 = %2").arg(parts.join(QStringLiteral(" + ")), score(total, m_locale)));
    }

    void percentages()
    {
        QStringList wrong;
        int checked = 0;
        for (const Claim& claim : reading().claims)
            for (const auto& [percent, effect, base] :
                 {std::tuple {u"revenue_percent", u"revenue_effect", u"base.revenue"},
                  {u"eps_percent", u"income_effect", u"base.net_income"}}) {
                const QString scope = QStringLiteral("claim.%1.").arg(claim.id);
                const auto share = value(scope + QString::fromUtf16(percent));
                const auto money = value(scope + QString::fromUtf16(effect));
                if (!share || !money)
                    continue;
                ++checked;
                if (!near(*share * *value(base), *money)
                    && m_sheet.find(QStringLiteral("share_change")) == Sheet::none)
                    wrong.append(scope + QString::fromUtf16(percent));
            }
        add(Words::tr("each percentage times its base is its effect"), wrong.isEmpty(),
            wrong.isEmpty() ? Words::tr("%1 percentages").arg(checked) : wrong.join(QStringLiteral(", ")));
    }

    void limits()
    {
        for (const OverlapGroup& group : m_card.coverage.groups) {
            const QString prefix = QStringLiteral("group.%1.").arg(group.id);
            const auto outside = value(prefix + QStringLiteral("outside"));
            if (m_sheet.find(prefix + QStringLiteral("outside")) == Sheet::none)
                continue;
            const QString detail = Words::tr("revenue %1 between %2 and %3")
                                       .arg(shown(prefix + QStringLiteral("revenue")),
                                            shown(prefix + QStringLiteral("revenue_largest")),
                                            shown(prefix + QStringLiteral("revenue_sum")));
            addJudgement(Words::tr("overlap group %1 within its limits")
                             .arg(group.title.isEmpty() ? group.id : group.title),
                         outside ? std::optional(*outside == 0) : std::nullopt, detail);
        }
    }

    void incomeParts()
    {
        double sum = 0;
        for (const Claim& claim : reading().claims) {
            const double share = value(QStringLiteral("claim.%1.counted_share").arg(claim.id)).value_or(0);
            if (share != 0)
                sum += share * value(QStringLiteral("claim.%1.income_effect").arg(claim.id)).value_or(0);
        }
        const auto total = value(u"aggregate.income_effect");
        add(Words::tr("counted income parts add up"), total ? std::optional(near(sum, *total)) : std::nullopt,
            Words::tr("%1 from revenue and %2 from savings: %3")
                .arg(shown(QStringLiteral("aggregate.income_from_revenue")),
                     shown(QStringLiteral("aggregate.income_from_cost")),
                     shown(QStringLiteral("aggregate.income_effect"))));
    }

    void multiples()
    {
        const auto forward = value(u"priced_in.forward_pe");
        const auto eps = value(u"consensus.eps");
        const auto price = value(u"price");
        const QString name = Words::tr("forward P/E times consensus EPS is the price");
        if (forward && eps && price)
            add(name, near(*forward * *eps, *price),
                QStringLiteral("%1 × %2 = %3")
                    .arg(number(*forward, 1, m_locale), shown(QStringLiteral("consensus.eps")),
                         shown(QStringLiteral("price"))));
        else
            add(name, std::nullopt,
                m_sheet.value(QStringLiteral("priced_in.forward_pe")).has_value()
                    ? Words::tr("price or estimate not known")
                    : m_sheet.value(QStringLiteral("priced_in.forward_pe")).error().message);
        const auto enterprise = value(u"priced_in.ev_to_sales");
        add(Words::tr("enterprise value is not market cap"),
            enterprise
                ? std::optional(!near(*enterprise, value(u"priced_in.market_cap_to_sales").value_or(0)))
                : std::nullopt,
            enterprise ? Words::tr("EV / sales %1, market cap / sales %2")
                             .arg(number(*enterprise, 2, m_locale),
                                  shown(QStringLiteral("priced_in.market_cap_to_sales")))
                       : m_sheet.value(QStringLiteral("priced_in.ev_to_sales")).error().message);
    }

    void institutions()
    {
        const auto opened = value(u"confirmation.institutions.new");
        const auto closed = value(u"confirmation.institutions.closed");
        const auto holders = value(u"confirmation.institutions.holders_change");
        const QString name = Words::tr("new less closed positions and change in holders have one sign");
        if (!opened || !closed || !holders)
            return add(name, std::nullopt,
                       m_sheet.value(QStringLiteral("confirmation.institutions.holders_change")).has_value()
                           ? Words::tr("positions not known")
                           : m_sheet.value(QStringLiteral("confirmation.institutions.holders_change"))
                                 .error()
                                 .message);
        addJudgement(name, (*opened - *closed) * *holders >= 0,
                     QStringLiteral("%1, %2").arg(number(*opened - *closed, 0, m_locale),
                                                  number(*holders, 0, m_locale)));
        const QString& direction = m_card.confirmation.institutions.direction;
        const int sign = direction == u"adding" ? 1 : direction == u"trimming" ? -1 : 0;
        const auto& signs = m_card.confirmation.institutionSignals;
        const auto agreeing = std::count_if(
            signs.begin(), signs.end(), [sign](const InstitutionSignal& one) { return one.sign == sign; });
        add(Words::tr("the label of institutions agrees with its signals"), sign == 0 || agreeing >= 2,
            m_card.confirmation.institutions.why);
    }

    void runRates()
    {
        QStringList odd;
        int compared = 0;
        for (const Claim& claim : reading().claims) {
            const auto change = value(QStringLiteral("change.") + claim.id);
            if (claim.kind != ClaimKind::RunRate || !change)
                continue;
            ++compared;
            for (const ClaimFigure& figure : claim.figures)
                if (figure.quantity.display == Display::Percent && *change > 2 * figure.quantity.value)
                    odd.append(Words::tr("%1 moved by %2 beside a stated growth of %3")
                                   .arg(claim.title, shown(QStringLiteral("change.") + claim.id),
                                        shown(QStringLiteral("claim.%1.%2").arg(claim.id, figure.name))));
        }
        addJudgement(Words::tr("run rates move as their stated growth says"),
                     compared == 0 ? std::nullopt : std::optional(odd.isEmpty()),
                     compared == 0   ? Words::tr("no run rate is stated on both calls")
                     : odd.isEmpty() ? Words::tr("%1 compared").arg(compared)
                                     : odd.join(QStringLiteral("; ")));
        add(Words::tr("useful life equals the filing's"), std::nullopt,
            Words::tr("no filing is in the workspace; assumed %1").arg(shown(QStringLiteral("useful_life"))));
    }

    void baseQuality()
    {
        const auto gains = value(u"non_operating_income");
        const auto pretax = value(u"pretax_income");
        const QString name = Words::tr("non-operating gains are under 10 % of pre-tax income");
        if (gains && pretax && *pretax <= 0)
            return addJudgement(
                name, std::nullopt,
                Words::tr("pre-tax income is negative: %1").arg(shown(QStringLiteral("pretax_income"))));
        if (!gains || !pretax)
            return addJudgement(name, std::nullopt,
                                Words::tr("pre-tax and non-operating income are not both known"));
        addJudgement(name, *gains <= 0.1 * *pretax,
                     QStringLiteral("%1 / %2").arg(shown(QStringLiteral("non_operating_income")),
                                                   shown(QStringLiteral("pretax_income"))));
    }

    void superseded()
    {
        QStringList counted;
        for (const Claim& claim : reading().claims)
            if (claim.kind == ClaimKind::Superseded
                && value(QStringLiteral("claim.%1.counted_share").arg(claim.id)).value_or(0) != 0)
                counted.append(claim.title);
        add(Words::tr("superseded claims count 0"), counted.isEmpty(),
            counted.isEmpty() ? Words::tr("none is counted") : counted.join(QStringLiteral("; ")));
    }

    void proxies()
    {
        add(Words::tr("a proxy is never shown as measured"), true,
            m_card.optionsLiquidity.isEmpty()
                ? Words::tr("no proxy is shown")
                : Words::tr("option liquidity %1 is a proxy; the measured cells are unknown")
                      .arg(m_card.optionsLiquidity));
    }

    void quotes()
    {
        QHash<QString, int> classes;
        for (const Quote& quote : reading().quotes)
            ++classes[quote.citation.verified];
        for (const Quantification& said : reading().quantifications)
            ++classes[said.citation.verified];
        QStringList words;
        for (const char16_t* known : {u"exact", u"normalised", u"elided", u"cited", u"near", u"not_found"})
            if (const int count = classes.value(QString::fromUtf16(known)); count > 0)
                words.append(QStringLiteral("%1 %2").arg(count).arg(QString::fromUtf16(known)));
        add(Words::tr("each quote stands in its call"), classes.value(QStringLiteral("not_found")) == 0,
            words.isEmpty() ? Words::tr("no quotes") : words.join(QStringLiteral(", ")));
    }

    void numbersInQuotes()
    {
        QStringList missing;
        for (const Quantification& said : reading().quantifications)
            if (!said.numberInQuote)
                missing.append(QStringLiteral("%1 (%2)").arg(said.metric, said.figureText));
        addJudgement(Words::tr("each figure stands in its quote"), missing.isEmpty(),
                     missing.isEmpty()
                         ? Words::tr("%1 figures").arg(reading().quantifications.size())
                         : Words::tr("not in the quote: %1").arg(missing.join(QStringLiteral("; "))));
    }

    void printed()
    {
        for (const Printed& one : m_card.coverage.printed) {
            QString computed = m_sheet.find(one.name) != Sheet::none ? shown(one.name) : QString();
            if (one.name == u"confirmation.institutions.direction")
                computed = m_card.confirmation.institutions.direction;
            addJudgement(Words::tr("%1 as printed on the source card").arg(one.name), false,
                         Words::tr("printed %1; here %2. %3").arg(one.printed, computed, one.note));
        }
    }

    const Card& m_card;
    const Sheet& m_sheet;
    const QLocale& m_locale;
    std::vector<Check> m_checks;
};

} // namespace

std::vector<Check> selfChecks(const Card& card, const QLocale& locale)
{
    return Checker(card, locale).run();
}

} // namespace plumbline
