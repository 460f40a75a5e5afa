#pragma once

#include <QFrame>
#include <QLocale>

class QLabel;
class QTimer;
class QTreeView;

namespace plumbline {

class TraceModel;
struct Card;

/// What stands behind the figure chosen last, as a tree down to sentences, fields and assumptions.
class TracePane : public QFrame
{
    Q_OBJECT

public:
    explicit TracePane(const QLocale& locale, QWidget* parent = nullptr);

    void showFigure(const Card& card, const QString& figure);
    /// Another card: of the same company the figure stays, and follows one frame behind the card; of another company it is
    /// `first`.
    void followCard(std::shared_ptr<const Card> card, const QString& first);
    const QString& figure() const { return m_figure; }
    /// Whose figure it is.
    const QString& symbol() const { return m_symbol; }
    void clear();
    /// Opens the sentence behind the leaf that is chosen, or else says the figure it stands on.
    void openCurrent();
    QTreeView* tree() const { return m_tree; }
    /// What is traced, in a line of its own; whoever shows the pane places it.
    QWidget* head() const;

signals:
    void sentenceChosen(const QString& call, int sentence);
    /// A figure inside the tree was opened: it becomes the one that is traced.
    void figureChosen(const QString& figure);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow();

    QLocale m_locale;
    std::shared_ptr<const Card> m_next {}; ///< to be followed
    QString m_first {};
    QString m_figure {};
    QString m_symbol {};
    QLabel* m_title = nullptr;
    TraceModel* m_model = nullptr;
    QTimer* m_frame = nullptr; ///< until the card is painted
    QTimer* m_fit = nullptr;   ///< rows are fitted once after many changes of width
    QTreeView* m_tree = nullptr;
};

} // namespace plumbline
