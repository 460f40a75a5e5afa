#include "ui/common/textcache.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextOption>

#include <cmath>

namespace plumbline {

namespace {

constexpr qsizetype most = 4096; ///< texts kept; more are thrown away together

/// Tells fonts of one family apart.
QString mark(const QFont& font)
{
    return QString(QChar(static_cast<ushort>(font.weight())))
         + QChar(static_cast<ushort>(font.pointSizeF() * 10));
}

} // namespace

void TextCache::paint(QPainter& painter, const QRect& place, const QString& words, const QFont& font,
                      Qt::Alignment alignment)
{
    if (words.isEmpty() || place.width() <= 0)
        return;
    const Line* own = &line(words, font);
    if (own->width > place.width() + 1)
        own = &line(QFontMetrics(font).elidedText(words, Qt::ElideRight, place.width()), font);
    const int left = alignment.testFlag(Qt::AlignRight) ? place.right() + 1 - own->width : place.left();
    painter.setFont(font);
    painter.drawStaticText(left, place.top() + (place.height() - own->height) / 2, own->text);
}

void TextCache::paintWrapped(QPainter& painter, const QRect& place, const QString& words, const QFont& font,
                             Qt::Alignment alignment)
{
    if (words.isEmpty() || place.width() <= 0)
        return;
    const Line& own = wrapped(words, font, place.width(), alignment);
    const bool fits = own.width <= place.width() && own.height <= place.height();
    const int spare = std::max(0, place.height() - own.height);
    const int above = alignment.testFlag(Qt::AlignVCenter) ? spare / 2 : 0;
    painter.setFont(font);
    if (!fits) {
        painter.save();
        painter.setClipRect(place, Qt::IntersectClip);
    }
    painter.drawStaticText(place.left(), place.top() + above, own.text);
    if (!fits)
        painter.restore();
}

int TextCache::wrappedHeight(const QString& words, const QFont& font, int width)
{
    return words.isEmpty() ? 0 : wrapped(words, font, width, Qt::AlignLeft).height;
}

const TextCache::Line& TextCache::line(const QString& words, const QFont& font)
{
    const QString key = words + mark(font);
    if (const auto found = m_lines.constFind(key); found != m_lines.constEnd())
        return *found;
    return keep(key, font, QStaticText(words));
}

const TextCache::Line& TextCache::wrapped(const QString& words, const QFont& font, int width,
                                          Qt::Alignment alignment)
{
    const bool right = alignment.testFlag(Qt::AlignRight);
    const QString key = words + mark(font) + QChar(static_cast<ushort>(width)) + (right ? u'r' : u'l');
    if (const auto found = m_lines.constFind(key); found != m_lines.constEnd())
        return *found;
    QStaticText text(QString(words).replace(u'\n', QChar::LineSeparator)); // it takes a new line for a blank
    QTextOption option(right ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WordWrap);
    text.setTextOption(option);
    text.setTextWidth(width);
    return keep(key, font, text);
}

const TextCache::Line& TextCache::keep(const QString& key, const QFont& font, const QStaticText& text)
{
    if (m_lines.size() > most)
        m_lines.clear();
    Line made {text};
    made.text.setTextFormat(Qt::PlainText);
    made.text.setPerformanceHint(QStaticText::AggressiveCaching);
    made.text.prepare({}, font);
    made.width = static_cast<int>(std::ceil(made.text.size().width()));
    made.height = static_cast<int>(std::ceil(made.text.size().height()));
    return *m_lines.insert(key, made);
}

} // namespace plumbline
