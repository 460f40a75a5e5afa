#pragma once

#include "core/desk/desk.h"
#include "ui/actions/questions.h"
#include "ui/page/cardpages.h"

#include <QObject>

class QWidget;

namespace plumbline {

/// Writes a card as PDF: a whole file, or the one that was there before.
Result<void> writePdf(const Card& card, const QString& path, const PageOptions& options,
                      const QLocale& locale);

/// What a card is written as.
enum class CardFormat { Pdf, Spreadsheet, Html, Markdown, Csv };

/// Takes the card shown out of the window: into a file, or onto a preview of its pages.
class CardExport : public QObject
{
    Q_OBJECT

public:
    /// `over` is the window that questions and previews stand over.
    CardExport(Desk& desk, const Questions& questions, const QLocale& locale, QWidget* over);

    /// Asks for a file and writes it beside the window. `card` may be null: then there is none to export, and it says so.
    void exportCard(const std::shared_ptr<const Card>& card, CardFormat format);
    /// Asks for a folder and writes the cards of these companies into it; that can be cancelled.
    void exportAll(const QStringList& symbols);
    void preview(const std::shared_ptr<const Card>& card);

signals:
    /// What became of it, in one sentence.
    void announced(const QString& sentence);

private:
    void write(const std::shared_ptr<const Card>& card, const QString& path, CardFormat format);
    PageOptions options() const;

    Desk& m_desk;
    const Questions& m_questions;
    QLocale m_locale;
    QWidget* m_over = nullptr;
};

} // namespace plumbline
