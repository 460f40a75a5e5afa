#pragma once

#include "core/formats/workspace.h"

namespace plumbline {

/// What the sample workspace holds.
Result<WorkspaceData> sampleData(const QString& resources, const QString& made);

/// Writes the sample workspace to `path`, wholly or not at all; `resources` is the folder that holds its documents.
Result<void> writeSample(const QString& path, const QString& resources, const QString& made);

/// Writes a file wholly or not at all. What exists and is no regular file (a device, a pipe) is written in place, never
/// replaced.
Result<void> writeWhole(const QString& path, const QByteArray& bytes);

/// The sample's documents, read from a folder with defaults.json, scoring/, sample/ and sample/calls/.
Result<Documents> sampleDocuments(const QString& resources);

} // namespace plumbline
