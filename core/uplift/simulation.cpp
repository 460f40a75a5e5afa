#include "core/uplift/simulation.h"

#include "core/uplift/sampler.h"

#include <QCoreApplication>

#include <numbers>
#include <numeric>
#include <system_error>
#include <thread>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Simulation)
};

Result<void> checkDraws(std::span<const Input> inputs, const Draws& draws)
{
    if (draws.count < 1)
        return failure(Error::Kind::Invalid, Words::tr("A simulation needs at least one draw."));
    if (draws.count > Draws::most)
        return failure(Error::Kind::Invalid, Words::tr("A simulation takes at most a million draws."));
    if (!(std::abs(draws.rhoWithinGroup) <= 1))
        return failure(Error::Kind::Invalid, Words::tr("A correlation lies between -1 and 1."));
    if (draws.correlation && !holdsCorrelations(*draws.correlation, inputs.size()))
        return failure(
            Error::Kind::Invalid,
            Words::tr(
                "The correlations do not form a symmetric table of these inputs with ones on its diagonal."));
    return checkInputs(inputs);
}

/// The correlations asked for.
CorrelationMatrix scoreCorrelations(std::span<const Input> inputs, const Draws& draws)
{
    CorrelationMatrix matrix = unitMatrix(inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        for (std::size_t j = 0; j < inputs.size(); ++j) {
            const bool together = inputs[i].group >= 0 && inputs[i].group == inputs[j].group;
            const double asked = draws.correlation ? draws.correlation->at(i, j)
                               : together          ? draws.rhoWithinGroup
                                                   : 0;
            if (i != j)
                matrix.at(i, j) = asked;
        }
    }
    return matrix;
}

constexpr std::size_t blockSize = 256; // draws evaluated together: the same blocks for any number of threads

/// Cuts 0 … count into a part for each thread. The work on one place must not depend on another's.
void inParallel(std::size_t count, unsigned threads,
                const std::function<void(std::size_t from, std::size_t to)>& work)
{
    const std::size_t wanted = threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t parts = std::clamp<std::size_t>(std::min(wanted, count), 1, 64);
    std::vector<std::jthread> others; // joined when they leave this scope
    for (std::size_t part = 1; part < parts; ++part) {
        const std::size_t from = count * part / parts, to = count * (part + 1) / parts;
        try {
            others.emplace_back([&work, from, to] { work(from, to); });
        } catch (const std::system_error&) { // no more threads to be had
            work(from, to);
        }
    }
    work(0, count / parts);
}

/// Independent normal scores of two inputs in one draw (Box and Muller).
std::array<double, 2> normalPair(std::uint64_t seed, std::uint64_t draw, std::size_t pair)
{
    const auto low = [](std::uint64_t word) { return static_cast<std::uint32_t>(word); };
    const auto words = philox({low(draw), low(draw >> 32), low(pair), 0}, {low(seed), low(seed >> 32)});
    const auto fraction = [](std::uint64_t high, std::uint64_t rest) {
        return static_cast<double>((high << 32 | rest) >> 11) * 0x1p-53;
    };
    const double radius = std::sqrt(-2 * std::log(1 - fraction(words[0], words[1])));
    const double angle = 2 * std::numbers::pi * fraction(words[2], words[3]);
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

/// All draws: a column an input and the figures, in the order of the draws.
class Run
{
public:
    Run(std::span<const Input> inputs, const CorrelationMatrix& factor, const BatchModel& model,
        const Draws& draws)
        : m_factor(factor)
        , m_model(model)
        , m_seed(draws.seed)
        , m_count(static_cast<std::size_t>(draws.count))
        , m_samplers(inputs.begin(), inputs.end())
        , m_values(inputs.size() * m_count)
        , m_figures(m_count)
    {
        const std::size_t blocks = (m_count + blockSize - 1) / blockSize;
        inParallel(blocks, draws.threads, [this](std::size_t from, std::size_t to) { drawBlocks(from, to); });
    }
    std::span<const double> column(std::size_t input) const
    {
        return std::span(m_values).subspan(input * m_count, m_count);
    }
    const std::vector<double>& figures() const { return m_figures; }

private:
    void drawBlocks(std::size_t from, std::size_t to)
    {
        const std::size_t inputs = m_samplers.size();
        std::vector<double> scores((inputs + 1) * blockSize); // an odd input's partner too
        std::vector<std::span<const double>> columns(inputs);
        for (std::size_t first = from * blockSize; first < std::min(to * blockSize, m_count);
             first += blockSize) {
            const std::size_t size = std::min(blockSize, m_count - first);
            drawScores(scores, first, size);
            for (std::size_t input = 0; input < inputs; ++input) {
                const std::span<double> values = std::span(m_values).subspan(input * m_count + first, size);
                drawValues(values, scores, input);
                columns[input] = values;
            }
            m_model(columns, std::span(m_figures).subspan(first, size));
        }
    }
    void drawScores(std::span<double> scores, std::size_t first, std::size_t size) const
    {
        for (std::size_t input = 0; input < m_samplers.size(); input += 2) {
            for (std::size_t i = 0; i < size; ++i) {
                const auto [one, other] = normalPair(m_seed, first + i, input / 2);
                scores[input * blockSize + i] = one;
                scores[(input + 1) * blockSize + i] = other;
            }
        }
    }
    void drawValues(std::span<double> values, std::span<const double> scores, std::size_t input) const
    {
        std::array<double, blockSize> joined {};
        for (std::size_t other = 0; other < m_samplers.size(); ++other) {
            const double weight = m_factor.at(input, other);
            for (std::size_t i = 0; weight != 0 && i < values.size(); ++i)
                joined[i] += weight * scores[other * blockSize + i];
        }
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = m_samplers[input](joined[i]);
    }

    const CorrelationMatrix& m_factor;
    const BatchModel& m_model;
    std::uint64_t m_seed;
    std::size_t m_count;
    std::vector<Sampler> m_samplers;
    std::vector<double> m_values;
    std::vector<double> m_figures;
};

/// The values at the known places, in their order.
std::vector<double> picked(std::span<const double> values, std::span<const std::size_t> known)
{
    std::vector<double> some;
    some.reserve(known.size());
    for (const std::size_t draw : known)
        some.push_back(values[draw]);
    return some;
}

std::vector<Driver> driversOf(std::span<const Input> inputs, const Run& run,
                              std::span<const std::size_t> known, std::span<const double> figureRanks,
                              unsigned threads)
{
    std::vector<Driver> drivers(inputs.size());
    inParallel(inputs.size(), threads, [&](std::size_t from, std::size_t to) {
        for (std::size_t input = from; input < to; ++input) {
            drivers[input].name = inputs[input].name;
            if (inputs[input].isConstant())
                continue;
            const std::vector<double> values = picked(run.column(input), known);
            drivers[input].rankCorrelation = correlation(centredRanks(values, orderOf(values)), figureRanks);
        }
    });
    double sum = 0;
    for (const Driver& driver : drivers)
        sum += driver.rankCorrelation * driver.rankCorrelation;
    for (Driver& driver : drivers)
        driver.share = sum > 0 ? driver.rankCorrelation * driver.rankCorrelation / sum : 0;
    return drivers;
}

/// Mean and spread, summed in the order of the draws.
void summarise(Distribution& distribution, std::span<const double> figures)
{
    const auto count = static_cast<double>(figures.size());
    distribution.mean = std::accumulate(figures.begin(), figures.end(), 0.0) / count;
    double squares = 0;
    for (const double figure : figures)
        squares += (figure - distribution.mean) * (figure - distribution.mean);
    distribution.standardDeviation = std::sqrt(squares / (count - 1));
    distribution.standardError = distribution.standardDeviation / std::sqrt(count);
    distribution.p5 = distribution.percentile(0.05);
    distribution.p25 = distribution.percentile(0.25);
    distribution.p50 = distribution.percentile(0.5);
    distribution.p75 = distribution.percentile(0.75);
    distribution.p95 = distribution.percentile(0.95);
}

} // namespace

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key)
{
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t one = 0xD2511F53ULL * counter[0];
        const std::uint64_t other = 0xCD9E8D57ULL * counter[2];
        counter = {
            static_cast<std::uint32_t>(other >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(other),
            static_cast<std::uint32_t>(one >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(one)};
        key = {key[0] + 0x9E3779B9U, key[1] + 0xBB67AE85U};
    }
    return counter;
}

double Distribution::probabilityAbove(double x) const
{
    const auto above = sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), x);
    return static_cast<double>(above) / static_cast<double>(sorted.size());
}

double Distribution::percentile(double p) const
{
    const double place = std::clamp(p, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto before = static_cast<std::size_t>(place);
    const std::size_t after = std::min(before + 1, sorted.size() - 1);
    return std::lerp(sorted[before], sorted[after], place - static_cast<double>(before));
}

std::vector<std::size_t> Distribution::histogram(double from, double to, std::size_t bins) const
{
    std::vector<std::size_t> counts(bins);
    for (const double figure : sorted) {
        if (bins == 0 || !(from < to) || figure < from || figure > to)
            continue;
        const auto bin = static_cast<std::size_t>((figure - from) / (to - from) * static_cast<double>(bins));
        ++counts[std::min(bin, bins - 1)];
    }
    return counts;
}

Result<Distribution> simulate(std::span<const Input> inputs, const BatchModel& model, const Draws& draws)
{
    if (auto checked = checkDraws(inputs, draws); !checked)
        return tl::unexpected(checked.error());
    const CorrelationFactor joint = factorOf(scoreCorrelations(inputs, draws));
    const Run run(inputs, joint.factor, model, draws);
    std::vector<std::size_t> known;
    for (std::size_t draw = 0; draw < run.figures().size(); ++draw) {
        if (std::isfinite(run.figures()[draw]))
            known.push_back(draw);
    }
    if (known.empty())
        return failure(Error::Kind::Unknown, Words::tr("The figure is unknown in every draw."));
    const std::vector<double> figures = picked(run.figures(), known);
    const std::vector<std::uint32_t> order = orderOf(figures);
    Distribution distribution {.draws = draws.count,
                               .unknownDraws = draws.count - static_cast<std::int64_t>(known.size()),
                               .seed = draws.seed,
                               .repaired = joint.repaired};
    for (const std::uint32_t draw : order)
        distribution.sorted.push_back(figures[draw]);
    distribution.drivers = driversOf(inputs, run, known, centredRanks(figures, order), draws.threads);
    summarise(distribution, figures);
    return distribution;
}

Result<Distribution> simulate(std::span<const Input> inputs, const Model& model, const Draws& draws)
{
    const BatchModel batch = [&model](std::span<const std::span<const double>> columns,
                                      std::span<double> out) {
        std::vector<double> row(columns.size());
        for (std::size_t draw = 0; draw < out.size(); ++draw) {
            for (std::size_t input = 0; input < row.size(); ++input)
                row[input] = columns[input][draw];
            out[draw] = model(row);
        }
    };
    return simulate(inputs, batch, draws);
}

} // namespace plumbline
