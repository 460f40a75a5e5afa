#include "core/store/file.h"

#include "core/store/connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>
#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceFile)
};

constexpr qsizetype headerSize = 100;
constexpr qsizetype applicationAt = 68; // in SQLite's header

/// What can be told of a file without taking part in it.
struct Glance
{
    bool readable = false;
    bool writable = false;
    QByteArray header {};
};

/// Looks through SQLite: a file that is opened and closed by other means loses the locks this process has on it.
Glance glanceAt(const QString& path)
{
    Glance glance;
    sqlite3* database = nullptr;
    sqlite3_file* file = nullptr;
    if (sqlite3_open_v2(QFile::encodeName(path).constData(), &database, SQLITE_OPEN_READWRITE, nullptr)
            == SQLITE_OK
        && sqlite3_file_control(database, nullptr, SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK
        && file->pMethods) {
        glance.writable = sqlite3_db_readonly(database, "main") == 0;
        const qint64 size = std::min<qint64>(QFileInfo(path).size(), headerSize);
        glance.header.resize(qsizetype(size));
        glance.readable = file->pMethods->xRead(file, glance.header.data(), int(size), 0) == SQLITE_OK;
    }
    sqlite3_close(database);
    return glance;
}

bool isWorkspaceHeader(const QByteArray& header)
{
    return header.size() == headerSize && header.startsWith(QByteArrayView("SQLite format 3\0", 16))
        && qFromBigEndian<quint32>(header.constData() + applicationAt) == applicationId;
}

} // namespace

FileKind kindOfFile(const QString& path)
{
    const QFileInfo found(path);
    if (!found.exists())
        return FileKind::None;
    if (found.isDir())
        return FileKind::Folder;
    if (!found.isFile())
        return FileKind::Device;
    if (found.size() == 0)
        return FileKind::Empty;
    const Glance glance = glanceAt(path);
    if (!glance.readable)
        return FileKind::Unreadable;
    const QByteArray& header = glance.header;
    if (isWorkspaceHeader(header))
        return FileKind::Workspace;
    return header.trimmed().startsWith('{') && header.contains("plumbline workspace")
             ? FileKind::OlderWorkspace
             : FileKind::Other;
}

Result<void> isWorkspace(const QString& path)
{
    switch (kindOfFile(path)) {
    case FileKind::Workspace: return {};
    case FileKind::None: return failure(Error::Kind::NotFound, Words::tr("There is no file %1.").arg(path));
    case FileKind::Empty:
        return failure(Error::Kind::BadData, Words::tr("%1 is empty, not a workspace.").arg(path));
    case FileKind::OlderWorkspace:
        return failure(Error::Kind::NotAvailable,
                       Words::tr("%1 was made by an earlier Plumbline; make it anew with “plumbline sample”.")
                           .arg(path));
    case FileKind::Other:
        return failure(Error::Kind::BadData, Words::tr("%1 is not a Plumbline workspace.").arg(path));
    case FileKind::Folder:
        return failure(Error::Kind::BadData, Words::tr("%1 is a folder, not a workspace.").arg(path));
    case FileKind::Device:
        return failure(Error::Kind::BadData, Words::tr("%1 is a device, not a workspace.").arg(path));
    case FileKind::Unreadable: break;
    }
    return failure(Error::Kind::Storage, Words::tr("%1 may not be read.").arg(path));
}

bool mayBeWritten(const QString& path)
{
    return glanceAt(path).writable;
}

QString realPath(const QString& path)
{
    const QFileInfo found(path);
    QString real = found.canonicalFilePath(); // empty where there is no file yet
    if (!real.isEmpty())
        return real;
    const QString folder = QFileInfo(found.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? found.absoluteFilePath() : folder + u'/' + found.fileName();
}

QString halfMadeName(const QString& path)
{
    return path + QStringLiteral(".new-") + QUuid::createUuid().toString(QUuid::Id128);
}

void removeHalfMade(const QString& path)
{
    static const QRegularExpression tail(QStringLiteral("^\\.new-[0-9a-f]{32}(-journal|-wal|-shm)?$"));
    const QFileInfo whole(path);
    QDir folder = whole.dir();
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden);
    for (const QString& name : names)
        if (name.startsWith(whole.fileName()) && tail.match(name.mid(whole.fileName().size())).hasMatch())
            folder.remove(name);
}

WorkspaceLock::WorkspaceLock(const QString& file) : m_file(file)
{
    m_file.setStaleLockTime(0); // a lock does not age: it is free when its process has gone
}

Result<std::unique_ptr<WorkspaceLock>> WorkspaceLock::take(const QString& path)
{
    const QFileInfo whole(path);
    if (!whole.dir().exists())
        return failure(Error::Kind::NotFound, Words::tr("There is no folder %1.").arg(whole.path()));
    std::unique_ptr<WorkspaceLock> lock(new WorkspaceLock(path + QStringLiteral(".lock")));
    if (lock->m_file.tryLock())
        return lock;
    const QString name = whole.fileName();
    if (lock->m_file.error() == QLockFile::PermissionError)
        return failure(Error::Kind::Storage,
                       Words::tr("%1 lies in a folder that may not be written to.").arg(name));
    if (lock->m_file.error() != QLockFile::LockFailedError)
        return failure(Error::Kind::Storage,
                       Words::tr("No lock could be written beside %1; is the disk full?").arg(name));
    qint64 process = 0;
    QString host;
    QString program;
    if (lock->m_file.getLockInfo(&process, &host, &program))
        return failure(Error::Kind::Busy,
                       Words::tr("%1 is open in %2 (process %3 on %4).")
                           .arg(name, program.isEmpty() ? Words::tr("another program") : program,
                                QString::number(process), host));
    // A program that was killed while it took the lock leaves it empty. The system knows whether it still runs.
    if (lock->m_file.removeStaleLockFile() && lock->m_file.tryLock())
        return lock;
    return failure(Error::Kind::Busy, Words::tr("%1 is open in another program.").arg(name));
}

} // namespace plumbline
