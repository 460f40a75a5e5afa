#include "core/reading/claim.h"

#include <array>
#include <utility>

namespace plumbline {

namespace {

template<typename Enum>
using Entry = std::pair<Enum, QLatin1StringView>;

constexpr std::array types {
    Entry<ClaimType> {ClaimType::Revenue, QLatin1StringView("revenue")},
    Entry<ClaimType> {ClaimType::Cost, QLatin1StringView("cost")},
    Entry<ClaimType> {ClaimType::Productivity, QLatin1StringView("productivity")},
    Entry<ClaimType> {ClaimType::Engagement, QLatin1StringView("engagement")},
    Entry<ClaimType> {ClaimType::Other, QLatin1StringView("other")},
};

constexpr std::array kinds {
    Entry<ClaimKind> {ClaimKind::RunRate, QLatin1StringView("run_rate")},
    Entry<ClaimKind> {ClaimKind::GrowthOnBase, QLatin1StringView("growth_on_base")},
    Entry<ClaimKind> {ClaimKind::GrowthOnly, QLatin1StringView("growth_only")},
    Entry<ClaimKind> {ClaimKind::Commitment, QLatin1StringView("commitment")},
    Entry<ClaimKind> {ClaimKind::BacklogTotal, QLatin1StringView("backlog_total")},
    Entry<ClaimKind> {ClaimKind::MarginEdge, QLatin1StringView("margin_edge")},
    Entry<ClaimKind> {ClaimKind::CostSaving, QLatin1StringView("cost_saving")},
    Entry<ClaimKind> {ClaimKind::CapexSaving, QLatin1StringView("capex_saving")},
    Entry<ClaimKind> {ClaimKind::CapexSpend, QLatin1StringView("capex_spend")},
    Entry<ClaimKind> {ClaimKind::HoursSaved, QLatin1StringView("hours_saved")},
    Entry<ClaimKind> {ClaimKind::PersonYears, QLatin1StringView("person_years")},
    Entry<ClaimKind> {ClaimKind::CustomerSaving, QLatin1StringView("customer_saving")},
    Entry<ClaimKind> {ClaimKind::Engagement, QLatin1StringView("engagement")},
    Entry<ClaimKind> {ClaimKind::Technical, QLatin1StringView("technical")},
    Entry<ClaimKind> {ClaimKind::Capacity, QLatin1StringView("capacity")},
    Entry<ClaimKind> {ClaimKind::Units, QLatin1StringView("units")},
    Entry<ClaimKind> {ClaimKind::Count, QLatin1StringView("count")},
    Entry<ClaimKind> {ClaimKind::Superseded, QLatin1StringView("superseded")},
    Entry<ClaimKind> {ClaimKind::OneOff, QLatin1StringView("one_off")},
};

constexpr std::array bounds {
    Entry<Bound> {Bound::Exact, QLatin1StringView("exact")},
    Entry<Bound> {Bound::AtLeast, QLatin1StringView("at_least")},
    Entry<Bound> {Bound::AtMost, QLatin1StringView("at_most")},
    Entry<Bound> {Bound::About, QLatin1StringView("about")},
    Entry<Bound> {Bound::Range, QLatin1StringView("range")},
};

template<typename Table, typename Enum>
QString wordIn(const Table& table, Enum value)
{
    for (const auto& [known, text] : table)
        if (known == value)
            return text;
    return {};
}

template<typename Enum, typename Table>
std::optional<Enum> fromWordIn(const Table& table, QStringView word)
{
    for (const auto& [known, text] : table)
        if (text == word)
            return known;
    return std::nullopt;
}

} // namespace

QString word(ClaimType type)
{
    return wordIn(types, type);
}
QString word(ClaimKind kind)
{
    return wordIn(kinds, kind);
}
QString word(Bound bound)
{
    return wordIn(bounds, bound);
}
std::optional<ClaimType> claimTypeFromWord(QStringView text)
{
    return fromWordIn<ClaimType>(types, text);
}
std::optional<ClaimKind> claimKindFromWord(QStringView text)
{
    return fromWordIn<ClaimKind>(kinds, text);
}
std::optional<Bound> boundFromWord(QStringView text)
{
    return fromWordIn<Bound>(bounds, text);
}

} // namespace plumbline
