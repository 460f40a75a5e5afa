#include "core/values/fiscalperiod.h"

#include <QRegularExpression>

namespace plumbline {

std::optional<FiscalPeriod> FiscalPeriod::parse(QStringView text)
{
    static const QRegularExpression pattern(QStringLiteral("^(?:Q([1-4]) ?)?FY(\\d{4})$"));
    const auto match = pattern.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    return FiscalPeriod {match.captured(2).toInt(), match.captured(1).toInt()};
}

QString FiscalPeriod::toString() const
{
    const QString fiscalYear = QStringLiteral("FY%1").arg(year);
    return quarter == 0 ? fiscalYear : QStringLiteral("Q%1 %2").arg(quarter).arg(fiscalYear);
}

} // namespace plumbline
