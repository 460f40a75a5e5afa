#include "core/reading/spokentokens.h"

#include "core/reading/spokenwords.h"

#include <QSet>

namespace plumbline {

namespace {

using Kind = SpokenToken::Kind;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Letters that may stand glued behind a number and belong to it.
bool isSuffix(const QString& letters)
{
    static const QSet<QString> suffixes {
        QStringLiteral("k"),       QStringLiteral("m"),       QStringLiteral("mm"),
        QStringLiteral("mn"),      QStringLiteral("b"),       QStringLiteral("bn"),
        QStringLiteral("t"),       QStringLiteral("tn"),      QStringLiteral("x"),
        QStringLiteral("bp"),      QStringLiteral("bps"),     QStringLiteral("pp"),
        QStringLiteral("ppt"),     QStringLiteral("gw"),      QStringLiteral("mw"),
        QStringLiteral("kw"),      QStringLiteral("gwh"),     QStringLiteral("mwh"),
        QStringLiteral("twh"),     QStringLiteral("nm"),      QStringLiteral("s"),
        QStringLiteral("ish"),     QStringLiteral("hrs"),     QStringLiteral("mb"),
        QStringLiteral("gb"),      QStringLiteral("tb"),      QStringLiteral("pb"),
        QStringLiteral("million"), QStringLiteral("billion"), QStringLiteral("percent"),
        QStringLiteral("fold")};
    return suffixes.contains(letters);
}

class Cutter
{
public:
    explicit Cutter(const QString& text) : m_text(text) {}

    SpokenTokens tokens()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c.isSpace())
                ++m_at;
            else if (isDigit(c) || (c == u'.' && isDigit(peek(1)) && !wordBefore()))
                number();
            else if (c.isLetter())
                word();
            else
                add(Kind::Mark, m_at, m_at + 1);
        }
        return std::move(m_tokens);
    }

private:
    QChar peek(qsizetype ahead) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }
    bool wordBefore() const { return m_at > 0 && m_text[m_at - 1].isLetterOrNumber(); }

    SpokenToken& add(Kind kind, qsizetype first, qsizetype last)
    {
        SpokenToken token {.kind = kind, .first = first, .last = last};
        if (kind != Kind::Number)
            token.word = m_text.sliced(first, last - first).toLower();
        token.capital = m_text[first].isUpper();
        token.tight = !m_tokens.empty() && m_tokens.back().last == first;
        m_tokens.push_back(std::move(token));
        m_at = last;
        return m_tokens.back();
    }

    qsizetype digitsFrom(qsizetype at) const
    {
        while (at < m_text.size() && isDigit(m_text[at]))
            ++at;
        return at;
    }
    qsizetype lettersFrom(qsizetype at) const
    {
        while (at < m_text.size() && m_text[at].isLetter())
            ++at;
        return at;
    }

    /// The end of a number with thousands' commas and a decimal point.
    qsizetype numberEnd(qsizetype at) const
    {
        qsizetype end = digitsFrom(at);
        while (end + 2 < m_text.size() && m_text[end] == u',') {
            const qsizetype group = digitsFrom(end + 1);
            if (group - end != 4 && group - end != 3) // "1,00,000" groups by two
                break;
            if (group - end == 3 && (group >= m_text.size() || m_text[group] != u','))
                break;
            end = group;
        }
        if (end + 1 < m_text.size() && m_text[end] == u'.' && isDigit(m_text[end + 1]))
            end = digitsFrom(end + 1);
        return end;
    }

    void number()
    {
        const qsizetype first = m_at;
        const qsizetype end = numberEnd(first);
        const qsizetype letters = lettersFrom(end);
        const QString suffix = m_text.sliced(end, letters - end).toLower();
        const bool glued = letters < m_text.size() && isDigit(m_text[letters]) && letters > end;
        if (!suffix.isEmpty() && (glued || !isSuffix(suffix))) { // "18A", "1st", "4Q25"
            qsizetype last = letters;
            while (last < m_text.size() && m_text[last].isLetterOrNumber())
                ++last;
            add(Kind::Name, first, last);
            return;
        }
        const QString digits = m_text.sliced(first, end - first).remove(u',');
        add(Kind::Number, first, end).number = digits.toDouble();
        if (!suffix.isEmpty())
            add(Kind::Word, end, letters);
    }

    void word()
    {
        const qsizetype first = m_at;
        qsizetype end = lettersFrom(first);
        if (end < m_text.size() && isDigit(m_text[end])) {
            const QString letters = m_text.sliced(first, end - first).toLower();
            if (letters.size() >= 3 && !currencyBefore(letters).isEmpty()) { // "EUR30"
                add(Kind::Word, first, end);
                return;
            }
            while (end < m_text.size() && m_text[end].isLetterOrNumber())
                ++end;
            add(Kind::Name, first, end);
            return;
        }
        const auto apostrophe = [&](qsizetype at) { return m_text[at] == u'\'' || m_text[at] == u'’'; };
        while (end + 1 < m_text.size() && apostrophe(end) && m_text[end + 1].isLetter())
            end = lettersFrom(end + 1);
        add(Kind::Word, first, end);
    }

    const QString& m_text;
    qsizetype m_at = 0;
    SpokenTokens m_tokens;
};

} // namespace

SpokenTokens spokenTokens(const QString& text)
{
    SpokenTokens tokens = Cutter(text).tokens();
    markTraps(tokens);
    return tokens;
}

} // namespace plumbline
