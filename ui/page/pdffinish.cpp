#include "ui/page/pdffinish.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QUrl>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Pdf)
};

using Object = QPDFObjectHandle;

Object text(const QString& words)
{
    return Object::newUnicodeString(words.toStdString());
}

/// An ISO time as PDF writes it; one that is not known is the beginning of all counting.
Object date(const QString& iso)
{
    QDateTime time = QDateTime::fromString(iso, Qt::ISODate).toUTC();
    if (!time.isValid())
        time = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    return Object::newString(time.toString(u"'D:'yyyyMMddHHmmss'Z'"_s).toStdString());
}

Object real(double value)
{
    return Object::newReal(value, 2);
}

/// From the top of a page in the layout's units to the bottom of it in points.
double fromBottom(const PaperPages& pages, double top)
{
    return (pages.size.height() - top) / point;
}

void addBookmarks(QPDF& pdf, const PaperPages& pages)
{
    const std::vector<Object>& papers = pdf.getAllPages();
    if (pages.bookmarks.empty())
        return;
    Object root = pdf.makeIndirectObject(Object::newDictionary());
    std::vector<Object> items;
    for (const Bookmark& bookmark : pages.bookmarks) {
        Object item = pdf.makeIndirectObject(Object::newDictionary());
        item.replaceKey("/Title", text(printable(bookmark.title)));
        item.replaceKey("/Parent", root);
        Object place = Object::newArray();
        place.appendItem(papers.at(static_cast<std::size_t>(bookmark.page)));
        place.appendItem(Object::newName("/XYZ"));
        place.appendItem(Object::newNull());
        place.appendItem(real(fromBottom(pages, bookmark.top - 10 * point)));
        place.appendItem(Object::newNull());
        item.replaceKey("/Dest", place);
        if (!items.empty()) {
            item.replaceKey("/Prev", items.back());
            items.back().replaceKey("/Next", item);
        }
        items.push_back(item);
    }
    root.replaceKey("/Type", Object::newName("/Outlines"));
    root.replaceKey("/First", items.front());
    root.replaceKey("/Last", items.back());
    root.replaceKey("/Count", Object::newInteger(static_cast<long long>(items.size())));
    pdf.getRoot().replaceKey("/Outlines", root);
    pdf.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
}

Object linkTo(const QString& address, const QRectF& place, const PaperPages& pages)
{
    Object action = Object::newDictionary();
    action.replaceKey("/S", Object::newName("/URI"));
    action.replaceKey("/URI", Object::newString(QUrl(address).toEncoded().toStdString()));
    Object rectangle = Object::newArray();
    for (const double edge : {place.left() / point, fromBottom(pages, place.bottom()), place.right() / point,
                              fromBottom(pages, place.top())})
        rectangle.appendItem(real(edge));
    Object border = Object::newArray();
    for (int i = 0; i < 3; ++i)
        border.appendItem(Object::newInteger(0));
    Object link = Object::newDictionary();
    link.replaceKey("/Type", Object::newName("/Annot"));
    link.replaceKey("/Subtype", Object::newName("/Link"));
    link.replaceKey("/Rect", rectangle);
    link.replaceKey("/Border", border);
    link.replaceKey("/A", action);
    return link;
}

void addLinks(QPDF& pdf, const PaperPages& pages)
{
    std::vector<Object> papers = pdf.getAllPages();
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        Object links = Object::newArray();
        for (const Placed& item : pages.pages[i].items)
            if (!item.link.isEmpty() && QUrl(item.link).isValid())
                links.appendItem(pdf.makeIndirectObject(linkTo(item.link, item.place, pages)));
        if (links.getArrayNItems() > 0)
            papers.at(i).replaceKey("/Annots", links);
    }
}

/// A name without its tag of six letters, and with one that follows from the name alone: Qt takes it from an order
/// that differs from run to run.
Object retagged(Object name)
{
    const QByteArray whole = QByteArray::fromStdString(name.getName()).mid(1); // without its slash
    const QByteArray face = whole.mid(whole.indexOf('+') + 1);
    const QByteArray hash = QCryptographicHash::hash(face, QCryptographicHash::Sha256);
    QByteArray tag;
    for (int i = 0; i < 6; ++i)
        tag.append(static_cast<char>('A' + static_cast<unsigned char>(hash[i]) % 26));
    return Object::newName((QByteArray("/") + tag + '+' + face).toStdString());
}

void nameFonts(QPDF& pdf)
{
    for (Object& object : pdf.getAllObjects())
        for (const char* key : {"/BaseFont", "/FontName"})
            if (object.isDictionary() && object.hasKey(key) && object.getKey(key).isName())
                object.replaceKey(key, retagged(object.getKey(key)));
}

void describe(QPDF& pdf, const PdfProperties& properties)
{
    Object info = pdf.makeIndirectObject(Object::newDictionary());
    info.replaceKey("/Title", text(properties.title));
    info.replaceKey("/Subject", text(properties.subject));
    info.replaceKey("/Keywords", text(properties.keywords));
    info.replaceKey("/Creator", text(properties.program));
    info.replaceKey("/Producer", text(properties.program));
    info.replaceKey("/CreationDate", date(properties.date));
    info.replaceKey("/ModDate", date(properties.date));
    pdf.getTrailer().replaceKey("/Info", info);
    Object root = pdf.getRoot();
    root.removeKey("/Metadata");
    root.replaceKey("/Lang", Object::newString("en"));
    Object viewer = Object::newDictionary();
    viewer.replaceKey("/DisplayDocTitle", Object::newBool(true));
    root.replaceKey("/ViewerPreferences", viewer);
}

} // namespace

Result<QByteArray> finishedPdf(const QByteArray& painted, const PaperPages& pages,
                               const PdfProperties& properties)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("card", painted.constData(), static_cast<std::size_t>(painted.size()));
        addBookmarks(pdf, pages);
        addLinks(pdf, pages);
        nameFonts(pdf);
        describe(pdf, properties);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(
            qpdf_o_disable); // else the order of objects in the file follows Qt's numbers
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char*>(buffer->getBuffer()),
                          static_cast<qsizetype>(buffer->getSize()));
    } catch (const std::exception& problem) {
        Error error {.kind = Error::Kind::NotAvailable,
                     .message = Words::tr("The PDF could not be finished.")};
        error.detail = QString::fromUtf8(problem.what());
        return tl::unexpected(error);
    }
}

} // namespace plumbline
