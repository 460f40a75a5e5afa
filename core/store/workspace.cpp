#include "core/store/workspace.h"

#include "core/store/store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

constexpr qint64 largestFile = 1LL << 30;

Result<QByteArray> bytesOf(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return failure(Error::Kind::NotFound, Words::tr("There is no file %1.").arg(path));
    if (QFileInfo(path).isDir())
        return failure(Error::Kind::BadData, Words::tr("%1 is a folder, not a workspace.").arg(path));
    if (file.size() > largestFile)
        return failure(Error::Kind::BadData,
                       Words::tr("%1 is larger than 1 GB; no workspace of this kind is.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage,
                       Words::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    return file.readAll();
}

Result<void> addFolder(Documents& documents, const QString& folder, const QString& pattern,
                       const QString& prefix)
{
    for (const QString& name : QDir(folder).entryList({pattern}, QDir::Files, QDir::Name)) {
        auto bytes = bytesOf(folder + u'/' + name);
        if (!bytes)
            return tl::unexpected(bytes.error());
        documents.insert(prefix + name, *bytes);
    }
    return {};
}

} // namespace

Result<void> writeWhole(const QString& path, const QByteArray& bytes)
{
    const auto refused = [&](const QString& why) {
        return failure(Error::Kind::Storage, Words::tr("%1 cannot be written: %2.").arg(path, why));
    };
    const QFileInfo target(path);
    if (target.exists() && !target.isFile() && !target.isDir()) {
        QFile device(path);
        if (!device.open(QIODevice::WriteOnly) || device.write(bytes) != bytes.size() || !device.flush())
            return refused(device.errorString());
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return refused(file.errorString());
    return {};
}

Result<Documents> sampleDocuments(const QString& resources)
{
    Documents documents;
    const auto all = addFolder(documents, resources, QStringLiteral("*.json"), {})
                         .and_then([&] {
                             return addFolder(documents, resources + QStringLiteral("/scoring"),
                                              QStringLiteral("*.json"), QStringLiteral("scoring/"));
                         })
                         .and_then([&] {
                             return addFolder(documents, resources + QStringLiteral("/sample"),
                                              QStringLiteral("*.json"), QStringLiteral("companies/"));
                         })
                         .and_then([&] {
                             return addFolder(documents, resources + QStringLiteral("/sample/calls"),
                                              QStringLiteral("*.txt"), QStringLiteral("calls/"));
                         });
    if (!all)
        return tl::unexpected(all.error());
    return documents;
}

Result<WorkspaceData> sampleData(const QString& resources, const QString& made)
{
    return sampleDocuments(resources).and_then(
        [&](const Documents& documents) { return workspaceFrom(documents, made); });
}

Result<void> writeSample(const QString& path, const QString& resources, const QString& made)
{
    return sampleData(resources, made).and_then([&](const WorkspaceData& data) {
        return Store::create(path, data);
    });
}

} // namespace plumbline
