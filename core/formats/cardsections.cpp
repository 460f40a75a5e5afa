#include "core/formats/cardwriter.h"
#include "core/reading/languagefacts.h"
#include "core/text/figures.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardSections)
};

Json orNull(const QString& text)
{
    return text.isEmpty() ? Json() : toJson(text);
}

} // namespace

Json CardWriter::assumption(const QString& path, const QString& cellName, const QString& name,
                            const std::vector<QString>& subjects)
{
    const Basis basis = m_card.basis();
    const Effective inForce = effective(name, subjects, proposalsFor(basis), basis.choices, basis.scenario);
    const Cell& cell = m_card.sheet.cell(m_card.sheet.find(cellName));
    const double factor = displayFactor(cell.display);
    const auto end = [&](const char16_t* which) {
        return number(path + QString::fromUtf16(which), cellName + QString::fromUtf16(which), factor);
    };
    Json out = {{"name", toJson(cellName)}};
    out["value"] = number(path + QStringLiteral(".value"), cellName, factor);
    out["unit"] = toJson(unitWord(cell.unit, cell.display));
    out["proposed"] = inForce.proposal == nullptr ? Json() : toJson(inForce.proposal->value);
    out["override"] = inForce.choice == nullptr ? Json() : toJson(inForce.choice->value);
    out["author"] = toJson(cell.origin.author);
    out["low"] = end(u".low");
    out["high"] = end(u".high");
    out["scope"] = toJson(cell.origin.scope);
    out["source"] = inForce.proposal == nullptr ? Json() : orNull(inForce.proposal->source);
    out["note"] = orNull(cell.origin.note);
    out["review"] = inForce.choice != nullptr && inForce.proposal != nullptr
                 && !inForce.choice->basedOn.isEmpty() && inForce.choice->basedOn != inForce.proposal->value;
    return out;
}

Json CardWriter::assumptions()
{
    const Basis basis = m_card.basis();
    Json out = Json::array();
    const std::vector<QString> company = companySubjects(basis);
    for (const QString& name : companyAssumptions(basis))
        out.push_back(assumption(QStringLiteral("assumption.") + name, name, name, company));
    for (const Cell& cell : m_card.sheet.cells()) {
        if (cell.scope.isEmpty() || !cell.origin.scope.startsWith(u"claim/")
            || cell.origin.kind != Origin::Kind::Assumption || cell.name.endsWith(u".counted_share")
            || cell.name.endsWith(u".low") || cell.name.endsWith(u".high"))
            continue;
        std::vector<QString> subjects = company;
        subjects.insert(subjects.begin(), cell.origin.scope);
        out.push_back(assumption(QStringLiteral("assumption.") + cell.name, cell.name,
                                 cell.name.mid(cell.scope.size() + 1), subjects));
    }
    return out;
}

Json CardWriter::claims()
{
    Json out = Json::array();
    for (const Claim& one : m_card.coverage.reading.claims)
        out.push_back(claim(one));
    return out;
}

Json CardWriter::claim(const Claim& claim)
{
    const Basis basis = m_card.basis();
    const QString scope = QStringLiteral("claim.") + claim.id;
    const Cell& soft = m_card.sheet.cell(m_card.sheet.find(scope + QStringLiteral(".soft")));
    const auto formula = [&](const char16_t* effect) {
        const Cell& cell = m_card.sheet.cell(m_card.sheet.find(scope + u'.' + QString::fromUtf16(effect)));
        return orNull(cell.text);
    };
    Json out = {{"id", toJson(claim.id)},
                {"claim", toJson(claim.title)},
                {"type", toJson(word(claim.type))},
                {"kind", toJson(word(claim.kind))},
                {"soft", soft.value != 0}};
    out["soft_reason"] = soft.value != 0 ? toJson(soft.origin.note) : Json();
    out["figure"] = toJson(claim.figureText);
    out["period"] = orNull(claim.period);
    out["overlap_group"] = orNull(claimField(basis, claim, QStringLiteral("overlap_group"), claim.group));
    out["counted_share_percent"] = number(scope + QStringLiteral(".counted_share_percent"),
                                          scope + QStringLiteral(".counted_share"), 100);
    out["figures"] = Json::array();
    for (std::size_t i = 0; i < claim.figures.size(); ++i) {
        const ClaimFigure& figure = claim.figures[i];
        const QString path = QStringLiteral("%1.figures.%2").arg(scope).arg(i);
        const QString name = scope + u'.' + figure.name;
        const double factor = displayFactor(figure.quantity.display);
        Json row = {{"name", toJson(figure.name)}};
        row["value"] = number(path + QStringLiteral(".value"), name, factor);
        row["low"] = number(path + QStringLiteral(".low"), name + QStringLiteral(".low"), factor);
        row["high"] = number(path + QStringLiteral(".high"), name + QStringLiteral(".high"), factor);
        row["bound"] = toJson(word(figure.quantity.bound));
        row["unit"] = toJson(unitWord(figure.quantity.unit, figure.quantity.display));
        row["sentence_id"] =
            figure.citation.sentence == 0
                ? Json()
                : toJson(QStringLiteral("%1/%2").arg(figure.citation.call).arg(figure.citation.sentence));
        out["figures"].push_back(std::move(row));
    }
    out["revenue_formula"] = formula(u"revenue_effect");
    out["income_formula"] = formula(u"income_effect");
    out["arithmetic"] = toJson(claimArithmetic(m_card, claim, m_locale));
    for (const char* key : {"revenue_effect", "income_effect", "revenue_percent", "eps_percent"}) {
        const QString path = scope + u'.' + QString::fromLatin1(key);
        out[key] = number(path, path, path.endsWith(u"_percent") ? 100 : 1);
    }
    out["evidence"] = Json::array();
    for (const Citation& one : claim.evidence)
        out["evidence"].push_back(
            {{"call", toJson(one.call)},
             {"speaker", toJson(one.speaker)},
             {"sentence_id",
              one.sentence == 0 ? Json() : toJson(QStringLiteral("%1/%2").arg(one.call).arg(one.sentence))},
             {"text", toJson(one.text)},
             {"verified", toJson(one.verified)}});
    return out;
}

Json CardWriter::quantifications()
{
    Json out = Json::array();
    const auto& all = m_card.coverage.reading.quantifications;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Quantification& one = all[i];
        Json values = Json::array();
        for (std::size_t k = 0; k < one.values.size(); ++k) {
            const QString path = QStringLiteral("quantifications.%1.value.%2").arg(i).arg(k);
            values.push_back(number(path, path,
                                    one.unit == u"percent" ? 100
                                    : one.unit == u"bps"   ? 10000
                                                           : 1));
        }
        out.push_back({{"metric", toJson(one.metric)},
                       {"figure", toJson(one.figureText)},
                       {"value", std::move(values)},
                       {"unit", toJson(one.unit)},
                       {"qualifier", toJson(one.qualifier)},
                       {"period", orNull(one.period)},
                       {"line", toJson(one.line)},
                       {"bucket", toJson(one.bucket)},
                       {"text", toJson(one.citation.text)},
                       {"speaker", toJson(one.citation.speaker)},
                       {"call", toJson(one.citation.call)},
                       {"verified", toJson(one.citation.verified)},
                       {"number_in_quote", one.numberInQuote}});
    }
    return out;
}

Json CardWriter::pricedIn()
{
    const QString prefix = QStringLiteral("priced_in.");
    Json out = Json::object();
    out["verdict"] = textOr(prefix + QStringLiteral("verdict"), m_card.votes.verdict,
                            Words::tr("only %1 of %2 measures are known; a verdict needs three")
                                .arg(m_card.votes.known)
                                .arg(m_card.votes.votes.size()));
    out["votes_known"] =
        number(prefix + QStringLiteral("votes_known"), prefix + QStringLiteral("votes_known"));
    out["votes"] = Json::array();
    for (std::size_t i = 0; i < m_card.votes.votes.size(); ++i) {
        const PricedInVote& vote = m_card.votes.votes[i];
        const QString path = QStringLiteral("priced_in.votes.%1").arg(i);
        Json row = {{"measure", toJson(vote.measure)}};
        row["value"] = number(path + QStringLiteral(".value"), vote.name);
        row["vote"] = textOr(path + QStringLiteral(".vote"), vote.vote, vote.why);
        row["why"] = toJson(vote.why);
        out["votes"].push_back(std::move(row));
    }
    for (const char* key : {"trailing_pe", "forward_pe", "market_cap_to_sales", "ev_to_sales"})
        out[key] = number(prefix + QString::fromLatin1(key), prefix + QString::fromLatin1(key));
    const Fact* revisions = m_card.coverage.dossier.fact(u"estimate_revisions");
    const QString revised = QStringLiteral("priced_in.eps_revision_90d");
    const QString none = revisions != nullptr && !revisions->unknown.isEmpty()
                           ? revisions->unknown
                           : Words::tr("no earlier estimates are stored to compare with");
    out["estimate_revisions"] = m_card.sheet.find(revised) != Sheet::none
                                  ? number(prefix + QStringLiteral("estimate_revisions"), revised)
                                  : unknown(prefix + QStringLiteral("estimate_revisions"), none);
    QString failed = Words::tr("no language model is set up; the votes by rule stand alone");
    for (const Failure& failure : m_card.coverage.failures)
        if (failure.section == u"priced_in.synthesis")
            failed = failure.reason;
    out["synthesis"] = unknown(prefix + QStringLiteral("synthesis"), failed);
    return out;
}

Json CardWriter::coverage()
{
    Json trajectory = Json::array();
    const auto& readings = m_card.coverage.reading.enthusiasm.trajectory;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const QString path = QStringLiteral("coverage.trajectory.%1.enthusiasm").arg(i);
        Json row = {{"call", toJson(readings[i].call)}, {"date", orNull(readings[i].date)}};
        row["enthusiasm"] = number(path, path);
        row["method"] = toJson(readings[i].method);
        trajectory.push_back(std::move(row));
    }
    Json catalysts = Json::array();
    for (const Catalyst& one : m_card.coverage.reading.catalysts)
        catalysts.push_back(
            {{"date", toJson(one.date)},
             {"kind", toJson(one.kind)},
             {"text", toJson(one.text)},
             {"source", toJson(one.source)},
             {"sentence_id",
              one.citation.sentence == 0
                  ? Json()
                  : toJson(QStringLiteral("%1/%2").arg(one.citation.call).arg(one.citation.sentence))}});
    if (m_card.coverage.reading.catalysts.empty())
        unknown(QStringLiteral("coverage.catalysts"),
                Words::tr("no dated event was found in the calls at hand"));
    return {{"trajectory", std::move(trajectory)},
            {"catalysts", std::move(catalysts)},
            {"price_target", priceTarget()},
            {"grades", grades()}};
}

Json CardWriter::options()
{
    const QString prefix = QStringLiteral("options.");
    const QString noChain =
        Words::tr("no options chain is in this workspace; only a proxy from dollar volume, beta and price");
    const QString& liquidity = m_card.optionsLiquidity;
    Json out = Json::object();
    const QString noProxy = Words::tr("dollar volume, beta or price is not known");
    const QString method = liquidity.isEmpty() ? QString() : QStringLiteral("proxy");
    out["liquidity"] = textOr(prefix + QStringLiteral("liquidity"), liquidity, noProxy);
    out["liquidity_method"] = textOr(prefix + QStringLiteral("liquidity_method"), method, noProxy);
    for (const char* key : {"atm_iv_percent", "bid_ask_percent", "open_interest"})
        out[key] = unknown(prefix + QString::fromLatin1(key), noChain);
    Json proxy = Json::object();
    proxy["dollar_adv"] =
        number(prefix + QStringLiteral("proxy.dollar_adv"), prefix + QStringLiteral("proxy.dollar_adv"));
    proxy["beta"] = number(prefix + QStringLiteral("proxy.beta"), prefix + QStringLiteral("proxy.beta"));
    proxy["price"] = number(prefix + QStringLiteral("proxy.price"), QStringLiteral("price"));
    out["proxy"] = std::move(proxy);
    out["source"] = "proxy (no options chain)";
    out["note"] =
        toJson(Words::tr("Liquidity is estimated from dollar volume, beta and price, not measured on "
                         "options; implied volatility, spread and open interest are not known."));
    return out;
}

Json CardWriter::confirmation()
{
    const Confirmation& own = m_card.confirmation;
    const QString prefix = QStringLiteral("confirmation.");
    const auto row = [&](Json& out, const QString& section, std::initializer_list<const char*> keys) {
        for (const char* key : keys) {
            const QString path = prefix + section + u'.' + QString::fromLatin1(key);
            out[key] = number(path, path, path.endsWith(u"_pp") ? 100 : 1);
        }
    };
    const auto asOf = [&](const char16_t* fact) {
        const Fact* found = m_card.coverage.dossier.fact(QString::fromUtf16(fact));
        return found == nullptr ? Json() : orNull(found->source.asOf);
    };
    Json insiders = Json::object();
    insiders["direction"] =
        textOr(prefix + QStringLiteral("insiders.direction"), own.insiders.direction, own.insiders.why);
    row(insiders, QStringLiteral("insiders"),
        {"open_market_buys", "open_market_sells", "net_purchase_ratio"});
    insiders["period"] = asOf(u"confirmation.insiders.open_market_sells");
    insiders["source"] = source(QStringLiteral("confirmation.insiders.open_market_sells"));

    Json institutions = Json::object();
    institutions["direction"] = textOr(prefix + QStringLiteral("institutions.direction"),
                                       own.institutions.direction, own.institutions.why);
    institutions["as_of"] = asOf(u"confirmation.institutions.new");
    row(institutions, QStringLiteral("institutions"),
        {"new", "closed", "increased", "reduced", "ownership_change_pp", "holders_change"});
    institutions["signals"] = Json::array();
    for (std::size_t i = 0; i < own.institutionSignals.size(); ++i) {
        const InstitutionSignal& signal = own.institutionSignals[i];
        Json one = {{"name", toJson(signal.name)}};
        one["sign"] = number(QStringLiteral("confirmation.institutions.signals.%1.sign").arg(i),
                             QStringLiteral("confirmation.institutions.%1_sign").arg(signal.name));
        institutions["signals"].push_back(std::move(one));
    }
    institutions["source"] = source(QStringLiteral("confirmation.institutions.new"));

    return {{"verdict", toJson(own.verdict)},
            {"sentence", toJson(own.sentence)},
            {"insiders", std::move(insiders)},
            {"institutions", std::move(institutions)},
            {"language", language()}};
}

Json CardWriter::language()
{
    const SignalReading& own = m_card.confirmation.language;
    QString why = own.why;
    for (const Failure& failure : m_card.coverage.failures)
        if (failure.section == u"confirmation.language")
            why = failure.reason;
    const QString score = languageScore.toString();
    Json language = Json::object();
    language["direction"] = textOr(languageDirection.toString(), own.direction, why);
    language["score"] =
        m_card.coverage.dossier.fact(languageScore) != nullptr
            ? number(score, score)
            : unknown(score, why.isEmpty() ? Words::tr("the parts behind the direction are not known") : why);
    language["parts"] = Json::object();
    for (const Fact* part : m_card.coverage.dossier.factsUnder(languageParts))
        language["parts"][utf8(part->name.mid(languageParts.size()))] = number(part->name, part->name);
    language["source"] = source(languageDirection.toString());
    return language;
}

} // namespace plumbline
