#include "core/formats/cardreaderparts.h"
#include "core/formats/coverageparts.h"
#include "core/formats/exactnumber.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardReader)
};

/// A figure of a section: its key there, the fact it is, what it is measured in.
struct Place
{
    const char* key;
    QString name;
    enum class What { Money, PerShare, Percent, Count, Plain } what;
};

/// Reads the figures of the card's sections into facts.
class FactReader
{
public:
    FactReader(const CardParts& parts, Dossier& dossier) : m_parts(parts), m_dossier(dossier) {}

    void run()
    {
        using W = Place::What;
        const JsonReader& card = m_parts.card;
        Source price;
        price.asOf = card.textOr("price_at");
        add(card, {"price", QStringLiteral("price"), W::PerShare}, price);
        add(card, {"market_cap", QStringLiteral("market_cap"), W::Money}, {});
        const auto base = card.object("base");
        if (base && base->numberIf("shares").value_or(1) <= 0)
            base->fail("shares", Words::tr("a company has more than %1").arg(*base->numberIf("shares")));
        if (base)
            section(
                *base, QStringLiteral("base."),
                {{"revenue", {}, W::Money}, {"net_income", {}, W::Money}, {"diluted_eps", {}, W::PerShare}});
        if (const auto consensus = card.object("consensus")) {
            estimates(*consensus, QStringLiteral("consensus."));
            const auto later = consensus->objects("later_years");
            for (std::size_t i = 0; i < later.size(); ++i)
                estimates(later[i], QStringLiteral("consensus.later_years.%1.").arg(i));
        }
        if (const auto options = card.object("options"); options)
            if (const auto proxy = options->object("proxy"))
                section(*proxy, QStringLiteral("options.proxy."),
                        {{"dollar_adv", {}, W::Money}, {"beta", {}, W::Plain}});
        if (const auto signs = card.object("confirmation"))
            confirmation(*signs);
        if (!m_parts.asRead)
            revisions();
    }

private:
    Measure measure(Place::What what) const
    {
        const Unit money = Unit::of(m_dossier.currency);
        switch (what) {
        case Place::What::Money: return {money};
        case Place::What::PerShare: return {money / Unit::of(u"share")};
        case Place::What::Percent: return {{}, Display::Percent};
        default: return {};
        }
    }

    /// A figure no company has is a slip of the file's writer.
    static void checkSize(const JsonReader& in, const Place& place, double value)
    {
        using W = Place::What;
        const bool huge = std::abs(value) > (place.what == W::Money ? 1e20 : 1e12);
        const bool below = value < 0 && (place.name == u"price" || place.name == u"market_cap");
        const bool odd = place.what == W::Count && (value != std::round(value));
        if (huge || below || odd)
            in.fail(place.key, Words::tr("%1 cannot be meant").arg(value));
    }

    Fact* find(const QString& name)
    {
        auto& facts = m_dossier.facts;
        const auto found =
            std::find_if(facts.begin(), facts.end(), [&](const Fact& one) { return one.name == name; });
        return found == facts.end() ? nullptr : &*found;
    }

    void add(const JsonReader& in, const Place& place, const Source& source)
    {
        const std::optional<double> written = in.numberIf(place.key);
        const double factor = place.what == Place::What::Percent ? 100 : 1;
        if (written)
            checkSize(in, place, *written);
        Fact* known = find(place.name);
        const bool same =
            written && known != nullptr && known->value && known->value->value * factor == *written;
        if (same || (!written && m_parts.asRead))
            return;
        if (known == nullptr) {
            m_dossier.facts.push_back({.name = place.name, .source = source});
            known = &m_dossier.facts.back();
        }
        if (written) {
            const Measure in_ = measure(place.what);
            known->value =
                Quantity {.value = valueBehind(*written, factor), .unit = in_.unit, .display = in_.display};
            known->unknown.clear();
        } else {
            known->unknown = m_parts.reason(place.name);
        }
    }

    void section(const JsonReader& in, const QString& prefix, std::vector<Place> places)
    {
        const Source source = sourceFrom(in.object("source"));
        for (Place& place : places) {
            place.name = prefix + QString::fromLatin1(place.key);
            add(in, place, source);
        }
    }

    void estimates(const JsonReader& in, const QString& prefix)
    {
        using W = Place::What;
        section(in, prefix,
                {{"revenue", {}, W::Money},
                 {"revenue_low", {}, W::Money},
                 {"revenue_high", {}, W::Money},
                 {"net_income", {}, W::Money},
                 {"eps", {}, W::PerShare},
                 {"eps_low", {}, W::PerShare},
                 {"eps_high", {}, W::PerShare},
                 {"analysts", {}, W::Count}});
        // Growth is a fact only where the level is not known; else it is computed.
        for (const char* level : {"revenue", "net_income", "eps"}) {
            const QByteArray growth = QByteArray(level) + "_growth_percent";
            if (!m_parts.asRead && !in.numberIf(level) && in.numberIf(growth.constData()))
                section(in, prefix, {{growth.constData(), {}, W::Percent}});
        }
    }

    void confirmation(const JsonReader& in)
    {
        using W = Place::What;
        const QString prefix = QStringLiteral("confirmation.");
        if (const auto insiders = in.object("insiders"))
            section(*insiders, prefix + QStringLiteral("insiders."),
                    {{"open_market_buys", {}, W::Count}, {"open_market_sells", {}, W::Count}});
        if (const auto institutions = in.object("institutions"))
            section(*institutions, prefix + QStringLiteral("institutions."),
                    {{"new", {}, W::Count},
                     {"closed", {}, W::Count},
                     {"increased", {}, W::Count},
                     {"reduced", {}, W::Count},
                     {"ownership_change_pp", {}, W::Percent},
                     {"holders_change", {}, W::Count}});
        const auto language = in.object("language");
        if (m_parts.asRead || !language)
            return;
        const QString direction = language->textOr("direction");
        Fact fact {.name = prefix + QStringLiteral("language.direction"),
                   .source = sourceFrom(language->object("source"))};
        if (direction.isEmpty())
            fact.unknown = m_parts.reason(fact.name);
        else
            fact.value = Quantity {.value = direction == u"more confident" ? 1.0
                                          : direction == u"more guarded"   ? -1.0
                                                                           : 0.0};
        m_dossier.facts.push_back(std::move(fact));
    }

    void revisions()
    {
        const QString why = m_parts.reason(QStringLiteral("priced_in.estimate_revisions"));
        if (!why.isEmpty())
            m_dossier.facts.push_back({.name = QStringLiteral("estimate_revisions"), .unknown = why});
    }

    const CardParts& m_parts;
    Dossier& m_dossier;
};

QString fiscalYear(const JsonReader& card, const char* section)
{
    const auto in = card.object(section);
    return in ? in->textOr("fiscal_year") : QString();
}

} // namespace

void readCompany(const CardParts& parts, Dossier& dossier)
{
    const JsonReader& card = parts.card;
    dossier = {.symbol = parts.symbol,
               .name = card.text("name"),
               .industry = card.textOr("industry"),
               .currency = card.text("currency"),
               .baseYear = fiscalYear(card, "base"),
               .consensusYear = fiscalYear(card, "consensus"),
               .latestCall = card.textOr("latest_call"),
               .priorCall = card.textOr("prior_call"),
               .nextReport = card.textOr("next_report")};
    if (parts.asRead) {
        dossier.fiscalYearEnd = parts.asRead->textOr("fiscal_year_end");
        dossier.fictional = parts.asRead->flagOr("fictional", false);
        for (const JsonReader& one : parts.asRead->objects("facts")) {
            dossier.facts.push_back(factFrom(one));
            if (auto& value = dossier.facts.back().value)
                readMeasure(one, *value);
        }
    }
    FactReader(parts, dossier).run();
}

} // namespace plumbline
