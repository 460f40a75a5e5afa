#include "core/signals/trend.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Trend)
};

} // namespace

std::optional<Trend> trendOf(const Sheet& sheet)
{
    const auto latest = sheet.value(QStringLiteral("enthusiasm.latest"));
    const auto prior = sheet.value(QStringLiteral("enthusiasm.prior"));
    if (!latest || !prior)
        return std::nullopt;
    return *latest - *prior >= 1 ? Trend::Rising : *latest - *prior <= -1 ? Trend::Falling : Trend::Flat;
}

QString trendCode(std::optional<Trend> trend)
{
    if (!trend)
        return {};
    switch (*trend) {
    case Trend::Falling: return QStringLiteral("falling");
    case Trend::Flat: return QStringLiteral("flat");
    case Trend::Rising: return QStringLiteral("rising");
    }
    return {};
}

QString trendWord(std::optional<Trend> trend)
{
    if (!trend)
        return {};
    switch (*trend) {
    case Trend::Falling: return Words::tr("falling");
    case Trend::Flat: return Words::tr("flat");
    case Trend::Rising: return Words::tr("rising");
    }
    return {};
}

} // namespace plumbline
