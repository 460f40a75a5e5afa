#pragma once

#include <QString>

#include <optional>

namespace plumbline {

/// Where a reported value comes from. `fetched` is empty when the source gives no time of retrieval.
struct Source
{
    QString provider {}; ///< "FMP", "seed card", "sample"
    QString field {};    ///< endpoint or filing and its field
    QString asOf {};     ///< ISO day the value speaks of or was published
    QString fetched {};  ///< ISO time it was retrieved, UTC

    friend bool operator==(const Source&, const Source&) = default;
};

/// A sentence somebody said on a call, quoted.
struct Citation
{
    QString call {}; ///< "Q1 FY2026"
    QString speaker {};
    int sentence = 0; ///< id of the first sentence within its call; 0 when the call does not hold it
    QString text {};
    QString verified {}; ///< exact, normalised, elided, near, not_found, cited

    friend bool operator==(const Citation&, const Citation&) = default;
};

/// What stands behind a value that is not computed: the leaf of every trace.
struct Origin
{
    enum class Kind { Computed, Sentence, Field, Assumption };

    Kind kind = Kind::Computed;
    Source source {};     ///< Field
    Citation citation {}; ///< Sentence
    QString author {};    ///< Assumption: rule, reader, card, analyst, default, model
    QString scope {};     ///< Assumption: "global", "company/AMZN", "claim/AMZN/ai_run_rate"
    QString note {};
    std::optional<double> low {}; ///< Assumption: the range proposed for it, plain
    std::optional<double> high {};

    friend bool operator==(const Origin&, const Origin&) = default;
};

} // namespace plumbline
