#include "core/formula/lexer.h"

#include <QCoreApplication>

#include <charconv>
#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Formula)
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}
bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}
bool isWord(QChar c)
{
    return isLower(c) || isDigit(c) || c == u'_';
}

/// Walks over the text with a look ahead that is safe at the end.
struct Cursor
{
    QStringView text;
    qsizetype at = 0;

    QChar peek(qsizetype ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : QChar(); }
    bool startsWith(QStringView word) const { return text.sliced(at).startsWith(word); }
    int position() const { return static_cast<int>(at) + 1; }
    void skipSpace()
    {
        while (at < text.size()
               && (text[at] == u' ' || text[at] == u'\t' || text[at] == u'\n' || text[at] == u'\r'))
            ++at;
    }
};

QString currencyAt(Cursor& cursor)
{
    const QChar c = cursor.peek();
    QString code;
    if (c == u'$')
        code = QStringLiteral("USD");
    else if (c == u'€')
        code = QStringLiteral("EUR");
    else if (c == u'£')
        code = QStringLiteral("GBP");
    else if (c == u'¥')
        code = QStringLiteral("JPY");
    if (!code.isEmpty()) {
        ++cursor.at;
        return code;
    }
    if (isUpper(c) && isUpper(cursor.peek(1)) && isUpper(cursor.peek(2))
        && (isDigit(cursor.peek(3)) || (cursor.peek(3) == u' ' && isDigit(cursor.peek(4))))) {
        code = cursor.text.sliced(cursor.at, 3).toString();
        cursor.at += cursor.peek(3) == u' ' ? 4 : 3;
    }
    return code;
}

/// Digits with optional groups of three behind commas, and a decimal part. The commas are dropped.
QByteArray digitsAt(Cursor& cursor)
{
    QByteArray digits;
    while (isDigit(cursor.peek()))
        digits += static_cast<char>(cursor.text[cursor.at++].unicode());
    const bool grouped = !digits.isEmpty() && digits.size() <= 3;
    while (grouped && cursor.peek() == u',' && isDigit(cursor.peek(1)) && isDigit(cursor.peek(2))
           && isDigit(cursor.peek(3)) && !isDigit(cursor.peek(4))) {
        for (int k = 1; k <= 3; ++k)
            digits += static_cast<char>(cursor.peek(k).unicode());
        cursor.at += 4;
    }
    if (cursor.peek() == u'.' && isDigit(cursor.peek(1))) {
        digits += '.';
        ++cursor.at;
        while (isDigit(cursor.peek()))
            digits += static_cast<char>(cursor.text[cursor.at++].unicode());
    }
    return digits;
}

double magnitudeAt(Cursor& cursor, QString& text)
{
    const QChar c = cursor.peek();
    const double size = c == u'K' ? 1e3 : c == u'M' ? 1e6 : c == u'B' ? 1e9 : c == u'T' ? 1e12 : 1;
    if (size != 1) {
        text += c;
        ++cursor.at;
    }
    return size;
}

double shareAt(Cursor& cursor, Token& token)
{
    if (cursor.peek() == u'%') {
        ++cursor.at;
        token.text += u'%';
        token.display = Display::Percent;
        return 100;
    }
    if (cursor.startsWith(u"bps") && !isWord(cursor.peek(3))) {
        cursor.at += 3;
        token.text += QStringLiteral("bps");
        token.display = Display::BasisPoints;
        return 10000;
    }
    return 1;
}

/// "share", "h" or "item", with "/" directly before it or a space.
void unitAt(Cursor& cursor, Token& token)
{
    const bool below = cursor.peek() == u'/';
    const qsizetype skip = below || cursor.peek() == u' ' ? 1 : 0;
    for (const QStringView word : {QStringView(u"share"), QStringView(u"item"), QStringView(u"h")}) {
        const qsizetype end = skip + word.size();
        if (cursor.at + end > cursor.text.size() || cursor.text.sliced(cursor.at + skip, word.size()) != word)
            continue;
        const QChar after = cursor.peek(end);
        if (isWord(after) || after == u'.')
            continue;
        token.unit = below ? token.unit / Unit::of(word) : token.unit * Unit::of(word);
        token.text += below ? u'/' + word.toString() : u' ' + word.toString();
        cursor.at += end;
        return;
    }
}

Result<Token> literalAt(Cursor& cursor)
{
    Token token {.kind = Token::Kind::Literal, .position = cursor.position()};
    const QString currency = currencyAt(cursor);
    const QByteArray digits = digitsAt(cursor);
    if (digits.isEmpty())
        return failure(Error::Kind::Invalid,
                       Words::tr("At %1: a number was expected after the currency.").arg(cursor.position()),
                       cursor.position());
    if (!currency.isEmpty())
        token.unit = Unit::of(currency);
    const QString mark = currency == u"USD" ? QStringLiteral("$")
                       : currency == u"EUR" ? QStringLiteral("€")
                       : currency == u"GBP" ? QStringLiteral("£")
                       : currency == u"JPY" ? QStringLiteral("¥")
                                            : currency;
    token.text = mark + QString::fromLatin1(digits);

    double number = 0;
    const auto read = std::from_chars(digits.constData(), digits.constData() + digits.size(), number);
    const double magnitude = magnitudeAt(cursor, token.text);
    const double divisor = shareAt(cursor, token);
    unitAt(cursor, token);
    token.value = number * magnitude / divisor;
    if (read.ec != std::errc() || !std::isfinite(token.value))
        return failure(Error::Kind::Arithmetic,
                       Words::tr("At %1: this number is too large.").arg(token.position), token.position);

    const QChar next = cursor.peek();
    if (next == u'-' && (isDigit(cursor.peek(1)) || cursor.peek(1) == u'$'))
        return failure(Error::Kind::Invalid,
                       Words::tr("At %1: a range belongs to the figure, not into the formula; for a "
                                 "subtraction put spaces around the minus.")
                           .arg(cursor.position()),
                       cursor.position());
    if (next.isLetterOrNumber() || next == u'_' || next == u'.')
        return failure(Error::Kind::Invalid,
                       Words::tr("At %1: “%2” cannot follow a number.").arg(cursor.position()).arg(next),
                       cursor.position());
    return token;
}

Token nameAt(Cursor& cursor)
{
    Token token {.kind = Token::Kind::Name, .position = cursor.position()};
    const qsizetype start = cursor.at;
    while (isWord(cursor.peek()) || (cursor.peek() == u'.' && isWord(cursor.peek(1))))
        ++cursor.at;
    token.text = cursor.text.sliced(start, cursor.at - start).toString();
    return token;
}

} // namespace

Result<Token> nextToken(QStringView text, qsizetype& from)
{
    Cursor cursor {text, from};
    cursor.skipSpace();
    Token token {.position = cursor.position()};
    const QChar c = cursor.peek();
    const bool currency = c == u'$' || c == u'€' || c == u'£' || c == u'¥' || isUpper(c);

    if (cursor.at >= text.size()) {
        from = cursor.at;
        return token;
    }
    if (isDigit(c) || currency) {
        const qsizetype start = cursor.at;
        auto literal = literalAt(cursor);
        if (!literal && cursor.at == start)
            return failure(
                Error::Kind::Invalid,
                Words::tr("At %1: “%2” is not a word of a formula; names are written in lower case.")
                    .arg(token.position)
                    .arg(c),
                token.position);
        from = cursor.at;
        return literal;
    }
    if (isLower(c)) {
        token = nameAt(cursor);
        from = cursor.at;
        return token;
    }
    for (const QStringView symbol :
         {QStringView(u"<="), QStringView(u">="), QStringView(u"<>"), QStringView(u"+"), QStringView(u"-"),
          QStringView(u"*"), QStringView(u"/"), QStringView(u"^"), QStringView(u"("), QStringView(u")"),
          QStringView(u","), QStringView(u"<"), QStringView(u">"), QStringView(u"="), QStringView(u"@")}) {
        if (!cursor.startsWith(symbol))
            continue;
        token.kind = Token::Kind::Symbol;
        token.text = symbol.toString();
        from = cursor.at + symbol.size();
        return token;
    }
    const QString shown =
        c.isPrint() ? QString(c) : QStringLiteral("U+%1").arg(c.unicode(), 4, 16, QChar(u'0'));
    return failure(
        Error::Kind::Invalid,
        Words::tr("At %1: “%2” is not part of the formula language.").arg(token.position).arg(shown),
        token.position);
}

} // namespace plumbline
