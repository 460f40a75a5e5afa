#include "core/store/citations.h"

#include "core/store/columns.h"

#include <algorithm>

namespace plumbline {

namespace {

/// The sentence tells citations apart soonest.
bool equal(const Citation& a, const Citation& b)
{
    return a.sentence == b.sentence && a == b;
}

} // namespace

Citations::Citations(const Reading& reading)
{
    for (const Claim& claim : reading.claims) {
        for (const Citation& evidence : claim.evidence)
            add(evidence);
        for (const ClaimFigure& figure : claim.figures)
            add(figure.citation);
        for (const EarlierFigure& was : claim.was)
            add(was.citation);
    }
    for (const Quantification& said : reading.quantifications)
        add(said.citation);
    for (const Quote& quote : reading.quotes)
        add(quote.citation);
    for (const Catalyst& catalyst : reading.catalysts)
        add(catalyst.citation);
}

void Citations::add(const Citation& citation)
{
    if (numberOf(citation) == static_cast<qint64>(m_all.size()))
        m_all.push_back(citation);
}

qint64 Citations::numberOf(const Citation& citation) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(),
                                    [&](const Citation& other) { return equal(other, citation); });
    return found - m_all.begin();
}

Citation Citations::at(qint64 number) const
{
    const auto place = static_cast<std::size_t>(number);
    return place < m_all.size() ? m_all[place] : Citation {};
}

Result<void> Citations::write(const QSqlDatabase& database, qint64 reading) const
{
    std::vector<QVariantList> rows;
    for (const Citation& one : m_all)
        rows.push_back({reading, static_cast<qint64>(rows.size()), one.call, one.speaker, one.sentence,
                        one.text, one.verified});
    return addRows(database, QStringLiteral("quote"),
                   QStringLiteral("reading, number, call, speaker, sentence, text, verified"), rows);
}

Result<Citations> Citations::read(const QSqlDatabase& database, qint64 reading)
{
    Citations citations;
    const auto read =
        each(database,
             QStringLiteral("SELECT call, speaker, sentence, text, verified FROM quote "
                            "WHERE reading = ? ORDER BY number"),
             {reading}, [&](Statement& row) {
                 Columns in(row);
                 citations.m_all.push_back({in.text(), in.text(), in.small(), in.text(), in.text()});
             });
    if (!read)
        return tl::unexpected(read.error());
    return citations;
}

} // namespace plumbline
