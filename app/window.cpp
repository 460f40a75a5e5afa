#include "app/window.h"

#include "core/store/workspace.h"
#include "ui/common/background.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Window)
};

/// A workspace that was opened, under the name the window gives it.
struct Opened
{
    QString name {};
    std::shared_ptr<const WorkspaceData> workspace {};
};

/// What went wrong, and what the user can do about it.
struct Problem
{
    QString what {};
    QString next {};
};

using Opening = tl::expected<Opened, Problem>;

Opening opened(const QString& path, const QString& next)
{
    auto workspace = openWorkspace(path);
    if (!workspace)
        return tl::unexpected(Problem {workspace.error().message, next});
    return Opened {QFileInfo(path).fileName(), std::make_shared<const WorkspaceData>(std::move(*workspace))};
}

QString samplePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
         + QStringLiteral("/plumbline/sample.plumbline");
}

/// The sample workspace, made in the user's data folder if it is not there yet.
Opening openedSample()
{
    const QString path = samplePath();
    if (!QFileInfo::exists(path)) {
        const QString next = Words::tr(
            "See that the folder can be written to, or name a workspace: plumbline --workspace FILE.");
        if (!QDir().mkpath(QFileInfo(path).path()))
            return tl::unexpected(
                Problem {Words::tr("The folder %1 cannot be made.").arg(QFileInfo(path).path()), next});
        const auto made =
            writeSample(path, QStringLiteral(":"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
        if (!made)
            return tl::unexpected(Problem {made.error().message, next});
    }
    return opened(path, Words::tr("Move the file away and start Plumbline again: it makes a new sample."));
}

/// The user's locale; a system that names none gets English figures with their separators.
QLocale windowLocale()
{
    const QLocale own;
    return own.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : own;
}

} // namespace

int openWindow(int count, char** words, const QString& workspace)
{
    const QApplication application(count, words);
    QSettings settings;
    MainWindow window(settings, windowLocale());
    window.show();
    const auto work = [workspace] {
        return workspace.isEmpty()
                 ? openedSample()
                 : opened(workspace, Words::tr("Open another one with plumbline --workspace FILE, or start "
                                               "without it for the sample."));
    };
    whenReady(inBackground(work), &window, [&window](const Opening& opening) {
        if (opening)
            window.openWorkspace(opening->workspace, opening->name);
        else
            window.showMessage(opening.error().what, opening.error().next);
    });
    return QApplication::exec();
}

} // namespace plumbline
