#pragma once

#include <QLayout>

#include <vector>

namespace plumbline {

/// Lays widgets out like words of a paragraph.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(int across, int down, QWidget* parent = nullptr);
    ~FlowLayout() override;
    Q_DISABLE_COPY_MOVE(FlowLayout)

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool place) const;

    int m_across;
    int m_down;
    std::vector<QLayoutItem*> m_items {};
};

} // namespace plumbline
