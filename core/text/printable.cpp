#include "core/text/printable.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Printable)
};

bool turnsOrHides(QChar letter)
{
    const char16_t code = letter.unicode();
    if (code == u'\n' || code == u'\t')
        return false;
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x061c
        || (code >= 0x200e && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)
        || (code >= 0x2066 && code <= 0x2069) || code == 0xfeff || code == 0x2028 || code == 0x2029
        || (code >= 0xfff9 && code <= 0xfffc);
}

} // namespace

QString printable(const QString& text, qsizetype most)
{
    QString shown = text.left(most);
    if (text.size() > most && shown.back().isHighSurrogate())
        shown.chop(1);
    shown.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(u'\t', u' ');
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const bool pair = shown[i].isHighSurrogate() && i + 1 < shown.size() && shown[i + 1].isLowSurrogate();
        if (pair)
            ++i;
        else if (shown[i].isSurrogate() || turnsOrHides(shown[i]))
            shown[i] = QChar::ReplacementCharacter;
    }
    if (text.size() > most)
        shown += Words::tr(" … (cut: %n more letter(s))", nullptr,
                           static_cast<int>(std::min<qsizetype>(text.size() - most, 999'999'999)));
    return shown;
}

} // namespace plumbline
