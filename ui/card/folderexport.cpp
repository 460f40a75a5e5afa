#include "ui/card/folderexport.h"

#include "core/desk/background.h"
#include "ui/card/cardexport.h"
#include "ui/page/pdf.h"

#include <QDir>

namespace plumbline {

FolderExport::FolderExport(Desk& desk, const QString& folder, const QStringList& symbols,
                           const PageOptions& options, const QLocale& locale, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_folder(folder)
    , m_left(symbols)
    , m_options(options)
    , m_locale(locale)
    , m_of(static_cast<int>(symbols.size()))
{
    connect(&desk, &Desk::cardReady, this, [this](const QString& symbol) {
        if (symbol == m_waiting)
            write(symbol);
    });
    connect(&desk, &Desk::refused, this, [this](const QString& sentence) {
        if (m_waiting.isEmpty())
            return;
        note(sentence);
        next();
    });
    connect(&desk, &Desk::opened, this, [this] { // what is left belongs to the workspace before
        cancel();
        if (!m_waiting.isEmpty())
            next();
    });
}

void FolderExport::next()
{
    m_waiting.clear();
    if (m_left.isEmpty()) {
        end();
        return;
    }
    const QString symbol =
        m_left.takeFirst(); // the answer may come before this returns, and forgets m_waiting
    m_waiting = symbol;
    m_desk.askForCard(symbol);
}

void FolderExport::write(const QString& symbol)
{
    const auto card = m_desk.card(symbol);
    if (card == nullptr)
        return;
    m_waiting.clear();
    const QString path = QDir(m_folder).filePath(pdfNameOf(symbol));
    const auto work = [card, path, options = m_options, locale = m_locale] {
        return writePdf(*card, path, options, locale);
    };
    whenGiven(inBackground(work), this, [this](const Result<void>& outcome) {
        if (outcome)
            emit progressed(++m_written);
        else
            note(outcome.error().message);
        next();
    });
}

void FolderExport::note(const QString& trouble)
{
    if (m_trouble.isEmpty())
        m_trouble = trouble;
}

void FolderExport::end()
{
    const QString folder = QDir(m_folder).dirName();
    QString sentence = tr("%1 of %2 cards are written into %3.").arg(m_written).arg(m_of).arg(folder);
    if (!m_trouble.isEmpty())
        sentence += u' ' + m_trouble;
    emit finished(sentence);
    deleteLater();
}

} // namespace plumbline
