#include "core/store/versions.h"

namespace plumbline {

QString rowsAsOf(const QString& columns, const QString& table, std::optional<qint64> asOf)
{
    const QString counts =
        asOf ? QStringLiteral("seen <= ? AND (until IS NULL OR until > ?)") : QStringLiteral("until IS NULL");
    return QStringLiteral("SELECT %1 FROM %2 WHERE company IS ? AND %3 ORDER BY place, id")
        .arg(columns, table, counts);
}

QVariantList boundAsOf(const QVariant& company, std::optional<qint64> asOf)
{
    return asOf ? QVariantList {company, *asOf, *asOf} : QVariantList {company};
}

} // namespace plumbline
