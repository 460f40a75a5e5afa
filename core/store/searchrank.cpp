#include "core/store/searchrank.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

constexpr double saturation = 1.2; ///< as FTS5 has them
constexpr double lengthWeight = 0.75;

/// How often a sentence says each part of the question.
std::vector<double> saidOften(const WordCounts& counts)
{
    std::vector<double> often(static_cast<std::size_t>(counts.parts));
    for (const WordCounts::Said& one : counts.said)
        if (one.part >= 0 && one.part < counts.parts)
            ++often[static_cast<std::size_t>(one.part)];
    return often;
}

/// What each part of the question is worth: the fewer say it, the more.
std::vector<double> worthOf(const std::vector<RankedSentence>& sentences)
{
    std::vector<double> saying;
    for (const RankedSentence& one : sentences) {
        const std::vector<double> often = saidOften(one.counts);
        saying.resize(std::max(saying.size(), often.size()));
        for (std::size_t part = 0; part < often.size(); ++part)
            saying[part] += often[part] > 0 ? 1 : 0;
    }
    const auto all = static_cast<double>(sentences.size());
    for (double& count : saying)
        count = std::log(1 + (all - count + 0.5) / (count + 0.5));
    return saying;
}

double averageLength(const std::vector<RankedSentence>& sentences)
{
    double words = 0;
    for (const RankedSentence& one : sentences)
        words += one.counts.length;
    return std::max(1.0, words / static_cast<double>(std::max<std::size_t>(sentences.size(), 1)));
}

} // namespace

void rankSentences(std::vector<RankedSentence>& sentences)
{
    const std::vector<double> worth = worthOf(sentences);
    const double average = averageLength(sentences);
    for (RankedSentence& one : sentences) {
        const double length = 1 - lengthWeight + lengthWeight * one.counts.length / average;
        const std::vector<double> often = saidOften(one.counts);
        one.rank = 0;
        for (std::size_t part = 0; part < often.size(); ++part)
            one.rank += worth[part] * often[part] * (saturation + 1) / (often[part] + saturation * length);
    }
    std::sort(sentences.begin(), sentences.end(), [](const RankedSentence& a, const RankedSentence& b) {
        return a.rank != b.rank ? a.rank > b.rank : a.id < b.id;
    });
}

} // namespace plumbline
