#pragma once

#include <QFile>
#include <QTemporaryDir>

#include <sys/mount.h>

namespace plumbline::examples {

/// A disk of a few megabytes in memory, filled and emptied at will; gone with the object.
class SmallDisk
{
public:
    explicit SmallDisk(int megabytes = 6)
        : m_mounted(::mount("tmpfs", qPrintable(m_folder.path()), "tmpfs", 0, qPrintable(options(megabytes)))
                    == 0)
        , m_ballast(file(QStringLiteral("ballast")))
    {}
    ~SmallDisk()
    {
        m_ballast.close();
        if (m_mounted)
            ::umount2(qPrintable(m_folder.path()), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    /// False without the right to mount: `whyNot` says it for a skipped test.
    bool isMounted() const { return m_mounted; }
    static constexpr const char* whyNot = "making a small disk takes the right to mount";

    QString path() const { return m_folder.path(); }
    QString file(const QString& name) const { return m_folder.filePath(name); }

    /// Leaves no room but `free` bytes.
    bool fill(qint64 free = 0)
    {
        if (!m_ballast.isOpen() && !m_ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return false;
        while (m_ballast.write(QByteArray(4096, 'x')) == 4096) {}
        return free == 0 || m_ballast.resize(m_ballast.size() - free);
    }
    bool makeRoom()
    {
        m_ballast.close();
        return m_ballast.remove();
    }

private:
    static QString options(int megabytes) { return QStringLiteral("size=%1m").arg(megabytes); }

    QTemporaryDir m_folder {};
    bool m_mounted = false;
    QFile m_ballast {};
};

} // namespace plumbline::examples
