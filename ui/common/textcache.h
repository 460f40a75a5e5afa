#pragma once

#include <QFont>
#include <QHash>
#include <QStaticText>

class QPainter;
class QRect;

namespace plumbline {

/// Single lines of text, laid out once and painted often: a table repaints the same words many times a second.
class TextCache
{
public:
    /// Paints one line in `place`, cut with an ellipsis where it does not fit.
    void paint(QPainter& painter, const QRect& place, const QString& words, const QFont& font,
               Qt::Alignment alignment);

private:
    struct Line
    {
        QStaticText text {};
        int width = 0;
        int height = 0;
    };
    const Line& line(const QString& words, const QFont& font);

    QHash<QString, Line> m_lines {}; ///< by font and words
};

} // namespace plumbline
