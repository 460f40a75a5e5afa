#pragma once

#include "core/desk/desk.h"
#include "ui/page/cardpages.h"

#include <QObject>

namespace plumbline {

/// Writes the cards of several companies into a folder, a PDF each, one after the other beside the window. Each file that
/// is there is whole.
class FolderExport : public QObject
{
    Q_OBJECT

public:
    FolderExport(Desk& desk, const QString& folder, const QStringList& symbols, const PageOptions& options,
                 const QLocale& locale, QObject* parent);

    void begin() { next(); }
    /// Ends after the card under way.
    void cancel() { m_left.clear(); }

signals:
    void progressed(int written);
    /// All that was asked for, or all until it was cancelled; the sentence says how many, and what went wrong first.
    void finished(const QString& sentence);

private:
    void next();
    void write(const QString& symbol);
    void note(const QString& trouble);
    void end();

    Desk& m_desk;
    QString m_folder;
    QStringList m_left;
    PageOptions m_options;
    QLocale m_locale;
    QString m_waiting {}; ///< whose card is being made
    int m_of = 0;
    int m_written = 0;
    QString m_trouble {};
};

} // namespace plumbline
