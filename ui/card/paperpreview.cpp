#include "ui/card/paperpreview.h"

#include "ui/common/names.h"
#include "ui/common/sizes.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 14; ///< around a sheet

} // namespace

PaperSheets::PaperSheets(PaperPages pages, QWidget* parent) : QWidget(parent), m_pages(std::move(pages))
{
    named(this, u"paperSheets"_s, tr("%n page(s)", nullptr, sheets()));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect PaperSheets::sheetAt(int sheet, int width) const
{
    const int wide = std::max(1, width - 2 * gap);
    const int high = qRound(wide * m_pages.size.height() / m_pages.size.width());
    return {gap, gap + sheet * (high + gap), wide, high};
}

int PaperSheets::heightForWidth(int width) const
{
    return sheetAt(sheets() - 1, width).bottom() + gap;
}

void PaperSheets::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (int i = 0; i < sheets(); ++i) {
        const QRect sheet = sheetAt(i, width());
        if (!sheet.intersects(event->rect()))
            continue;
        painter.save();
        painter.fillRect(sheet, Qt::white); // paper is light, whatever the window wears
        painter.translate(sheet.topLeft());
        const double scale = sheet.width() / m_pages.size.width();
        painter.scale(scale, scale);
        paintPage(painter, m_pages.pages[static_cast<std::size_t>(i)]);
        painter.restore();
    }
}

PaperPreview::PaperPreview(PaperPages pages, const QString& name, QWidget* parent) : QDialog(parent)
{
    named(this, u"paperPreview"_s, tr("Print preview"));
    setWindowTitle(tr("%1 on paper").arg(name));
    resize(within(parent, {820, 900}));
    auto* scroll = named(new QScrollArea, u"paperScroll"_s, tr("Pages"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(new PaperSheets(std::move(pages)));
    auto* buttons =
        named(new QDialogButtonBox(QDialogButtonBox::Close), u"paperButtons"_s, tr("Print preview"));
    named(buttons->button(QDialogButtonBox::Close), u"paperClose"_s, tr("Close the preview"));
    const QPushButton* exporting = named(buttons->addButton(tr("Export PDF …"), QDialogButtonBox::ActionRole),
                                         u"paperExport"_s, tr("Write the card as PDF"));
    connect(exporting, &QPushButton::clicked, this, &PaperPreview::exportAsked);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(scroll);
    layout->addWidget(buttons);
    scroll->setFocus();
}

} // namespace plumbline
