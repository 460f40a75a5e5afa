#pragma once

#include <QLabel>
#include <QTextLayout>

namespace plumbline {

/// Some sentences, broken into lines, to be read and copied. A QLabel of such a kind forms its glyphs a dozen times before
/// it is first seen; this one keeps them while it is measured.
class Paragraph : public QLabel
{
    Q_OBJECT

public:
    explicit Paragraph(QWidget* parent = nullptr);

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void take() const;

    mutable QTextLayout m_glyphs {}; ///< of the text that was measured last
    mutable QString m_measured {};
};

} // namespace plumbline
