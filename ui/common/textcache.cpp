#include "ui/common/textcache.h"

#include <QFontMetrics>
#include <QPainter>

#include <cmath>

namespace plumbline {

namespace {

constexpr qsizetype most = 4096; ///< lines kept; more are thrown away together

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

const TextCache::Line& TextCache::line(const QString& words, const QFont& font)
{
    QString key = words;
    key.append(QChar(static_cast<ushort>(font.weight())))
        .append(QChar(static_cast<ushort>(font.pointSizeF() * 10)));
    if (const auto found = m_lines.constFind(key); found != m_lines.constEnd())
        return *found;
    if (m_lines.size() > most)
        m_lines.clear();
    Line made {QStaticText(words)};
    made.text.setTextFormat(Qt::PlainText);
    made.text.setPerformanceHint(QStaticText::AggressiveCaching);
    made.text.prepare({}, font);
    made.width = static_cast<int>(std::ceil(made.text.size().width()));
    made.height = static_cast<int>(std::ceil(made.text.size().height()));
    return *m_lines.insert(key, made);
}

} // namespace plumbline
