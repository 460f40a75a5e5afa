#pragma once

#include "ui/page/ink.h"

#include <QString>

#include <limits>
#include <memory>
#include <vector>

class QPainter;
class QPointF;
class QTextLayout;

namespace plumbline {

/// A stretch of text of one look.
struct TextRun
{
    QString text {};
    double points = 8.5;
    bool bold = false;
    QRgb colour = ink::text;
};

/// What stands in a cell or a paragraph. A run that begins a new line begins with '\n'.
struct PaperText
{
    std::vector<TextRun> runs {};
    Qt::Alignment align = Qt::AlignLeft;
    QString link {}; ///< a web address, or empty
    QRgb swatch = 0; ///< a small square of this colour before the text; 0: none

    PaperText() = default;
    PaperText(TextRun run, Qt::Alignment where = Qt::AlignLeft) : runs {std::move(run)}, align(where) {}
    PaperText(std::vector<TextRun> several, Qt::Alignment where = Qt::AlignLeft)
        : runs(std::move(several))
        , align(where)
    {}
};

/// Text broken into lines of one width, each with its place.
class ShapedText
{
public:
    ShapedText() = default;
    /// Breaks `text` into lines; what does not fit into `height` is cut at a line, and the last line says so.
    ShapedText(const PaperText& text, double width, double height = std::numeric_limits<double>::infinity());

    double height() const { return m_height; }
    double width() const; ///< of the longest line
    int lines() const;
    double lineTop(int line) const;
    double lineBottom(int line) const;
    QString text() const;

    /// Draws lines `first` up to `last`, the first of them at the top of `place`.
    void draw(QPainter& painter, const QPointF& place, int first = 0, int last = -1) const;

private:
    void shape(const std::vector<TextRun>& runs, Qt::Alignment align, double width);

    std::shared_ptr<QTextLayout> m_layout {};
    double m_height = 0;
};

} // namespace plumbline
