#include "ui/calls/callimport.h"

#include "ui/calls/importpage.h"
#include "ui/common/names.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QProgressDialog>
#include <QUrl>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int aMoment = 500; ///< milliseconds nobody needs to be told of

QStringList filesIn(const QMimeData& data)
{
    QStringList files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    return files;
}

} // namespace

CallImport::CallImport(Desk& desk, const QLocale& locale, QWidget* over)
    : QObject(over)
    , m_desk(desk)
    , m_locale(locale)
    , m_over(over)
{
    connect(&m_desk, &Desk::importProgressed, this, [this](int read, int of) {
        if (m_progress == nullptr)
            return;
        m_progress->setMaximum(of + 1); // the last step is keeping them
        m_progress->setValue(read);
    });
    connect(&m_desk, &Desk::callsImported, this, &CallImport::show);
}

void CallImport::begin(std::vector<CallSource> sources, const CallGiven& given)
{
    if (sources.empty())
        return;
    if (m_desk.path().isEmpty()) {
        emit announced(tr("Open a workspace first; calls are kept in it."));
        return;
    }
    const bool busy = m_desk.isImporting();
    m_desk.importCalls(sources, given);
    if (busy || !m_desk.isImporting())
        return; // it was refused, and the status line says why
    m_sources = std::move(sources);
    m_progress = named(new QProgressDialog(tr("Reading the calls …"), tr("Cancel"), 0, 0, m_over),
                       u"importProgress"_s, tr("Import of calls"));
    m_progress->setAttribute(Qt::WA_DeleteOnClose);
    m_progress->setWindowModality(Qt::NonModal);
    m_progress->setMinimumDuration(aMoment);
    m_progress->setAutoClose(false);
    m_progress->setAutoReset(false);
    connect(m_progress, &QProgressDialog::canceled, &m_desk, &Desk::cancelImport);
}

void CallImport::beginFiles(const QStringList& names)
{
    std::vector<CallSource> sources;
    const QStringList files = plumbline::filesIn(names);
    for (const QString& file : files)
        sources.push_back({file, {}});
    if (sources.empty())
        emit announced(tr("There is no file in it."));
    begin(std::move(sources));
}

void CallImport::beginPasted()
{
    const QMimeData* data = QApplication::clipboard()->mimeData();
    if (data != nullptr && holdsFiles(*data)) {
        beginDropped(*data);
        return;
    }
    const QString words = data == nullptr ? QString() : data->text();
    if (words.trimmed().isEmpty())
        emit announced(tr("The clipboard holds no words. Copy a transcript first, all of it."));
    else
        begin({{tr("pasted call"), words.toUtf8()}});
}

bool CallImport::holdsFiles(const QMimeData& data)
{
    return !filesIn(data).isEmpty();
}

void CallImport::beginDropped(const QMimeData& data)
{
    beginFiles(filesIn(data));
}

void CallImport::show(const CallsImported& imported)
{
    const bool stopped = m_progress != nullptr && m_progress->wasCanceled();
    delete m_progress;
    if (imported.calls.empty() && imported.refused.empty()) {
        emit announced(stopped ? tr("The import was stopped; nothing was changed.")
                               : tr("Nothing was imported."));
        return;
    }
    delete m_page;
    m_page = new ImportPage(m_sources, imported, m_locale, m_over);
    m_page->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_page, &ImportPage::callAsked, this, &CallImport::callAsked);
    connect(
        m_page, &ImportPage::againAsked, this,
        [this](const CallSource& source, const CallGiven& given) { begin({source}, given); },
        Qt::QueuedConnection);
    m_page->show();
    if (!imported.calls.empty())
        emit callAsked(imported.calls.front().symbol, imported.calls.front().period);
}

} // namespace plumbline
