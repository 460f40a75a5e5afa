#pragma once

#include "ui/page/layout.h"

#include <QDialog>

namespace plumbline {

/// The pages of a printed card, one under the other, as wide as the window gives.
class PaperSheets : public QWidget
{
    Q_OBJECT

public:
    explicit PaperSheets(PaperPages pages, QWidget* parent = nullptr);

    int sheets() const { return static_cast<int>(m_pages.pages.size()); }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    /// The top of a sheet, where it is `width` wide.
    QRect sheetAt(int sheet, int width) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PaperPages m_pages;
};

/// What a card looks like on paper, before it is exported.
class PaperPreview : public QDialog
{
    Q_OBJECT

public:
    PaperPreview(PaperPages pages, const QString& name, QWidget* parent);

signals:
    void exportAsked();
};

} // namespace plumbline
