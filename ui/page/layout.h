#pragma once

#include "ui/page/blocks.h"

#include <QSizeF>

namespace plumbline {

/// Something with a place on a page.
struct Placed
{
    enum class Role { Text, Heading, ColumnTitle, Cell, Line, Fill, Picture, Furniture };

    Role role = Role::Text;
    QRectF place {};
    ShapedText text {};
    int firstLine = 0;
    int lastLine = -1;
    QRgb colour = 0; ///< Line, Fill
    std::function<void(QPainter&, const QRectF&)> paint {};
    QString link {};
    int table = -1; ///< Cell, ColumnTitle: which table of the document
    int row = -1;   ///< Cell
};

struct PlacedPage
{
    std::vector<Placed> items {};
};

/// A heading and where it stands: a bookmark.
struct Bookmark
{
    QString title {};
    int page = 0;
    double top = 0;
};

struct PaperPages
{
    QSizeF size {};
    QRectF body {}; ///< where blocks may stand; above and below it are header and footer
    std::vector<PlacedPage> pages {};
    std::vector<Bookmark> bookmarks {};
};

/// Lays out blocks on as many pages as they need. Pure: the same blocks give the same places.
PaperPages laidOut(const std::vector<Block>& blocks, const QSizeF& size);

/// Paints one page; the painter's units are those of the layout.
void paintPage(QPainter& painter, const PlacedPage& page);

} // namespace plumbline
