#pragma once

#include "core/desk/desk.h"
#include "core/store/workspace.h"
#include "tests/examples.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// A desk over the sample workspace, in a folder of its own.
namespace plumbline::examples {

/// The sample at `path`, new.
inline void makeSample(const QString& path)
{
    const auto made = writeSample(path, resources(), QStringLiteral("2026-01-01T00:00:00Z"));
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
}

class DeskOnSample
{
public:
    DeskOnSample()
        : locale(QLocale::English, QLocale::UnitedStates)
        , path(folder.filePath(QStringLiteral("sample.plumbline")))
        , desk(locale)
    {
        makeSample(path);
    }

    /// Opens it and waits until all cards have been made.
    bool open()
    {
        desk.open(path);
        return QTest::qWaitFor([this] { return desk.isComplete() && desk.ranking()->size() >= 7; }, 20'000);
    }

    QTemporaryDir folder {};
    QLocale locale;
    QString path;
    Desk desk;
};

} // namespace plumbline::examples
