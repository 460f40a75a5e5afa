#include "ui/card/cardexport.h"

#include "core/desk/background.h"
#include "ui/card/paperpreview.h"
#include "ui/page/pdf.h"

#include <QCoreApplication>
#include <QFileInfo>
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

} // namespace

CardExport::CardExport(const Desk& desk, const Questions& questions, const QLocale& locale, QWidget* over)
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

void CardExport::exportPdf(const std::shared_ptr<const Card>& card)
{
    if (card == nullptr) {
        emit announced(tr("No card is shown: choose a company first."));
        return;
    }
    m_questions.fileToExport(m_over, pdfNameOf(card->coverage.dossier.symbol),
                             [this, card](const QString& path) { write(card, path); });
}

void CardExport::write(const std::shared_ptr<const Card>& card, const QString& path)
{
    const auto work = [card, path, options = options(), locale = m_locale] {
        return cardToPdf(*card, options, locale).and_then([&](const QByteArray& pdf) {
            return written(path, pdf);
        });
    };
    whenGiven(inBackground(work), this, [this, path](const Result<void>& outcome) {
        emit announced(outcome ? tr("%1 is written.").arg(QFileInfo(path).fileName())
                               : outcome.error().message);
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
    connect(dialog, &PaperPreview::exportAsked, this, [this, card] { exportPdf(card); });
    dialog->open();
}

} // namespace plumbline
