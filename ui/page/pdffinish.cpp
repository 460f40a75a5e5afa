#include "ui/page/pdffinish.h"

#include "core/text/printable.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QUrl>
#include <qpdf/qpdf-c.h>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Pdf)
};

using Handle = qpdf_oh;

/// A PDF while it is changed. By libqpdf's C interface: clang cannot compile the headers of the other.
class Document
{
public:
    explicit Document(const QByteArray& bytes) : m_pdf(qpdf_init())
    {
        qpdf_silence_errors(m_pdf);
        qpdf_set_suppress_warnings(m_pdf, QPDF_TRUE);
        qpdf_read_memory(m_pdf, "card", bytes.constData(), static_cast<unsigned long long>(bytes.size()),
                         nullptr);
    }
    ~Document() { qpdf_cleanup(&m_pdf); }
    Q_DISABLE_COPY_MOVE(Document)

    Handle dictionary() { return qpdf_oh_new_dictionary(m_pdf); }
    Handle array() { return qpdf_oh_new_array(m_pdf); }
    Handle nothing() { return qpdf_oh_new_null(m_pdf); }
    Handle yes() { return qpdf_oh_new_bool(m_pdf, QPDF_TRUE); }
    Handle name(const char* text) { return qpdf_oh_new_name(m_pdf, text); }
    Handle integer(long long value) { return qpdf_oh_new_integer(m_pdf, value); }
    Handle real(double value) { return qpdf_oh_new_real_from_double(m_pdf, value, 2); }
    Handle bytes(const QByteArray& text) { return qpdf_oh_new_string(m_pdf, text.constData()); }
    Handle text(const QString& words)
    {
        return qpdf_oh_new_unicode_string(m_pdf, words.toUtf8().constData());
    }
    Handle own(Handle object)
    {
        return qpdf_make_indirect_object(m_pdf, object);
    } ///< under a number of its own

    Handle root() { return qpdf_get_root(m_pdf); }
    Handle trailer() { return qpdf_get_trailer(m_pdf); }
    int pages() { return qpdf_get_num_pages(m_pdf); }
    Handle page(int number) { return qpdf_get_page_n(m_pdf, static_cast<size_t>(number)); }

    void set(Handle dictionary, const char* key, Handle value)
    {
        qpdf_oh_replace_key(m_pdf, dictionary, key, value);
    }
    void drop(Handle dictionary, const char* key) { qpdf_oh_remove_key(m_pdf, dictionary, key); }
    Handle get(Handle dictionary, const char* key) { return qpdf_oh_get_key(m_pdf, dictionary, key); }
    void append(Handle array, Handle value) { qpdf_oh_append_item(m_pdf, array, value); }
    Handle item(Handle array, int place) { return qpdf_oh_get_array_item(m_pdf, array, place); }
    bool isDictionary(Handle object) { return qpdf_oh_is_dictionary(m_pdf, object) != QPDF_FALSE; }
    bool isName(Handle object) { return qpdf_oh_is_name(m_pdf, object) != QPDF_FALSE; }
    QByteArray nameOf(Handle object) { return qpdf_oh_get_name(m_pdf, object); }

    QByteArrayList keysOf(Handle dictionary)
    {
        QByteArrayList keys;
        qpdf_oh_begin_dict_key_iter(m_pdf, dictionary);
        while (qpdf_oh_dict_more_keys(m_pdf) != QPDF_FALSE)
            keys.append(qpdf_oh_dict_next_key(m_pdf));
        return keys;
    }

    /// The file. Its id follows from its content alone, and its objects stand in the order in which they are met.
    Result<QByteArray> written()
    {
        qpdf_init_write_memory(m_pdf);
        qpdf_set_deterministic_ID(m_pdf, QPDF_TRUE);
        qpdf_set_object_stream_mode(m_pdf, qpdf_o_disable); // else they stand in the order of Qt's numbers
        qpdf_write(m_pdf);
        if (qpdf_has_error(m_pdf) != QPDF_FALSE) {
            Error error {.kind = Error::Kind::NotAvailable,
                         .message = Words::tr("The PDF could not be finished.")};
            error.detail = QString::fromUtf8(qpdf_get_error_full_text(m_pdf, qpdf_get_error(m_pdf)));
            return tl::unexpected(error);
        }
        return QByteArray(reinterpret_cast<const char*>(qpdf_get_buffer(m_pdf)),
                          static_cast<qsizetype>(qpdf_get_buffer_length(m_pdf)));
    }

private:
    qpdf_data m_pdf = nullptr;
};

/// From the top of a page in the layout's units to the bottom of it in points.
double fromBottom(const PaperPages& pages, double top)
{
    return (pages.size.height() - top) / point;
}

Handle placeOf(Document& pdf, const PaperPages& pages, const Bookmark& bookmark)
{
    const Handle place = pdf.array();
    pdf.append(place, pdf.page(bookmark.page));
    pdf.append(place, pdf.name("/XYZ"));
    pdf.append(place, pdf.nothing());
    pdf.append(place, pdf.real(fromBottom(pages, bookmark.top - 10 * point)));
    pdf.append(place, pdf.nothing());
    return place;
}

void addBookmarks(Document& pdf, const PaperPages& pages)
{
    if (pages.bookmarks.empty())
        return;
    const Handle outline = pdf.own(pdf.dictionary());
    std::vector<Handle> items;
    for (const Bookmark& bookmark : pages.bookmarks) {
        const Handle item = pdf.own(pdf.dictionary());
        pdf.set(item, "/Title", pdf.text(printable(bookmark.title)));
        pdf.set(item, "/Parent", outline);
        pdf.set(item, "/Dest", placeOf(pdf, pages, bookmark));
        if (!items.empty()) {
            pdf.set(item, "/Prev", items.back());
            pdf.set(items.back(), "/Next", item);
        }
        items.push_back(item);
    }
    pdf.set(outline, "/Type", pdf.name("/Outlines"));
    pdf.set(outline, "/First", items.front());
    pdf.set(outline, "/Last", items.back());
    pdf.set(outline, "/Count", pdf.integer(static_cast<long long>(items.size())));
    pdf.set(pdf.root(), "/Outlines", outline);
    pdf.set(pdf.root(), "/PageMode", pdf.name("/UseOutlines"));
}

Handle linkTo(Document& pdf, const QString& address, const QRectF& place, const PaperPages& pages)
{
    const Handle action = pdf.dictionary();
    pdf.set(action, "/S", pdf.name("/URI"));
    pdf.set(action, "/URI", pdf.bytes(QUrl(address).toEncoded()));
    const Handle rectangle = pdf.array();
    for (const double edge : {place.left() / point, fromBottom(pages, place.bottom()), place.right() / point,
                              fromBottom(pages, place.top())})
        pdf.append(rectangle, pdf.real(edge));
    const Handle border = pdf.array();
    for (int i = 0; i < 3; ++i)
        pdf.append(border, pdf.integer(0));
    const Handle link = pdf.dictionary();
    pdf.set(link, "/Type", pdf.name("/Annot"));
    pdf.set(link, "/Subtype", pdf.name("/Link"));
    pdf.set(link, "/Rect", rectangle);
    pdf.set(link, "/Border", border);
    pdf.set(link, "/A", action);
    return pdf.own(link);
}

void addLinks(Document& pdf, const PaperPages& pages)
{
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const Handle links = pdf.array();
        bool any = false;
        for (const Placed& item : pages.pages[i].items) {
            if (item.link.isEmpty() || !QUrl(item.link).isValid())
                continue;
            pdf.append(links, linkTo(pdf, item.link, item.place, pages));
            any = true;
        }
        if (any)
            pdf.set(pdf.page(static_cast<int>(i)), "/Annots", links);
    }
}

/// Gives a font's name a tag that follows from the name alone: Qt takes it from an order that differs from run to run.
void retag(Document& pdf, Handle dictionary, const char* key)
{
    const Handle name = pdf.isDictionary(dictionary) ? pdf.get(dictionary, key) : dictionary;
    if (!pdf.isName(name))
        return;
    const QByteArray whole = pdf.nameOf(name).mid(1); // without its slash
    const QByteArray face = whole.mid(whole.indexOf('+') + 1);
    const QByteArray hash = QCryptographicHash::hash(face, QCryptographicHash::Sha256);
    QByteArray tag = "/";
    for (int i = 0; i < 6; ++i)
        tag.append(static_cast<char>('A' + static_cast<unsigned char>(hash[i]) % 26));
    pdf.set(dictionary, key, pdf.name((tag + '+' + face).constData()));
}

void nameFonts(Document& pdf)
{
    for (int page = 0; page < pdf.pages(); ++page) {
        const Handle fonts = pdf.get(pdf.get(pdf.page(page), "/Resources"), "/Font");
        if (!pdf.isDictionary(fonts))
            continue;
        const QByteArrayList keys = pdf.keysOf(fonts);
        for (const QByteArray& key : keys) {
            const Handle font = pdf.get(fonts, key.constData());
            const Handle inner = pdf.item(pdf.get(font, "/DescendantFonts"), 0);
            retag(pdf, font, "/BaseFont");
            retag(pdf, inner, "/BaseFont");
            retag(pdf, pdf.get(inner, "/FontDescriptor"), "/FontName");
        }
    }
}

/// An ISO time as PDF writes it; one that is not known is the beginning of all counting.
QByteArray pdfTime(const QString& iso)
{
    QDateTime time = QDateTime::fromString(iso, Qt::ISODate).toUTC();
    if (!time.isValid())
        time = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    return time.toString(u"'D:'yyyyMMddHHmmss'Z'"_s).toLatin1();
}

void describe(Document& pdf, const PdfProperties& properties)
{
    const Handle info = pdf.own(pdf.dictionary());
    pdf.set(info, "/Title", pdf.text(properties.title));
    pdf.set(info, "/Subject", pdf.text(properties.subject));
    pdf.set(info, "/Keywords", pdf.text(properties.keywords));
    pdf.set(info, "/Creator", pdf.text(properties.program));
    pdf.set(info, "/Producer", pdf.text(properties.program));
    pdf.set(info, "/CreationDate", pdf.bytes(pdfTime(properties.date)));
    pdf.set(info, "/ModDate", pdf.bytes(pdfTime(properties.date)));
    pdf.set(pdf.trailer(), "/Info", info);
    pdf.drop(pdf.root(), "/Metadata");
    pdf.set(pdf.root(), "/Lang", pdf.bytes("en"));
    const Handle viewer = pdf.dictionary();
    pdf.set(viewer, "/DisplayDocTitle", pdf.yes());
    pdf.set(pdf.root(), "/ViewerPreferences", viewer);
}

} // namespace

Result<QByteArray> finishedPdf(const QByteArray& painted, const PaperPages& pages,
                               const PdfProperties& properties)
{
    Document pdf(painted);
    addBookmarks(pdf, pages);
    addLinks(pdf, pages);
    nameFonts(pdf);
    describe(pdf, properties);
    return pdf.written();
}

} // namespace plumbline
