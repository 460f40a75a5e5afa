#pragma once

#include "ui/page/papertext.h"

#include <QRectF>

#include <functional>
#include <variant>

namespace plumbline {

/// What a document is made of, from top to bottom. Where each stands is the layout's business.

/// Begins a section; never the last thing on a page. It is a bookmark too.
struct HeadingBlock
{
    QString title {};
    QString note {};
};

struct ParagraphBlock
{
    PaperText text {};
    double indent = 0;
    double after = 40;
};

struct PaperColumn
{
    QString title {};
    double share = 1; ///< of the width, beside the other columns' shares
    Qt::Alignment align = Qt::AlignLeft;
};

struct PaperRow
{
    std::vector<PaperText> cells {};
    bool total = false; ///< under a strong line
    int span = 1;       ///< columns the first cell takes
};

/// Rows are never split; the titles of the columns stand on every page the table reaches.
struct TableBlock
{
    std::vector<PaperColumn> columns {};
    std::vector<PaperRow> rows {};
    bool ruled = true;         ///< a fine line between rows
    bool quotes = false;       ///< a bar at the left of each cell
    bool keepWithNext = false; ///< its last row does not end a page
    bool together = false;     ///< what is less than half a page stands on one
    double indent = 0;
};

/// Words in frames beside each other: the verdicts.
struct TilesBlock
{
    std::vector<std::pair<QString, QString>> tiles {}; ///< a title and a word
};

/// Anything painted, as vectors.
struct PictureBlock
{
    double height = 0;
    std::function<void(QPainter&, const QRectF&)> paint {};
};

struct GapBlock
{
    double height = 0;
};

using Block = std::variant<HeadingBlock, ParagraphBlock, TableBlock, TilesBlock, PictureBlock, GapBlock>;

} // namespace plumbline
