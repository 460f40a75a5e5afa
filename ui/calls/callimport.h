#pragma once

#include "core/desk/desk.h"

#include <QLocale>
#include <QObject>
#include <QPointer>

class QMimeData;
class QProgressDialog;

namespace plumbline {

class ImportPage;

/// Brings calls in through the window: files and folders that were chosen or dropped on it, words that were pasted. Says how
/// far it is, can be stopped, and shows what came of it.
class CallImport : public QObject
{
    Q_OBJECT

public:
    CallImport(Desk& desk, const QLocale& locale, QWidget* over);

    void begin(std::vector<CallSource> sources, const CallGiven& given = {});
    void beginFiles(const QStringList& names);
    /// What the clipboard holds: files, or the words of a transcript.
    void beginPasted();
    /// Whether files lie in it that can be dropped here.
    static bool holdsFiles(const QMimeData& data);
    void beginDropped(const QMimeData& data);

signals:
    void callAsked(const QString& symbol, const QString& call);
    void announced(const QString& sentence);

private:
    void show(const CallsImported& imported);

    Desk& m_desk;
    QLocale m_locale;
    QWidget* m_over;
    std::vector<CallSource> m_sources {}; ///< of the import under way
    QPointer<QProgressDialog> m_progress {};
    QPointer<ImportPage> m_page {};
};

} // namespace plumbline
