#include "core/formats/cardmarkup.h"
#include "core/formats/cardwriter.h"
#include "core/formats/csv.h"

#include <QCoreApplication>
#include <QHash>

#include <cmath>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardCsv)
};

/// The unit of the number that is written, which may be a multiple of the figure.
QString unitOf(const Cell& cell, double factor)
{
    const bool multiple = factor != 1;
    if (!cell.unit.isPlain())
        return unitWord(cell.unit, cell.display);
    if (cell.display == Display::Plain)
        return multiple ? displayWord(Display::Percent) : unitWord(cell.unit, Display::Plain);
    const bool scaled = cell.display == Display::Percent || cell.display == Display::Points
                     || cell.display == Display::BasisPoints;
    return unitWord(cell.unit, scaled && !multiple ? Display::Plain : cell.display);
}

/// What stands behind a figure: who reported, said or chose it, or the formula it is computed by.
QString sourceOf(const Cell& cell)
{
    const Origin& origin = cell.origin;
    QStringList parts;
    switch (origin.kind) {
    case Origin::Kind::Computed: return cell.text.isEmpty() ? origin.note : cell.text;
    case Origin::Kind::Sentence: parts = {origin.citation.call, origin.citation.speaker}; break;
    case Origin::Kind::Field:
        parts = {origin.source.provider, origin.source.field, origin.source.asOf};
        break;
    case Origin::Kind::Assumption:
        parts = {Words::tr("assumption"), origin.author, origin.scope, origin.source.provider};
        break;
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// One row a figure, under the names that the card has in JSON.
class Table
{
public:
    explicit Table(const Card& card) : m_card(card)
    {
        for (const Claim& claim : card.coverage.reading.claims)
            m_claims.insert(claim.id, claim.title);
    }

    QByteArray write()
    {
        for (const char16_t* column : {u"section", u"id", u"label", u"value", u"unit", u"reason", u"source"})
            m_head.text(QString::fromUtf16(column));
        m_out = m_head.ended();
        for (const CardNumber& one : numbersOf(m_card))
            add(one);
        rank();
        return m_out;
    }

private:
    static QString sectionOf(const QString& path)
    {
        return path.contains(u'.') ? path.section(u'.', 0, 0) : u"company"_s;
    }

    QString labelOf(const QString& path, const QString& title) const
    {
        const QString words = title.isEmpty() ? path.section(u'.', -1).replace(u'_', u' ') : title;
        const QString claim =
            path.startsWith(u"claim.") ? m_claims.value(path.section(u'.', 1, 1)) : QString();
        return claim.isEmpty() ? words : claim + u" · "_s + words;
    }

    void add(const CardNumber& one)
    {
        const Cell& cell = m_card.sheet.cell(one.cell);
        const bool known = !std::isnan(cell.value);
        m_out += CsvRecord()
                     .text(sectionOf(one.path))
                     .text(one.path)
                     .text(labelOf(one.path, cell.title))
                     .number(known ? std::optional(cell.value * one.factor) : std::nullopt)
                     .text(unitOf(cell, one.factor))
                     .text(known ? QString() : cell.reason.message)
                     .text(sourceOf(cell))
                     .ended();
    }

    void rank()
    {
        m_out += CsvRecord()
                     .text(u"conviction"_s)
                     .text(u"conviction.rank"_s)
                     .text(Words::tr("rank"))
                     .number(m_card.rank)
                     .text(displayWord(Display::Count))
                     .text(m_card.rank ? QString() : Words::tr("the company was not ranked with others"))
                     .text({})
                     .ended();
    }

    const Card& m_card;
    QHash<QString, QString> m_claims {}; ///< what is claimed, by id
    CsvRecord m_head {};
    QByteArray m_out {};
};

} // namespace

QByteArray cardToCsv(const Card& card)
{
    return Table(card).write();
}

} // namespace plumbline
