#include "core/transcript/search.h"

#include <QCoreApplication>

#include <utility>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Search)
};

constexpr qsizetype longest = 2000; ///< characters of a line

tl::unexpected<Error> refusedAt(qsizetype place, const QString& sentence)
{
    return failure(Error::Kind::Invalid, Words::tr("At %1: %2").arg(place + 1).arg(sentence));
}

/// A word as FTS5 takes it for nothing but a word.
QString quoted(QString word)
{
    return u'"' + word.replace(u'"', u"\"\""_s) + u'"';
}

bool hasLetter(const QString& word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

class Reader
{
public:
    explicit Reader(const QString& line) : m_line(line) {}

    Result<SearchQuery> read()
    {
        if (m_line.size() > longest)
            return failure(Error::Kind::Invalid,
                           Words::tr("A search has at most %1 characters.").arg(longest));
        for (skipSpace(); m_at < m_line.size(); skipSpace())
            if (const auto done = term(); !done)
                return tl::unexpected(done.error());
        if (m_or)
            return refusedAt(m_line.size(), Words::tr("OR stands between two words."));
        if (m_all.isEmpty() && !m_without.isEmpty())
            return refusedAt(0, Words::tr("say also what is looked for, not only what must not be there."));
        QStringList all;
        for (const QStringList& one : std::as_const(m_all))
            all.append(one.size() == 1 ? one.constFirst() : u'(' + one.join(u" OR "_s) + u')');
        m_query.words = all.join(u" AND "_s);
        for (const QString& one : std::as_const(m_without))
            m_query.words = u'(' + m_query.words + u") NOT "_s + one;
        return m_query;
    }

private:
    void skipSpace()
    {
        while (m_at < m_line.size() && m_line[m_at].isSpace())
            ++m_at;
    }

    bool takes(QStringView word)
    {
        const QStringView rest = QStringView(m_line).sliced(m_at);
        const bool whole =
            rest.startsWith(word) && (rest.size() == word.size() || rest[word.size()].isSpace());
        if (whole)
            m_at += word.size();
        return whole;
    }

    /// A word, or what stands between quotation marks.
    Result<QString> word()
    {
        const qsizetype start = m_at;
        if (m_at < m_line.size() && m_line[m_at] == u'"') {
            const qsizetype end = m_line.indexOf(u'"', m_at + 1);
            if (end < 0)
                return refusedAt(start, Words::tr("the quotation mark is not closed."));
            m_at = end + 1;
            return m_line.sliced(start + 1, end - start - 1);
        }
        while (m_at < m_line.size() && !m_line[m_at].isSpace() && m_line[m_at] != u'"')
            ++m_at;
        return m_line.sliced(start, m_at - start);
    }

    Result<void> term()
    {
        if (takes(u"OR")) {
            if (m_all.isEmpty() || m_or)
                return refusedAt(m_at - 2, Words::tr("OR stands between two words."));
            m_or = true;
            return {};
        }
        if (m_line[m_at] == u'-' || takes(u"NOT")) {
            m_at += m_line[std::min(m_at, m_line.size() - 1)] == u'-' ? 1 : 0;
            skipSpace();
            return words(true);
        }
        const QStringView rest = QStringView(m_line).sliced(m_at);
        if (rest.startsWith(u"NEAR("))
            return near();
        const qsizetype colon = rest.indexOf(u':');
        const auto isKey = [](QStringView key) {
            return !key.isEmpty()
                && std::all_of(key.begin(), key.end(), [](QChar c) { return c.isLetter(); });
        };
        if (colon > 0 && isKey(rest.first(colon)))
            return filter(rest.first(colon).toString().toLower());
        return words(false);
    }

    Result<void> words(bool without)
    {
        const qsizetype start = m_at;
        auto said = word();
        if (!said)
            return tl::unexpected(said.error());
        bool begins = m_at < m_line.size() && m_line[m_at] == u'*';
        m_at += begins ? 1 : 0;
        if (said->endsWith(u'*')) {
            said->chop(1);
            begins = true;
        }
        if (!hasLetter(*said))
            return refusedAt(start, Words::tr("there is no word."));
        add(quoted(*said) + (begins ? u"*"_s : QString()), without);
        return {};
    }

    void add(const QString& word, bool without)
    {
        if (without)
            m_without.append(word);
        else if (std::exchange(m_or, false))
            m_all.last().append(word);
        else
            m_all.append({word});
    }

    Result<void> near()
    {
        const qsizetype start = m_at;
        const qsizetype end = m_line.indexOf(u')', m_at);
        if (end < 0)
            return refusedAt(start, Words::tr("the bracket of NEAR is not closed."));
        QStringList both;
        for (const QString& one : m_line.sliced(m_at + 5, end - m_at - 5).split(u' ', Qt::SkipEmptyParts))
            if (hasLetter(one))
                both.append(quoted(one));
        if (both.size() < 2)
            return refusedAt(start, Words::tr("NEAR takes two words or more."));
        m_at = end + 1;
        add(u"NEAR("_s + both.join(u' ') + u", 10)"_s, false);
        return {};
    }

    Result<void> filter(const QString& key)
    {
        const qsizetype start = m_at;
        m_at = m_line.indexOf(u':', m_at) + 1;
        const auto said = word();
        if (!said)
            return tl::unexpected(said.error());
        if (said->isEmpty())
            return refusedAt(start, Words::tr("%1: needs a value.").arg(key));
        const QString value = said->toLower();
        if (key == u"speaker")
            m_query.speaker = *said;
        else if (key == u"role")
            m_query.role = *said;
        else if (key == u"firm")
            m_query.firm = *said;
        else if (key == u"company" || key == u"symbol")
            m_query.company = *said;
        else if (key == u"period" || key == u"call")
            m_query.period = *said;
        else if (key == u"section" && (value == u"prepared" || value == u"qa"))
            m_query.section = value == u"qa" ? SearchQuery::Section::Answers : SearchQuery::Section::Prepared;
        else if (key == u"about" && value == u"ai")
            m_query.aboutTheme = true;
        else if (key == u"has" && (value == u"figure" || value == u"figures"))
            m_query.hasFigure = true;
        else
            return refusedAt(
                start, Words::tr("there is no filter %1:%2. There are speaker:, role:, firm:, company:, "
                                 "period:, section:prepared, section:qa, about:ai and has:figure.")
                           .arg(key, *said));
        return {};
    }

    const QString& m_line;
    qsizetype m_at = 0;
    bool m_or = false; ///< the next word is another way to say the last one
    QList<QStringList> m_all {};
    QStringList m_without {};
    SearchQuery m_query {};
};

} // namespace

Result<SearchQuery> searchQueryFrom(const QString& line)
{
    return Reader(line).read();
}

} // namespace plumbline
