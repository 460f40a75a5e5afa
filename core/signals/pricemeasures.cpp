#include "core/signals/pricemeasures.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

/// What a day brought, for the company and for the market, between two days that both have.
struct Returns
{
    QDate date {};
    double own = 0;
    double market = 0;
};

std::vector<Returns> returnsOf(const std::vector<DayTraded>& own, const std::vector<DayTraded>& market)
{
    std::vector<Returns> returns;
    const DayTraded* ownBefore = nullptr;
    const DayTraded* marketBefore = nullptr;
    auto other = market.begin();
    for (const DayTraded& day : own) {
        other = std::find_if(other, market.end(), [&](const DayTraded& one) { return one.date >= day.date; });
        if (other == market.end())
            break;
        if (other->date != day.date)
            continue;
        if (ownBefore != nullptr)
            returns.push_back(
                {day.date, day.close / ownBefore->close - 1, other->close / marketBefore->close - 1});
        ownBefore = &day;
        marketBefore = &*other;
    }
    return returns;
}

double mean(const std::vector<double>& values)
{
    double sum = 0;
    for (const double one : values)
        sum += one;
    return sum / double(values.size());
}

/// Standard deviation of what was left beside the market on a usual day.
std::optional<double> usualMove(const std::vector<double>& excess)
{
    constexpr std::size_t fewest = 60;
    if (excess.size() < fewest)
        return std::nullopt;
    const double middle = mean(excess);
    double squares = 0;
    for (const double one : excess)
        squares += (one - middle) * (one - middle);
    const double usual = std::sqrt(squares / double(excess.size() - 1));
    return usual > 0 ? std::optional(usual) : std::nullopt;
}

} // namespace

std::optional<double> dollarVolume(const std::vector<DayTraded>& days)
{
    constexpr std::ptrdiff_t month = 20;
    if (days.size() < std::size_t(month))
        return std::nullopt;
    double sum = 0;
    for (auto day = days.end() - month; day != days.end(); ++day)
        sum += day->close * day->volume;
    return sum > 0 ? std::optional(sum / double(month)) : std::nullopt;
}

std::optional<double> betaOf(const std::vector<DayTraded>& own, const std::vector<DayTraded>& market)
{
    constexpr std::size_t year = 252;
    constexpr std::size_t fewest = 126;
    std::vector<Returns> days = returnsOf(own, market);
    if (days.size() < fewest)
        return std::nullopt;
    days.erase(days.begin(), days.end() - std::ptrdiff_t(std::min(days.size(), year)));
    double ownMean = 0;
    double marketMean = 0;
    for (const Returns& one : days) {
        ownMean += one.own / double(days.size());
        marketMean += one.market / double(days.size());
    }
    double together = 0;
    double alone = 0;
    for (const Returns& one : days) {
        together += (one.own - ownMean) * (one.market - marketMean);
        alone += (one.market - marketMean) * (one.market - marketMean);
    }
    return alone > 0 ? std::optional(together / alone) : std::nullopt;
}

std::optional<Reaction> reactionSince(const std::vector<DayTraded>& own, const std::vector<DayTraded>& market,
                                      const QDate& report, double beta)
{
    const auto reaches = [&](const std::vector<DayTraded>& days) {
        return !days.empty() && days.front().date < report && report <= days.back().date;
    };
    if (!reaches(own) || !reaches(market))
        return std::nullopt;
    Reaction reaction;
    std::vector<double> before;
    for (const Returns& one : returnsOf(own, market)) {
        const double excess = one.own - beta * one.market;
        if (one.date < report) {
            before.push_back(excess);
            continue;
        }
        reaction.excess += excess;
        ++reaction.days;
    }
    if (reaction.days == 0)
        return std::nullopt;
    if (const auto usual = usualMove(before))
        reaction.t = reaction.excess / (*usual * std::sqrt(double(reaction.days)));
    return reaction;
}

} // namespace plumbline
