#pragma once

#include <QString>

#include <optional>

namespace plumbline {

/// A fiscal year, or a quarter of one. The year is the one the company itself names, never the calendar's.
struct FiscalPeriod
{
    int year = 0;
    int quarter = 0; ///< 1 to 4; 0 means the whole year

    /// Reads "Q1 FY2026", "Q1FY2026", "FY2026".
    static std::optional<FiscalPeriod> parse(QStringView text);
    /// "Q1 FY2026" or "FY2026".
    QString toString() const;

    friend auto operator<=>(const FiscalPeriod&, const FiscalPeriod&) = default;
};

} // namespace plumbline
