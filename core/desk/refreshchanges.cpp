#include "core/desk/refresh.h"
#include "core/text/figures.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RefreshChanges)
};

QString shown(const Fact* fact, const QLocale& locale)
{
    return fact == nullptr || !fact->value ? Words::tr("unknown") : figure(*fact->value, locale);
}

/// "Consensus revenue for FY2026: $4.50B → $4.62B (+2.67 %)"; empty where nothing moved.
QString moved(const QString& title, const Fact* before, const Fact* after, const QLocale& locale)
{
    if (after == nullptr || !after->value)
        return {};
    if (before != nullptr && before->value && before->value->value == after->value->value
        && before->value->unit == after->value->unit)
        return {};
    QString line = Words::tr("%1: %2 → %3").arg(title, shown(before, locale), shown(after, locale));
    if (before == nullptr || !before->value || before->value->value == 0
        || before->value->unit != after->value->unit)
        return line;
    const double share = after->value->value / before->value->value - 1;
    const QString percent = figure(share, Unit {}, Display::Percent, locale, PercentStyle::Result);
    return Words::tr("%1 (%2)").arg(line, share > 0 ? u'+' + percent : percent);
}

} // namespace

std::vector<RefreshChange> changesBetween(const Coverage& before, const Coverage& after,
                                          const QLocale& locale)
{
    const Dossier& was = before.dossier;
    const Dossier& is = after.dossier;
    if (before.calls.empty() && was.facts.empty())
        return {{RefreshChange::Kind::NewCompany, Words::tr("New here: %1").arg(is.name)}};
    std::vector<RefreshChange> changes;
    const auto add = [&](RefreshChange::Kind kind, const QString& text) {
        if (!text.isEmpty())
            changes.push_back({kind, text});
    };
    if (was.baseYear != is.baseYear) // then consensus is of another year, too
        add(RefreshChange::Kind::FiscalYear, Words::tr("The latest full year is now %1, consensus is of %2")
                                                 .arg(is.baseYear, is.consensusYear));
    else
        for (const auto& [name, title] :
             {std::pair(u"consensus.revenue"_s, Words::tr("Consensus revenue for %1").arg(is.consensusYear)),
              std::pair(u"consensus.eps"_s, Words::tr("Consensus EPS for %1").arg(is.consensusYear))})
            add(RefreshChange::Kind::Consensus, moved(title, was.fact(name), is.fact(name), locale));
    if (was.nextReport != is.nextReport && !is.nextReport.isEmpty())
        add(RefreshChange::Kind::NextReport,
            Words::tr("Next report: %1")
                .arg(locale.toString(QDate::fromString(is.nextReport, Qt::ISODate), QLocale::ShortFormat)));
    for (const auto& [name, title] : {std::pair(u"confirmation.insiders.open_market_buys"_s,
                                                Words::tr("Open-market purchases of insiders")),
                                      std::pair(u"confirmation.insiders.open_market_sells"_s,
                                                Words::tr("Open-market sales of insiders"))})
        add(RefreshChange::Kind::Insiders, moved(title, was.fact(name), is.fact(name), locale));
    return changes;
}

} // namespace plumbline
