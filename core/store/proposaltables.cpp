#include "core/store/proposaltables.h"

#include "core/store/versions.h"

namespace plumbline {

namespace {

/// A choice names an assumption's field so.
constexpr QLatin1StringView assumptionField("assumption/");

const ListTable<Assumption>& proposals()
{
    static const ListTable<Assumption> table {
        QStringLiteral("proposal"),
        QStringLiteral(
            "field, title, subject, value, display, unit, low, high, author, source, note, disclosed"),
        [](const Assumption& a) {
            return QVariantList {assumptionField + a.name,
                                 a.title,
                                 a.subject,
                                 a.value,
                                 column(a.display),
                                 column(a.unit),
                                 a.low,
                                 a.high,
                                 a.author,
                                 a.source,
                                 a.note,
                                 a.disclosed ? 1 : 0};
        },
        [](Columns& in) {
            return Assumption {.name = in.text().mid(assumptionField.size()),
                               .title = in.text(),
                               .subject = in.text(),
                               .value = in.text(),
                               .display = in.display(),
                               .unit = in.unit(),
                               .low = in.text(),
                               .high = in.text(),
                               .author = in.text(),
                               .source = in.text(),
                               .note = in.text(),
                               .disclosed = in.flag()};
        },
        [](const Assumption& a, const Assumption& b) { return a == b; }};
    return table;
}

QVariant owner(std::optional<qint64> company)
{
    return company ? QVariant(*company) : QVariant();
}

} // namespace

Result<void> keepProposals(const QSqlDatabase& database, std::optional<qint64> company,
                           const std::vector<Assumption>& assumptions, qint64 seen)
{
    return keepList(database, proposals(), owner(company), assumptions, seen);
}

Result<std::vector<Assumption>> readProposals(const QSqlDatabase& database, std::optional<qint64> company,
                                              std::optional<qint64> asOf)
{
    return readList(database, proposals(), owner(company), asOf);
}

} // namespace plumbline
