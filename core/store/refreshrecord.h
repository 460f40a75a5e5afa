#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace plumbline {

/// One question that a refresh asked a source about a company, and what came of it.
struct AskedRecord
{
    enum class Outcome : std::uint8_t {
        Answered,
        Empty,   ///< the source has nothing of it
        Refused, ///< the plan does not include it: asking again soon is of no use
        Failed,
    };

    QString kind {};    ///< "estimates"
    QString request {}; ///< the address below the source's own, without key
    qint64 at = 0;      ///< milliseconds since 1970
    Outcome outcome = Outcome::Answered;
    int status = 0;    ///< of HTTP; 0: nothing came
    QByteArray raw {}; ///< the answer itself, where it was not understood

    friend bool operator==(const AskedRecord&, const AskedRecord&) = default;
};

/// What the workspace knows of a company that decides what is asked.
struct RefreshKnown
{
    QString symbol {};
    bool fictional = false; ///< of the sample: no source knows it
    QString nextReport {};  ///< ISO day
    QStringList wholeCalls {};
    std::vector<AskedRecord> asked {}; ///< the latest of each kind; request, status and raw are left out
};

/// A company that a refresh has still to bring, or could not bring.
struct RefreshJob
{
    QString symbol {};
    bool failed = false;
    int attempts = 0;
    QString reason {}; ///< why it failed: a sentence
    qint64 at = 0;     ///< since when it waits, or when it failed

    friend bool operator==(const RefreshJob&, const RefreshJob&) = default;
};

} // namespace plumbline
