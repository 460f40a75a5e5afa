#include "core/formula/explain.h"
#include "core/report/reportwriter.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

constexpr qsizetype label = 18;

QString aggregateName(const char16_t* name)
{
    return QStringLiteral("aggregate.") + QString::fromUtf16(name);
}

} // namespace

QString ReportWriter::groupTitle(const QString& id) const
{
    for (const OverlapGroup& group : m_card.coverage.groups)
        if (group.id == id && !group.title.isEmpty())
            return group.title;
    return id;
}

void ReportWriter::limits()
{
    QString title = Words::tr("limits");
    for (const OverlapGroup& group : m_card.coverage.groups)
        for (const auto& [effect, what] :
             {std::pair {u"revenue", Words::tr("revenue")}, {u"income", Words::tr("net income")}}) {
            const QString name = QStringLiteral("group.%1.%2").arg(group.id, QString::fromUtf16(effect));
            if (m_sheet.find(name) == Sheet::none)
                continue;
            const QString topic = Words::tr("overlap group %1").arg(groupTitle(group.id));
            const QString& effectTitle = what; // clang 14 cannot capture a structured binding
            const auto value = [&](const QString& suffix) {
                return shown(name + suffix, effectTitle, topic);
            };
            const QString line = Words::tr("%1 · %2: %3 counted · largest member %4 · sum %5")
                                     .arg(groupTitle(group.id), what, value({}),
                                          value(QStringLiteral("_largest")), value(QStringLiteral("_sum")));
            m_page.labelled(title, line, label);
            title.clear();
        }
    if (!title.isEmpty())
        m_page.labelled(title, Words::tr("none: no overlap group has two sized hard members"), label);
    title = Words::tr("flags");
    for (const QString& flag : m_card.flags) {
        m_page.labelled(title, flag, label);
        title.clear();
    }
    if (m_card.flags.isEmpty())
        m_page.labelled(title, Words::tr("none: nothing about the counting is unusual"), label);
}

void ReportWriter::drag()
{
    const QString what = Words::tr("drag");
    const QString money = shown(aggregateName(u"drag_effect"), what);
    const QString percent = shown(aggregateName(u"drag_percent"), Words::tr("drag in percent of net income"));
    m_page.labelled(what,
                    Words::tr("%1 a year in full use, never counted · of net income %2").arg(money, percent),
                    label);
    m_page.labelled(Words::tr("EPS net of drag"),
                    shown(aggregateName(u"net_eps_percent"), Words::tr("EPS uplift net of drag")), label);
}

void ReportWriter::verdicts()
{
    const QString ofRevenue = shown(aggregateName(u"share_of_consensus_revenue_growth_percent"),
                                    Words::tr("share of expected revenue growth"));
    const QString ofIncome = shown(aggregateName(u"share_of_consensus_income_growth_percent"),
                                   Words::tr("share of expected income growth"));
    QString versus = wordOr(m_card.versusAnalysts, reasonOf(m_sheet, aggregateName(u"versus_analysts")),
                            Words::tr("versus analysts"));
    if (!m_card.versusAnalysts.isEmpty())
        versus += Words::tr(" · of expected revenue growth %1, of expected income growth %2")
                      .arg(ofRevenue, ofIncome);
    m_page.labelled(Words::tr("versus analysts"), versus, label);
    QString word = m_card.pricedIn;
    QString priced = wordOr(word.replace(u'_', u' '), reasonOf(m_sheet, aggregateName(u"priced_in")),
                            Words::tr("priced in"));
    if (!m_card.pricedIn.isEmpty())
        priced += Words::tr(" · mean share %1; high below %2, low above %3")
                      .arg(shown(aggregateName(u"mean_share"), Words::tr("mean share")),
                           shown(QStringLiteral("priced_in.high_below"), Words::tr("limits of priced in")),
                           shown(QStringLiteral("priced_in.low_above"), Words::tr("limits of priced in")));
    m_page.labelled(Words::tr("priced in"), priced, label);
}

void ReportWriter::confidence()
{
    QStringList deductions;
    for (const Cell& cell : m_sheet.cells())
        if (cell.name.startsWith(u"confidence.") && !cell.title.isEmpty() && cell.value > 0)
            deductions.append(cell.title);
    QString own = shown(QStringLiteral("confidence"), Words::tr("confidence"));
    const Sheet::Id id = m_sheet.find(QStringLiteral("confidence"));
    const bool yours = id != Sheet::none && m_sheet.cell(id).origin.author == u"analyst";
    if (m_sheet.value(QStringLiteral("confidence")))
        own = (yours ? Words::tr("%1 of 10, an override") : Words::tr("%1 of 10, by rule")).arg(own);
    m_page.labelled(Words::tr("confidence"), own, label);
    const QString rule =
        deductions.isEmpty()
            ? Words::tr("none: the rule leaves all 10")
            : Words::tr("the rule takes 1 off 10 for each: %1").arg(deductions.join(QStringLiteral("; ")));
    m_page.labelled(Words::tr("deductions"), rule, label);
}

void ReportWriter::aggregate()
{
    m_page.heading(QStringLiteral("aggregate"), Words::tr("AGGREGATE, EACH DOLLAR COUNTED ONCE"));
    const QString revenue = Words::tr("revenue uplift");
    const QString income = Words::tr("EPS uplift");
    m_page.labelled(revenue,
                    Words::tr("%1 · revenue %2")
                        .arg(shown(aggregateName(u"revenue_uplift_percent"), revenue),
                             shown(aggregateName(u"revenue_effect"), revenue)),
                    label);
    QString line = Words::tr("%1 · net income %2")
                       .arg(shown(aggregateName(u"eps_uplift_percent"), income),
                            shown(aggregateName(u"income_effect"), income));
    if (!m_sheet.value(aggregateName(u"eps_uplift_percent")))
        line += QStringLiteral(" · ") + shown(aggregateName(u"income_per_share"), Words::tr("EPS effect"));
    m_page.labelled(income, line, label);
    QString title = Words::tr("arithmetic");
    for (const QString& one : aggregateArithmetic(m_card, m_locale).split(QStringLiteral(" · "))) {
        m_page.labelled(title, one, label);
        title.clear();
    }
    limits();
    drag();
    verdicts();
    confidence();
}

} // namespace plumbline
