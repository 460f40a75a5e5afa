#pragma once

#include "core/store/store.h"
#include "core/transcript/transcript.h"

namespace plumbline {

/// What the user says of a transcript that its text may not say. Empty: as the text says.
struct CallGiven
{
    QString symbol {};
    QString period {}; ///< "Q1 FY2026"
    QString date {};   ///< ISO day
};

/// A transcript to be imported, with the name of its file.
struct CallFile
{
    QString name {};
    Transcript transcript {};
};

/// What became of one transcript.
struct ImportedCall
{
    enum class Outcome : std::uint8_t {
        Added,
        Replaced, ///< excerpts, or a less complete text of the same call
        Kept,     ///< the workspace holds this call already, as complete or more so
    };

    QString file {};
    QString symbol {};
    QString period {};
    QString date {};
    std::size_t sentences = 0;
    Outcome outcome = Outcome::Added;
    QStringList remarks {}; ///< sentences for the user
};

/// Brings calls into a workspace, all or none: the company is the one given, the one the text names by its symbol, or the
/// one of this name in the workspace. Quotes of a call that comes in whole are held against it anew. Refuses, with a
/// sentence that says what to add: a transcript whose company or period is not known or told in two ways, and one that
/// says other things than the call of the same period in the workspace.
Result<std::vector<ImportedCall>> importCalls(Store& store, const std::vector<CallFile>& files,
                                              const CallGiven& given, qint64 seen);

} // namespace plumbline
