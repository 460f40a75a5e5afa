#include "core/poppler/pdftext.h"

#include "core/formats/extract.h"

#include <QCoreApplication>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <memory>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PdfText)
};

constexpr int mostPages = 500;

QByteArray wordsOf(poppler::page& page)
{
    const auto text = page.text(poppler::rectf(), poppler::page::physical_layout).to_utf8();
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Poppler's remarks go nowhere: what the user needs to know is in the error.
void ignore(const std::string& /*said*/, void* /*closure*/) {}

} // namespace

Result<QByteArray> pdfText(const QByteArray& file)
{
    poppler::set_debug_error_function(ignore, nullptr);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(file.constData(), static_cast<int>(file.size())));
    if (document == nullptr)
        return failure(Error::Kind::BadData,
                       Words::tr("This PDF is broken and cannot be read; get the file once more."));
    if (document->is_locked())
        return failure(Error::Kind::BadData, Words::tr("This PDF asks for a password; save it without one."));
    if (document->pages() > mostPages)
        return failure(Error::Kind::BadData,
                       Words::tr("This PDF has more than %1 pages: too many for a call.").arg(mostPages));
    QByteArray text;
    for (int i = 0; i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (page != nullptr)
            text += wordsOf(*page);
        text += '\f';
    }
    if (text.simplified().isEmpty())
        return failure(
            Error::Kind::BadData,
            Words::tr("This PDF holds pictures of pages and no text; have its text recognised first."));
    return text;
}

Result<QByteArray> fileText(const QByteArray& file)
{
    constexpr int headerWithin =
        1024; // a mail system may have put words before it, and readers look this far
    return file.left(headerWithin).contains("%PDF-") ? pdfText(file) : callText(file);
}

} // namespace plumbline
