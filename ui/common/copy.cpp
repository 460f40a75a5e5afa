#include "ui/common/copy.h"

#include "ui/common/roles.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QPalette>

#include <algorithm>

namespace plumbline {

namespace {

/// A cell may not break the table it is pasted into.
QString plain(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ').trimmed();
}

} // namespace

void copySelection(const QAbstractItemView& view, CopyHeaders headers)
{
    if (view.selectionModel() == nullptr)
        return;
    QModelIndexList cells = view.selectionModel()->selectedIndexes();
    if (cells.isEmpty())
        return;
    std::sort(cells.begin(), cells.end());
    QStringList lines;
    if (headers == CopyHeaders::Yes) {
        QStringList titles;
        for (const QModelIndex& cell : cells)
            if (cell.row() == cells.first().row())
                titles.append(plain(view.model()->headerData(cell.column(), Qt::Horizontal).toString()));
        lines.append(titles.join(u'\t'));
    }
    QStringList line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        line.append(plain(cells[i].data(RawRole).toString()));
        if (i + 1 == cells.size() || cells[i + 1].row() != cells[i].row()) {
            lines.append(line.join(u'\t'));
            line.clear();
        }
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void copyPicture(QWidget& shown)
{
    constexpr int crisp = 2;
    QImage picture(shown.size() * crisp, QImage::Format_RGB32);
    picture.setDevicePixelRatio(crisp);
    picture.fill(shown.palette().color(QPalette::Window));
    shown.render(&picture);
    QGuiApplication::clipboard()->setImage(picture);
}

} // namespace plumbline
