#pragma once

#include "core/reading/readingof.h"
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

/// A transcript that was not taken, and why.
struct Refusal
{
    enum class Needs : std::uint8_t { Nothing, Symbol, Period };

    QString file {};
    QString sentence {};
    Needs needs = Needs::Nothing; ///< what would help, said by the user
};

struct CallsImported
{
    std::vector<ImportedCall> calls {};
    std::vector<Refusal> refused {};
};

/// Brings calls into a workspace, those that can be taken in one transaction: the company is the one given, the one the text names by its symbol, or the
/// one of this name in the workspace. Quotes of a call that comes in whole are held against it anew, and the calls are read
/// by the rules (see readCalls). Refuses, with a
/// sentence that says what to add, and goes on with the others: a transcript whose company or period is not known or told in two ways, and one that
/// says other things than the call of the same period in the workspace.
Result<CallsImported> importCalls(Store& store, const std::vector<CallFile>& files, const CallGiven& given,
                                  const ReadingRules& rules, const QLocale& locale, qint64 seen);

} // namespace plumbline
