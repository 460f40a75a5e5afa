#include "core/formats/cardwriter.h"

namespace plumbline {

Json CardWriter::quotes() const
{
    Json out = Json::array();
    for (const Quote& quote : m_card.coverage.reading.quotes)
        out.push_back({{"text", toJson(quote.citation.text)},
                       {"speaker", toJson(quote.citation.speaker)},
                       {"role", toJson(quote.role)},
                       {"call", toJson(quote.citation.call)},
                       {"verified", toJson(quote.citation.verified)}});
    return out;
}

Json CardWriter::questions() const
{
    Json out = Json::array();
    for (const Question& one : m_card.coverage.reading.questions)
        out.push_back({{"call", toJson(one.call)},
                       {"analyst", toJson(one.analyst)},
                       {"firm", toJson(one.firm)},
                       {"question", toJson(one.question)},
                       {"answer", toJson(one.answer)},
                       {"about_ai", one.aboutAi}});
    return out;
}

Json CardWriter::changes() const
{
    Json out = Json::array();
    for (const MetricChange& one : m_card.changes)
        out.push_back({{"metric", toJson(one.metric)},
                       {"change", toJson(one.change)},
                       {"latest", toJson(one.latest)},
                       {"prior", toJson(one.prior)},
                       {"latest_said", toJson(one.latestSaid)},
                       {"prior_said", toJson(one.priorSaid)}});
    return out;
}

Json CardWriter::checks() const
{
    Json out = Json::array();
    for (const Check& one : m_card.checks)
        out.push_back({{"check", toJson(one.check)},
                       {"holds", one.holds ? Json(*one.holds) : Json()},
                       {"detail", toJson(one.detail)}});
    return out;
}

Json CardWriter::failures() const
{
    Json out = Json::array();
    for (const Failure& one : m_card.coverage.failures)
        out.push_back({{"section", toJson(one.section)},
                       {"class", toJson(one.kind)},
                       {"reason", toJson(one.reason)},
                       {"at", one.at.isEmpty() ? Json() : toJson(one.at)}});
    return out;
}

void CardWriter::decisions(Json& out) const
{
    const QString symbol = m_card.coverage.dossier.symbol;
    const auto concerns = [&](const QString& subject) {
        return subject == companySubject(symbol)
            || subject.startsWith(QStringLiteral("claim/%1/").arg(symbol)) || !subject.contains(u'/')
            || subject.startsWith(u"industry/");
    };
    out["proposals"] = Json::array();
    for (const auto* list : {&m_card.coverage.assumptions, &m_card.shares})
        for (const Assumption& one : *list)
            out["proposals"].push_back(
                {{"subject", toJson(one.subject)},
                 {"field",
                  toJson(one.name == u"counted_share" ? one.name : QStringLiteral("assumption/") + one.name)},
                 {"value", toJson(one.value)},
                 {"author", toJson(one.author)},
                 {"reason", toJson(one.note)}});
    out["choices"] = Json::array();
    for (const Choice& one : m_card.decisions.choices)
        if (concerns(one.subject))
            out["choices"].push_back({{"scenario", toJson(one.scenario)},
                                      {"subject", toJson(one.subject)},
                                      {"field", toJson(one.field)},
                                      {"value", toJson(one.value)},
                                      {"low", one.low.isEmpty() ? Json() : toJson(one.low)},
                                      {"high", one.high.isEmpty() ? Json() : toJson(one.high)},
                                      {"based_on", one.basedOn.isEmpty() ? Json() : toJson(one.basedOn)},
                                      {"note", toJson(one.note)}});
    out["scenarios"] = Json::array();
    for (const Scenario& one : m_card.decisions.scenarios)
        out["scenarios"].push_back({{"name", toJson(one.name)}, {"note", toJson(one.note)}});
}

} // namespace plumbline
