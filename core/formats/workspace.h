#pragma once

#include "core/formats/coverage.h"

#include <QHash>

namespace plumbline {

/// The documents a workspace is made from, by name: "defaults.json", "scoring/v1.json", "companies/AMZN.json",
/// "calls/NRTG-2026Q1.txt".
using Documents = QHash<QString, QByteArray>;

/// All that a workspace holds, read and verified.
struct WorkspaceData
{
    QString made {}; ///< ISO time, UTC
    std::vector<Assumption> global {};
    std::vector<ScoringModel> scoringModels {};
    std::vector<Coverage> companies {};
    Decisions decisions {};
};

/// One file that holds the documents, with its kind and version first.
QByteArray workspaceToJson(const Documents& documents, const QString& made);

/// What these documents say.
Result<WorkspaceData> workspaceFrom(const Documents& documents, const QString& made);

/// Reads such a file; a file that is no workspace, or of a newer version, is refused with a sentence.
Result<WorkspaceData> workspaceFromJson(const QByteArray& bytes);

/// The version this program writes and the newest it reads.
inline constexpr int workspaceVersion = 1;

} // namespace plumbline
