#include "core/formats/cardmarkup.h"
#include "core/formats/reportpage.h"
#include "core/text/printable.h"

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

/// On one line, with every letter that Markdown might take for markup behind a backslash.
QString text(const QString& plain)
{
    const QString shown = printable(plain, allLetters).simplified();
    QString escaped;
    escaped.reserve(shown.size() + 16);
    for (const QChar letter : shown) {
        if (QStringView(u"\\`*_{}[]<>#|~&").contains(letter))
            escaped += u'\\';
        escaped += letter;
    }
    // At the start of a line these would begin a list or a rule; after a number a point would.
    qsizetype at = 0;
    while (at < escaped.size() && escaped[at].isDigit())
        ++at;
    const bool ends = at + 1 >= escaped.size() || escaped[at + 1] == u' ';
    if (at < escaped.size()
        && (at == 0 ? u"+-="_s.contains(escaped[0]) : ends && u".)"_s.contains(escaped[at])))
        escaped.insert(at, u'\\');
    return escaped;
}

/// Writes lines; a blank one stands between blocks of different kinds, since Markdown asks for it.
class Markdown
{
public:
    void title(const QString& words) { block({}, u"# "_s + text(words)); }
    void heading(const QString& title) { block({}, u"## "_s + text(title)); }

    void line(const ReportLine& line)
    {
        switch (line.kind) {
        case ReportLine::Kind::Gap: m_kind.clear(); return;
        case ReportLine::Kind::Text:
            block({}, (line.indent >= itemIndent ? u"> "_s : QString()) + text(line.text));
            return;
        case ReportLine::Kind::Labelled:
            block(u"list"_s, u"- **%1** %2"_s.arg(text(line.label), text(line.text)));
            return;
        case ReportLine::Kind::Row: row(line); return;
        }
    }

    QString done() && { return std::move(m_out); }

private:
    void block(const QString& kind, const QString& written)
    {
        if (!m_out.isEmpty() && (kind.isEmpty() || kind != m_kind))
            m_out += u'\n';
        m_kind = kind;
        m_out += written + u'\n';
    }

    void row(const ReportLine& line)
    {
        const QString kind = u"table %1"_s.arg(line.cells.size());
        const bool first = m_kind != kind;
        QString written = u"| "_s + text(line.label);
        QString rule = u"| :--"_s;
        for (const QString& cell : line.cells) {
            written += u" | "_s + text(cell);
            rule += u" | --:"_s;
        }
        block(kind, written + u" |"_s);
        if (first)
            m_out += rule + u" |\n"_s;
    }

    QString m_out {};
    QString m_kind {};
};

} // namespace

QByteArray cardToMarkdown(const Card& card, const QLocale& locale)
{
    Markdown page;
    writeReport(page, reportOf(card, locale));
    return std::move(page).done().toUtf8();
}

} // namespace plumbline
