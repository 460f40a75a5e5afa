#include "core/formats/csv.h"

#include "core/text/printable.h"

#include <QLocale>

namespace plumbline {

void CsvRecord::add(const QByteArray& cell)
{
    if (m_begun)
        m_cells += ',';
    m_begun = true;
    m_cells += cell;
}

CsvRecord& CsvRecord::text(const QString& plain)
{
    QString shown = printable(plain);
    const QString begun = shown.trimmed(); // spreadsheets pass over spaces before a formula
    if (!begun.isEmpty() && QStringView(u"=+-@").contains(begun.front()))
        shown.prepend(u'\'');
    const bool quoted = shown.contains(u'"') || shown.contains(u',') || shown.contains(u'\n');
    if (quoted)
        shown = u'"' + shown.replace(u'"', QStringLiteral("\"\"")) + u'"';
    add(shown.toUtf8());
    return *this;
}

CsvRecord& CsvRecord::number(const std::optional<double>& value)
{
    add(value ? QByteArray::number(*value, 'g', QLocale::FloatingPointShortest) : QByteArray());
    return *this;
}

} // namespace plumbline
