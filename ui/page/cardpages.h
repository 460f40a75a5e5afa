#pragma once

#include "core/report/card.h"
#include "ui/page/layout.h"

namespace plumbline {

/// The paper a card is printed on, and what its foot says beside the card itself.
struct PageOptions
{
    enum class Paper { A4, Letter };

    Paper paper = Paper::A4;
    QString workspaceTime {}; ///< ISO time the workspace was made; also the document's own date
    QString program {};       ///< "Plumbline 0.1.0"
    QStringList settings {};  ///< "margin.aws=20%": what was asked for this card alone
};

/// A card on pages: the verdict, the parts of conviction, the sized claims and consensus first; then every section, each
/// shown or absent with its reason; the sources last. Pure: the same card gives the same pages.
PaperPages pagesOf(const Card& card, const PageOptions& options, const QLocale& locale);

/// The size of a paper in the layout's units.
QSizeF sizeOf(PageOptions::Paper paper);

} // namespace plumbline
