#include "core/report/reportwriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

constexpr qsizetype label = 30;

/// The sheet's figure under a name has a value.
bool has(const Sheet& sheet, const QString& name)
{
    const Sheet::Id id = sheet.find(name);
    return id != Sheet::none && !std::isnan(sheet.cell(id).value);
}

/// Facts of a list, "news.0" and on, in the order of their numbers.
std::vector<const Fact*> listed(const Dossier& dossier, const QString& prefix, const QString& suffix = {})
{
    std::vector<const Fact*> found;
    for (int i = 0;; ++i) {
        const Fact* one = dossier.fact(QStringLiteral("%1%2%3").arg(prefix).arg(i).arg(suffix));
        if (one == nullptr)
            return found;
        found.push_back(one);
    }
}

} // namespace

void ReportWriter::segments()
{
    for (const auto& [kind, title] :
         {std::pair {QStringLiteral("segments.product."), Words::tr("by product")},
          {QStringLiteral("segments.region."), Words::tr("by region")}}) {
        QStringList parts;
        const std::vector<const Fact*> facts = listed(m_dossier, kind, QStringLiteral(".revenue"));
        for (const Fact* one : facts)
            parts.append(QStringLiteral("%1 %2").arg(one->title, shown(one->name, one->title)));
        if (parts.isEmpty())
            continue;
        m_page.labelled(title, parts.join(QStringLiteral(" · ")), 16);
        m_page.labelled(Words::tr("as of"), facts.front()->source.asOf, 14, 4);
    }
}

void ReportWriter::worth()
{
    for (const auto& [name, title] :
         {std::pair {u"priced_in.net_debt", Words::tr("debt less cash")},
          {u"priced_in.enterprise_value", Words::tr("enterprise value")},
          {u"priced_in.ttm_pe", Words::tr("P/E, last 12 months")},
          {u"priced_in.ttm_market_cap_to_sales", Words::tr("cap / sales, last 12 months")},
          {u"priced_in.ttm_ev_to_sales", Words::tr("EV / sales, last 12 months")},
          {u"priced_in.implied_growth", Words::tr("growth the price implies")},
          {u"priced_in.eps_revision_30d", Words::tr("EPS revised, 30 days")},
          {u"priced_in.eps_revision_90d", Words::tr("EPS revised, 90 days")},
          {u"priced_in.revenue_revision_30d", Words::tr("revenue revised, 30 days")},
          {u"priced_in.revenue_revision_90d", Words::tr("revenue revised, 90 days")},
          {u"priced_in.reaction", Words::tr("reaction since the report")}})
        if (const QString full = QString::fromUtf16(name); has(m_sheet, full))
            m_page.labelled(title, shown(full, title), label);
    for (const char16_t* name :
         {u"net_debt", u"total_debt", u"ttm.revenue", u"history.pe.0", u"priced_in.reaction"})
        if (const QString from = sourceOf(QString::fromUtf16(name));
            !from.isEmpty() && has(m_sheet, QString::fromUtf16(name)))
            m_page.labelled(Words::tr("source"), from, label - 2, 4);
    const Fact* moved = m_dossier.fact(u"priced_in.reaction");
    if (moved != nullptr && !moved->note.isEmpty())
        m_page.text(moved->note, 4);
    for (const Fact* rate : m_dossier.factsUnder(u"fx."))
        m_page.labelled(rate->title,
                        QStringLiteral("%1 · %2").arg(shown(rate->name, rate->title), rate->source.asOf),
                        label);
}

/// What has a date: the next report, and what the calls promise.
void ReportWriter::dated()
{
    std::vector<Catalyst> catalysts = m_reading.catalysts;
    const QString& report = m_dossier.nextReport;
    const bool isNamed = std::any_of(catalysts.begin(), catalysts.end(),
                                     [](const Catalyst& one) { return one.kind == u"report"; });
    if (!report.isEmpty() && !isNamed)
        catalysts.push_back(
            {report, QStringLiteral("report"), Words::tr("next report, as projected"), {}, {}});
    // "2026" is the whole year: it stands behind its months.
    const auto end = [](const Catalyst& one) { return one.date.leftJustified(10, u'~'); };
    std::stable_sort(catalysts.begin(), catalysts.end(),
                     [&](const Catalyst& a, const Catalyst& b) { return end(a) < end(b); });
    for (const Catalyst& one : catalysts) {
        QStringList line {one.text, one.kind, one.source};
        line.removeAll(QString());
        m_page.labelled(Words::tr("catalyst %1").arg(one.date), line.join(QStringLiteral(" · ")), label);
        if (!one.citation.text.isEmpty())
            citation(one.citation, 4);
    }
    QStringList searched;
    for (const Call& call : m_card.coverage.calls)
        if (call.whole && searched.size() < 2)
            searched.append(call.id);
    QString none = Words::tr("no call is at hand to look for dates in");
    if (!searched.isEmpty())
        none = Words::tr("no sentence about the theme in %1 names a date ahead")
                   .arg(searched.join(Words::tr(" and ")));
    if (report.isEmpty())
        none += Words::tr("; no report date is known");
    const QString title = Words::tr("catalysts");
    if (catalysts.empty())
        m_page.labelled(title, wordOr({}, none, title), label);
    else if (m_reading.catalysts.empty())
        m_page.labelled(Words::tr("promised dates"), Words::tr("none: %1").arg(none), label);
}

void ReportWriter::targets()
{
    const QString title = Words::tr("price target");
    if (!has(m_sheet, QStringLiteral("targets.consensus"))) {
        const Fact* asked = m_dossier.fact(u"targets.consensus");
        QString why = asked != nullptr ? asked->unknown : failureReason(u"coverage.price_target");
        if (why.isEmpty())
            why = Words::tr("no source for it is in this workspace");
        m_page.labelled(title, wordOr({}, why, title), label);
        return;
    }
    const auto figure = [&](const char16_t* name) { return shown(QString::fromUtf16(name), title); };
    QString line = Words::tr("mean %1").arg(figure(u"targets.consensus"));
    if (has(m_sheet, QStringLiteral("targets.low")) && has(m_sheet, QStringLiteral("targets.high")))
        line += Words::tr(", %1 to %2").arg(figure(u"targets.low"), figure(u"targets.high"));
    m_page.labelled(title, line, label);
    m_page.labelled(Words::tr("against the price"), figure(u"targets.upside"), label - 2, 4);
    const QString changed = Words::tr("since the latest report");
    m_page.labelled(changed, shown(QStringLiteral("targets.change"), Words::tr("change of the price target")),
                    label - 2, 4);
    if (has(m_sheet, QStringLiteral("targets.last_quarter"))
        && has(m_sheet, QStringLiteral("targets.last_year")))
        m_page.labelled(Words::tr("mean of the new ones"),
                        Words::tr("%1 in the last quarter, %2 in the last year")
                            .arg(figure(u"targets.last_quarter"), figure(u"targets.last_year")),
                        label - 2, 4);
    m_page.labelled(Words::tr("source"), sourceOf(QStringLiteral("targets.consensus")), label - 2, 4);
}

void ReportWriter::grades()
{
    const QString title = Words::tr("grades");
    QStringList counts;
    for (const char16_t* name : {u"strong_buy", u"buy", u"hold", u"sell", u"strong_sell"})
        if (const Fact* one = m_dossier.fact(QStringLiteral("grades.") + QString::fromUtf16(name));
            one != nullptr)
            counts.append(QStringLiteral("%1 %2").arg(one->title, shown(one->name, title)));
    if (counts.isEmpty()) {
        QString why = failureReason(u"coverage.grades");
        if (why.isEmpty())
            why = Words::tr("no source for it is in this workspace");
        m_page.labelled(title, wordOr({}, why, title), label);
    } else {
        m_page.labelled(title, counts.join(QStringLiteral(", ")), label);
        m_page.labelled(Words::tr("source"), sourceOf(QStringLiteral("grades.buy")), label - 2, 4);
    }
    if (const Fact* up = m_dossier.fact(u"grades.changed.up"); up != nullptr) {
        const auto counted = [&](const char16_t* name) { return shown(QString::fromUtf16(name), title); };
        m_page.labelled(Words::tr("changes"),
                        QStringList {QStringLiteral("%1 %2").arg(up->title, counted(u"grades.changed.up")),
                                     Words::tr("downgrades %1").arg(counted(u"grades.changed.down")),
                                     Words::tr("kept or begun %1").arg(counted(u"grades.changed.kept"))}
                            .join(QStringLiteral(", ")),
                        label - 2, 4);
    }
    for (const Fact* one : listed(m_dossier, QStringLiteral("grades.changes.")))
        m_page.labelled(one->source.asOf, one->title, label - 2, 4);
}

void ReportWriter::news()
{
    const QString title = Words::tr("news");
    const Fact* searched = m_dossier.fact(u"news.searched");
    if (searched == nullptr || !searched->value) {
        QString why = failureReason(u"news");
        if (why.isEmpty())
            why = Words::tr("no source for it is in this workspace");
        m_page.labelled(title, wordOr({}, why, title), label);
        return;
    }
    const std::vector<const Fact*> news = listed(m_dossier, QStringLiteral("news."));
    const QString looked = Words::tr("%1 looked through, those of 90 days to %2")
                               .arg(shown(searched->name, title), searched->source.asOf);
    m_page.labelled(title,
                    news.empty()
                        ? Words::tr("none holds a term of the theme: %1").arg(looked)
                        : Words::tr("%1 with a term of the theme; %2").arg(count(news.size()), looked),
                    label);
    for (const Fact* one : news) {
        const QStringList about {one->title, one->source.field};
        m_page.labelled(one->source.asOf, about.join(QStringLiteral(" · ")), label - 2, 4);
    }
}

} // namespace plumbline
