#pragma once

#include "ui/assumptions/editorrows.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace plumbline {

/// What stands beneath a line when there is need: why what was typed cannot stand, or that the proposal has moved, with
/// the two answers to that. Hidden where there is nothing to say.
class LineNote : public QWidget
{
    Q_OBJECT

public:
    explicit LineNote(QWidget* parent = nullptr);

    void nameFor(const AssumptionRow& row);
    /// An error goes before a review; answers are offered to a review alone.
    void say(const QString& error, const QString& review, bool answerable);
    int heightFor(int width) const;

signals:
    void keepAsked();
    void takeAsked();

private:
    QLabel* m_words;
    QToolButton* m_keep;
    QToolButton* m_take;
};

} // namespace plumbline
