#include "core/fmp/factwriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plumbline::fmp {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fmp)
};

} // namespace

Number measured(Number value)
{
    return value && *value == 0 ? Number() : value;
}

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

FactWriter::FactWriter(Dossier& dossier, const QDateTime& fetched)
    : m_dossier(dossier)
    , m_fetched(fetched.toUTC().toString(Qt::ISODate))
{}

void FactWriter::from(const QString& endpoint, const QDate& asOf)
{
    m_endpoint = endpoint;
    m_asOf = asOf.toString(Qt::ISODate);
}

void FactWriter::money(const QString& name, const QString& field, Number value, const QString& currency,
                       const QString& title)
{
    write(name, field, value, {.unit = Unit::of(currency)}, title);
}

void FactWriter::perShare(const QString& name, const QString& field, Number value, const QString& currency,
                          const QString& title)
{
    write(name, field, value, {.unit = Unit::of(currency) / Unit::of(u"share")}, title);
}

void FactWriter::number(const QString& name, const QString& field, Number value, Display display,
                        const QString& title)
{
    write(name, field, value, {.display = display}, title);
}

void FactWriter::rate(const QString& name, const QString& field, Number value, const QString& from,
                      const QString& to)
{
    write(name, field, value, {.unit = Unit::of(to) / Unit::of(from)},
          Words::tr("%1 for one %2").arg(to, from));
}

void FactWriter::unknown(const QString& name, const QString& field, const QString& why)
{
    put({.name = name, .unknown = why, .source = source(field)});
}

void FactWriter::clear(const QString& prefix)
{
    std::erase_if(m_dossier.facts, [&](const Fact& one) { return one.name.startsWith(prefix); });
}

Source FactWriter::source(const QString& field) const
{
    return {u"FMP"_s, u"%1 %2"_s.arg(m_endpoint, field), m_asOf, m_fetched};
}

void FactWriter::write(const QString& name, const QString& field, Number value, Quantity as,
                       const QString& title)
{
    if (!value || !std::isfinite(*value))
        return unknown(name, field, Words::tr("FMP gives no %1 here").arg(field));
    as.value = *value;
    put({.name = name, .title = title, .value = as, .source = source(field), .note = m_note});
}

void FactWriter::put(Fact fact)
{
    const auto known = std::find_if(m_dossier.facts.begin(), m_dossier.facts.end(),
                                    [&](const Fact& one) { return one.name == fact.name; });
    if (known == m_dossier.facts.end()) {
        m_dossier.facts.push_back(std::move(fact));
        return;
    }
    if (known->value && !fact.value)
        return;
    if (fact.title.isEmpty())
        fact.title = known->title;
    fact.mention = known->mention;
    *known = std::move(fact);
}

} // namespace plumbline::fmp
