#pragma once

#include <QFont>
#include <QHash>
#include <QStaticText>

class QPainter;
class QRect;

namespace plumbline {

/// Text laid out once and painted often: a table measures and repaints the same words many times a second.
class TextCache
{
public:
    /// Paints one line in `place`, cut with an ellipsis where it does not fit.
    void paint(QPainter& painter, const QRect& place, const QString& words, const QFont& font,
               Qt::Alignment alignment);

    /// Paints text that is broken between words to the width of `place`, and cut where that is too small.
    void paintWrapped(QPainter& painter, const QRect& place, const QString& words, const QFont& font,
                      Qt::Alignment alignment);
    /// The height of text broken to a width; 0 for none.
    int wrappedHeight(const QString& words, const QFont& font, int width);

private:
    struct Line
    {
        QStaticText text {};
        int width = 0;
        int height = 0;
    };
    const Line& line(const QString& words, const QFont& font);
    const Line& wrapped(const QString& words, const QFont& font, int width, Qt::Alignment alignment);
    const Line& keep(const QString& key, const QFont& font, const QStaticText& text);

    QHash<QString, Line> m_lines {}; ///< by font, words, and for broken text width and side
};

} // namespace plumbline
