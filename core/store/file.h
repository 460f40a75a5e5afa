#pragma once

#include "core/values/result.h"

#include <QLockFile>

#include <memory>

namespace plumbline {

/// What lies under a path, seen from outside: its kind and its first bytes.
enum class FileKind {
    None,
    Empty,
    Workspace,
    OlderWorkspace, ///< one readable file, as the first Plumbline wrote it
    Other,          ///< a file that is no workspace
    Folder,
    Device, ///< a device, a pipe, a socket
    Unreadable,
};
FileKind kindOfFile(const QString& path);

/// Why such a file cannot be opened as a workspace; nothing for a workspace.
Result<void> isWorkspace(const QString& path);

/// Whether the file itself lets this process write.
bool mayBeWritten(const QString& path);

/// The file itself where `path` is a link to it: what is locked and replaced.
QString realPath(const QString& path);

/// A name beside `path` under which a new workspace is made until it is whole and takes its place.
QString halfMadeName(const QString& path);
/// Removes what was left under such names by a program that was killed. Only for the holder of the lock of `path`: nobody
/// else makes a workspace there.
void removeHalfMade(const QString& path);

/// FILE.lock, held as long as the object lives: who holds it may write the workspace. A lock whose process has died is
/// taken over.
class WorkspaceLock
{
public:
    /// The error is the reason why the file can only be read: Busy while another program holds the lock.
    static Result<std::unique_ptr<WorkspaceLock>> take(const QString& path);

private:
    explicit WorkspaceLock(const QString& file);

    QLockFile m_file;
};

} // namespace plumbline
