#pragma once

#include "core/store/refreshrecord.h"

#include <QString>

namespace plumbline {

/// How far a refresh is.
struct RefreshProgress
{
    int companies = 0;
    int done = 0;            ///< of them, with what failed
    int failed = 0;          ///< of them
    qint64 calls = 0;        ///< as a plan counts them
    qint64 bytes = 0;        ///< as they came over the wire
    int callsPerMinute = 0;  ///< as the service allows, learned so far
    qint64 secondsLeft = -1; ///< -1: not known yet
    bool paused = false;
    QString why {}; ///< it was not the user who paused it: a sentence
};

} // namespace plumbline
