#include "core/desk/callfiles.h"

#include "core/poppler/pdftext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CallFiles)
};

constexpr qint64 largestTranscript = 32 << 20; ///< bytes; the longest calls are a few hundred thousand

} // namespace

Result<QByteArray> bytesOf(const QString& path, qint64 largest)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage,
                       Words::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    QByteArray bytes = file.read(largest + 1); // a device or pipe does not tell its size
    if (bytes.size() > largest)
        return failure(Error::Kind::BadData,
                       Words::tr("%1 is too large: more than %2 MB.").arg(path).arg(largest >> 20));
    return bytes;
}

QStringList filesIn(const QStringList& names)
{
    QStringList files;
    for (const QString& name : names) {
        if (!QFileInfo(name).isDir()) {
            files.append(name);
            continue;
        }
        const QDir folder(name);
        for (const QString& file : folder.entryList(QDir::Files, QDir::Name))
            files.append(folder.filePath(file));
    }
    return files;
}

Result<CallFile> callFileFrom(const CallSource& source)
{
    auto bytes =
        source.pasted.isEmpty() ? bytesOf(source.path, largestTranscript) : Result<QByteArray>(source.pasted);
    auto read = bytes.and_then(fileText).and_then(readTranscript);
    if (read)
        return CallFile {QFileInfo(source.path).fileName(), std::move(*read)};
    return tl::unexpected(read.error());
}

} // namespace plumbline
