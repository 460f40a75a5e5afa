#pragma once

#include "core/company/dossier.h"
#include "core/fmp/rows.h"

namespace plumbline::fmp {

/// A 0 that stands for "absent" (far estimates, market values, prices of grants) is no measure.
Number measured(Number value);

/// A currency as prices are written in it: pence are a hundredth of the pound.
struct PriceCurrency
{
    QString code {};
    double parts = 1; ///< of these make one of the currency
};
PriceCurrency priceCurrency(const QString& written);

/// Days that a fact is told by: the day of the answers, and the day results were last reported (perhaps none).
struct Days
{
    QDate today {};
    QDate reported {};
};

/// Writes facts of one endpoint into a company. A known fact never gives way to an unknown one.
class FactWriter
{
public:
    FactWriter(Dossier& dossier, const QDateTime& fetched);

    /// Where what follows comes from, and the day it speaks of.
    void from(const QString& endpoint, const QDate& asOf);
    /// What stands beside what follows, until it is taken back with nothing.
    void noting(const QString& note) { m_note = note; }

    void money(const QString& name, const QString& field, Number value, const QString& currency,
               const QString& title = {});
    void perShare(const QString& name, const QString& field, Number value, const QString& currency,
                  const QString& title = {});
    void number(const QString& name, const QString& field, Number value, Display display = Display::Plain,
                const QString& title = {});
    /// What one of `from` costs in `to`.
    void rate(const QString& name, const QString& field, Number value, const QString& from,
              const QString& to);
    void unknown(const QString& name, const QString& field, const QString& why);

    /// A list is written anew: what stood under its name goes.
    void clear(const QString& prefix);

private:
    Source source(const QString& field) const;
    void write(const QString& name, const QString& field, Number value, Quantity as, const QString& title);
    void put(Fact fact);

    Dossier& m_dossier;
    QString m_fetched {};
    QString m_endpoint {};
    QString m_asOf {};
    QString m_note {};
};

} // namespace plumbline::fmp
