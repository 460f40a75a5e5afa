#include "core/formats/cardwriter.h"

#include "core/signals/trend.h"
#include "core/text/figures.h"
#include "core/uplift/claimkinds.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardWriter)
};

QString named(const QString& prefix, const char* key)
{
    return prefix + u'.' + QString::fromLatin1(key);
}

QString lastDay(const Dossier& dossier)
{
    QString last;
    for (const Fact& fact : dossier.facts)
        last = std::max(last, fact.source.asOf);
    return last;
}

} // namespace

Json toJson(const QString& text)
{
    return Json(text.toStdString());
}

Json toJson(const Source& source)
{
    const auto orNull = [](const QString& text) { return text.isEmpty() ? Json() : toJson(text); };
    return {{"provider", orNull(source.provider)},
            {"field", orNull(source.field)},
            {"as_of", orNull(source.asOf)},
            {"fetched", orNull(source.fetched)}};
}

QString unitWord(const Unit& unit, Display display)
{
    if (!unit.isPlain()) {
        const QString name = unit.toString();
        return name == u"h" ? QStringLiteral("hours") : name == u"item" ? QStringLiteral("count") : name;
    }
    return display == Display::Plain ? QStringLiteral("ratio") : displayWord(display);
}

Json CardWriter::unknown(const QString& path, const QString& reason)
{
    m_unknown[path.toStdString()] = toJson(reason);
    return {};
}

Json CardWriter::textOr(const QString& path, const QString& text, const QString& reason)
{
    return text.isEmpty() ? unknown(path, reason) : toJson(text);
}

Json CardWriter::number(const QString& path, const QString& name, double factor)
{
    const Sheet::Id id = m_card.sheet.find(name);
    if (id == Sheet::none)
        return unknown(path, Words::tr("not known"));
    const Cell& cell = m_card.sheet.cell(id);
    m_numbers.push_back({path, id, factor});
    if (std::isnan(cell.value))
        return unknown(path, cell.reason.message);
    return Json(cell.value * factor);
}

Json CardWriter::source(const QString& name) const
{
    const Fact* fact = m_card.coverage.dossier.fact(name);
    return fact == nullptr ? Json() : toJson(fact->source);
}

Json CardWriter::header()
{
    const Dossier& dossier = m_card.coverage.dossier;
    const Fact* price = dossier.fact(u"price");
    const auto orNull = [](const QString& text) { return text.isEmpty() ? Json() : toJson(text); };
    Json out = {{"symbol", toJson(dossier.symbol)},
                {"name", toJson(dossier.name)},
                {"industry", orNull(dossier.industry)},
                {"currency", toJson(dossier.currency)}};
    out["market_cap"] = number(QStringLiteral("market_cap"), QStringLiteral("market_cap"));
    out["price"] = number(QStringLiteral("price"), QStringLiteral("price"));
    out["price_at"] = textOr(QStringLiteral("price_at"), price == nullptr ? QString() : price->source.asOf,
                             Words::tr("the source gives no day for the price"));
    out["latest_call"] =
        textOr(QStringLiteral("latest_call"), dossier.latestCall, Words::tr("no call is in the workspace"));
    out["prior_call"] = textOr(QStringLiteral("prior_call"), dossier.priorCall,
                               Words::tr("no earlier call is in the workspace"));
    out["next_report"] =
        textOr(QStringLiteral("next_report"), dossier.nextReport, Words::tr("no report date is known"));
    out["as_of"] = orNull(lastDay(dossier));
    out["scenario"] = toJson(m_card.scenario);
    return out;
}

Json CardWriter::conviction()
{
    Json out = {{"model", toJson(m_card.scoringModel.id)}};
    out["total"] = number(QStringLiteral("conviction.total"), QStringLiteral("conviction.total"));
    out["measurable"] =
        number(QStringLiteral("conviction.measurable"), QStringLiteral("conviction.measurable"));
    out["rank"] = m_card.rank ? Json(*m_card.rank)
                              : unknown(QStringLiteral("conviction.rank"),
                                        Words::tr("the company was not ranked with others"));
    Json components = Json::object();
    for (const char* name :
         {"enthusiasm", "trend", "quantifies", "impact", "under_radar", "credibility", "confirmation"}) {
        const QString figure = named(QStringLiteral("conviction"), name);
        if (m_card.sheet.find(figure) == Sheet::none)
            continue;
        const QString path = named(QStringLiteral("conviction.components"), name);
        Json part = Json::object();
        part["points"] = number(path + QStringLiteral(".points"), figure);
        part["max"] = number(path + QStringLiteral(".max"), figure + QStringLiteral(".max"));
        part["measurable"] =
            number(path + QStringLiteral(".measurable"), figure + QStringLiteral(".measurable"));
        const double measurable = m_card.sheet.value(figure + QStringLiteral(".measurable")).value_or(0);
        part["known"] = measurable > 0;
        part["why"] = toJson(componentWhy(m_card, QString::fromLatin1(name), m_locale));
        components[name] = std::move(part);
    }
    out["components"] = std::move(components);
    return out;
}

Json CardWriter::enthusiasm()
{
    const Enthusiasm& own = m_card.coverage.reading.enthusiasm;
    Json out = Json::object();
    out["latest"] = number(QStringLiteral("enthusiasm.latest"), QStringLiteral("enthusiasm.latest"));
    out["prior"] = number(QStringLiteral("enthusiasm.prior"), QStringLiteral("enthusiasm.prior"));
    out["trend"] = textOr(QStringLiteral("enthusiasm.trend"), trendCode(trendOf(m_card.sheet)),
                          Words::tr("one of the two calls has no reading"));
    out["rationale"] = toJson(m_card.narratives.rationale);
    out["method"] = toJson(own.author.isEmpty() ? QStringLiteral("unknown") : own.author);
    return out;
}

Json CardWriter::base()
{
    Json out = Json::object();
    out["fiscal_year"] = textOr(QStringLiteral("base.fiscal_year"), m_card.coverage.dossier.baseYear,
                                Words::tr("no full fiscal year is in the workspace"));
    for (const char* key : {"revenue", "net_income", "net_margin_percent", "diluted_eps", "shares"}) {
        const QString path = named(QStringLiteral("base"), key);
        out[key] = number(path, path, path.endsWith(u"_percent") ? 100 : 1);
    }
    out["source"] = source(QStringLiteral("base.revenue"));
    return out;
}

Json CardWriter::consensusRow(const QString& prefix, const QString& year)
{
    Json out = Json::object();
    out["fiscal_year"] = textOr(prefix + QStringLiteral(".fiscal_year"), year,
                                Words::tr("no year with estimates is in the workspace"));
    for (const char* key :
         {"revenue", "revenue_low", "revenue_high", "revenue_growth_percent", "net_income",
          "net_income_growth_percent", "eps", "eps_low", "eps_high", "eps_growth_percent", "analysts"}) {
        const QString path = named(prefix, key);
        out[key] = number(path, path, path.endsWith(u"_percent") ? 100 : 1);
    }
    return out;
}

Json CardWriter::consensus()
{
    const Dossier& dossier = m_card.coverage.dossier;
    Json out = consensusRow(QStringLiteral("consensus"), dossier.consensusYear);
    out["source"] = source(QStringLiteral("consensus.revenue"));
    Json later = Json::array();
    const int first = QStringView(dossier.consensusYear)
                          .sliced(std::min<qsizetype>(2, dossier.consensusYear.size()))
                          .toInt();
    for (int year = 0;
         m_card.sheet.find(QStringLiteral("consensus.later_years.%1.revenue").arg(year)) != Sheet::none;
         ++year) {
        Json row = consensusRow(QStringLiteral("consensus.later_years.%1").arg(year),
                                QStringLiteral("FY%1").arg(first + 1 + year));
        const QString prefix = QStringLiteral("consensus.later_years.%1.").arg(year);
        Json from = source(prefix + QStringLiteral("revenue"));
        for (const char16_t* key : {u"eps", u"revenue_growth_percent", u"eps_growth_percent"})
            if (from.is_null())
                from = source(prefix + QString::fromUtf16(key));
        row["source"] = std::move(from);
        later.push_back(std::move(row));
    }
    out["later_years"] = std::move(later);
    return out;
}

Json CardWriter::aggregate()
{
    const QString prefix = QStringLiteral("aggregate.");
    Json out = Json::object();
    const auto add = [&](const char* key) {
        const QString path = prefix + QString::fromLatin1(key);
        out[key] = number(path, path, path.endsWith(u"_percent") ? 100 : 1);
    };
    const auto reason = [&](const char16_t* figure) {
        const auto value = m_card.sheet.value(prefix + QString::fromUtf16(figure));
        return value ? QString() : value.error().message;
    };
    for (const char* key :
         {"revenue_effect", "income_effect", "revenue_uplift_percent", "eps_uplift_percent"})
        add(key);
    out["versus_analysts"] =
        textOr(prefix + QStringLiteral("versus_analysts"), m_card.versusAnalysts, reason(u"versus_analysts"));
    out["priced_in"] = textOr(prefix + QStringLiteral("priced_in"), m_card.pricedIn, reason(u"priced_in"));
    out["confidence"] = number(prefix + QStringLiteral("confidence"), QStringLiteral("confidence"));
    add("share_of_consensus_revenue_growth_percent");
    add("share_of_consensus_income_growth_percent");
    out["arithmetic"] = toJson(aggregateArithmetic(m_card, m_locale));
    out["flags"] = Json::array();
    for (const QString& flag : m_card.flags)
        out["flags"].push_back(toJson(flag));
    add("drag_percent");
    add("net_eps_percent");
    return out;
}

Json CardWriter::narrative() const
{
    const Narratives& own = m_card.narratives;
    return {{"assumptions", toJson(own.assumptions)},
            {"top_line", toJson(own.topLine)},
            {"bottom_line", toJson(own.bottomLine)},
            {"consensus", toJson(own.consensus)},
            {"method", "rule"}};
}

Json CardWriter::write(const QString& workspaceTime)
{
    Json out = header();
    out["conviction"] = conviction();
    out["enthusiasm"] = enthusiasm();
    out["base"] = base();
    out["consensus"] = consensus();
    out["assumptions"] = assumptions();
    out["claims"] = claims();
    out["aggregate"] = aggregate();
    out["narrative"] = narrative();
    out["quantifications"] = quantifications();
    out["priced_in"] = pricedIn();
    out["coverage"] = coverage();
    out["news"] = news();
    out["options"] = options();
    out["confirmation"] = confirmation();
    out["quotes"] = quotes();
    out["questions"] = questions();
    out["changes"] = changes();
    out["checks"] = checks();
    decisions(out);
    sayNulls(out, {}, m_unknown);
    out["unknown"] = m_unknown;
    out["failures"] = failures();
    out["made"] = {{"program", "plumbline " PLUMBLINE_VERSION},
                   {"formula_version", "1"},
                   {"scoring_model", toJson(m_card.scoringModel.id)},
                   {"workspace_time", workspaceTime.isEmpty() ? Json() : toJson(workspaceTime)}};
    out["as_read"] = asRead(m_card);
    return out;
}

QByteArray cardToJson(const Card& card, const QString& workspaceTime, const QLocale& locale)
{
    return QByteArray::fromStdString(CardWriter(card, locale).write(workspaceTime).dump(1)) + '\n';
}

std::vector<CardNumber> numbersOf(const Card& card)
{
    const QLocale locale = QLocale::c();
    CardWriter writer(card, locale);
    writer.write({});
    return writer.numbers();
}

} // namespace plumbline
