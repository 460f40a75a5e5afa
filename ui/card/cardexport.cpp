#include "ui/card/cardexport.h"

#include "core/desk/background.h"
#include "core/desk/spreadsheet.h"
#include "core/formats/cardmarkup.h"
#include "core/text/filename.h"
#include "ui/card/folderexport.h"
#include "ui/card/paperpreview.h"
#include "ui/common/names.h"
#include "ui/page/pdf.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProgressDialog>
#include <QPushButton>
#include <QSaveFile>
#include <QWidget>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

/// A whole file, or the one that was there before.
Result<void> written(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return failure(
        Error::Kind::Storage,
        CardExport::tr("%1 could not be written: %2.").arg(QFileInfo(path).fileName(), file.errorString()));
}

QString fileName(const QString& symbol, CardFormat format)
{
    const QString suffix = format == CardFormat::Spreadsheet ? u"xlsx"_s
                         : format == CardFormat::Html        ? u"html"_s
                         : format == CardFormat::Markdown    ? u"md"_s
                         : format == CardFormat::Csv         ? u"csv"_s
                                                             : u"pdf"_s;
    return fileNameOf(symbol, suffix);
}

Result<QByteArray> bytesOf(const Card& card, CardFormat format, const PageOptions& options,
                           const QLocale& locale)
{
    switch (format) {
    case CardFormat::Html: return cardToHtml(card, locale);
    case CardFormat::Markdown: return cardToMarkdown(card, locale);
    case CardFormat::Csv: return cardToCsv(card);
    case CardFormat::Spreadsheet:
        return cardToXlsx(card, {.workspaceTime = options.workspaceTime, .program = options.program}, locale);
    case CardFormat::Pdf: break;
    }
    return cardToPdf(card, options, locale);
}

} // namespace

Result<void> writePdf(const Card& card, const QString& path, const PageOptions& options,
                      const QLocale& locale)
{
    return cardToPdf(card, options, locale).and_then([&](const QByteArray& pdf) {
        return written(path, pdf);
    });
}

CardExport::CardExport(Desk& desk, const Questions& questions, const QLocale& locale, QWidget* over)
    : QObject(over)
    , m_desk(desk)
    , m_questions(questions)
    , m_locale(locale)
    , m_over(over)
{}

PageOptions CardExport::options() const
{
    const bool inches = m_locale.measurementSystem() == QLocale::ImperialUSSystem;
    return {.paper = inches ? PageOptions::Paper::Letter : PageOptions::Paper::A4,
            .workspaceTime = m_desk.made(),
            .program = u"Plumbline "_s + QCoreApplication::applicationVersion()};
}

void CardExport::exportCard(const std::shared_ptr<const Card>& card, CardFormat format)
{
    if (card == nullptr) {
        emit announced(tr("No card is shown: choose a company first."));
        return;
    }
    m_questions.fileToExport(m_over, fileName(card->coverage.dossier.symbol, format),
                             [this, card, format](const QString& path) { write(card, path, format); });
}

void CardExport::write(const std::shared_ptr<const Card>& card, const QString& path, CardFormat format)
{
    const auto work = [card, path, format, options = options(), locale = m_locale] {
        return bytesOf(*card, format, options, locale).and_then([&](const QByteArray& bytes) {
            return written(path, bytes);
        });
    };
    whenGiven(inBackground(work), this, [this, path](const Result<void>& outcome) {
        emit announced(outcome ? tr("%1 is written.").arg(QFileInfo(path).fileName())
                               : outcome.error().message);
    });
}

void CardExport::exportAll(const QStringList& symbols)
{
    if (symbols.isEmpty()) {
        emit announced(tr("The ranking shows no company to export."));
        return;
    }
    m_questions.folderToExport(m_over, [this, symbols](const QString& folder) {
        auto* exporting = new FolderExport(m_desk, folder, symbols, options(), m_locale, this);
        auto* progress = named(new QProgressDialog(tr("Writing cards …"), tr("Cancel"), 0,
                                                   static_cast<int>(symbols.size()), m_over),
                               u"exportProgress"_s, tr("Writing cards"));
        progress->setCancelButton(
            named(new QPushButton(tr("Cancel")), u"exportCancel"_s, tr("Write no further card")));
        progress->setMinimumDuration(500);
        connect(exporting, &FolderExport::progressed, progress, &QProgressDialog::setValue);
        connect(progress, &QProgressDialog::canceled, exporting, &FolderExport::cancel);
        connect(exporting, &FolderExport::finished, progress, &QObject::deleteLater);
        connect(exporting, &FolderExport::finished, this, &CardExport::announced);
        exporting->begin();
    });
}

void CardExport::preview(const std::shared_ptr<const Card>& card)
{
    if (card == nullptr) {
        emit announced(tr("No card is shown: choose a company first."));
        return;
    }
    auto* dialog =
        new PaperPreview(pagesOf(*card, options(), m_locale), card->coverage.dossier.symbol, m_over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PaperPreview::exportAsked, this, [this, card] { exportCard(card, CardFormat::Pdf); });
    dialog->open();
}

} // namespace plumbline
