#include "app/files.h"

#include "core/formats/languagereference.h"
#include "core/formats/theme.h"
#include "core/formats/wordlists.h"
#include "core/store/scale.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Files)
};

} // namespace

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
}

Result<std::unique_ptr<Store>> readable(const QString& path)
{
    if (path.isEmpty())
        return failure(
            Error::Kind::NotFound,
            Words::tr(
                "Say which workspace with --workspace FILE; “plumbline sample FILE” makes one to try."));
    return Store::open(path, Store::Access::Read);
}

Result<std::unique_ptr<Store>> writable(const QString& path, bool make)
{
    if (path.isEmpty())
        return failure(Error::Kind::NotFound, Words::tr("Say which workspace with --workspace FILE."));
    if (make && !QFileInfo::exists(path))
        if (const auto made = writeEmpty(path, QStringLiteral(":"), now()); !made)
            return tl::unexpected(made.error());
    auto store = Store::open(path, Store::Access::Write);
    if (store && !(*store)->canWrite())
        return failure(Error::Kind::Storage, (*store)->readOnlyReason());
    return store;
}

Result<Theme> themeInUse()
{
    return bytesOf(QStringLiteral(":/themes/ai.json"), 1 << 20).and_then(themeFromJson);
}

Result<ReadingRules> rulesInUse()
{
    auto theme = themeInUse();
    if (!theme)
        return tl::unexpected(theme.error());
    auto words = bytesOf(QStringLiteral(":/words/own-lists.json"), 1 << 20).and_then(wordListsFromJson);
    if (!words)
        return tl::unexpected(words.error());
    auto usual =
        bytesOf(QStringLiteral(":/words/reference.json"), 1 << 20).and_then(languageReferenceFromJson);
    if (!usual)
        return tl::unexpected(usual.error());
    return ReadingRules {std::move(*theme), std::move(*words), std::move(*usual)};
}

} // namespace plumbline
