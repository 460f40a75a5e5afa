#pragma once

#include "core/report/card.h"

#include <QFrame>

#include <memory>

class QComboBox;
class QLabel;

namespace plumbline {

class FigureTable;

/// The calls of one company, to be read: who spoke, as what, sentence by sentence; the sentence asked for is lit.
class CallPane : public QFrame
{
    Q_OBJECT

public:
    explicit CallPane(QWidget* parent = nullptr);

    /// The company whose calls are read; the call shown stays where it is the same company.
    void showCard(const std::shared_ptr<const Card>& card);
    /// Lights a sentence and brings it into the middle of the view, between those around it; 0: just the call.
    void showSentence(const QString& call, int sentence);

    /// The call chosen and what it is, in a line of its own; whoever shows the pane places it.
    QWidget* head() const { return m_head; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void centre();
    const Call* call() const;
    void showCall();

    std::shared_ptr<const Card> m_card {};
    QString m_symbol {};
    QStringList m_held {}; ///< the calls of the company, as their titles tell them
    int m_lit = 0;
    QWidget* m_head = nullptr;
    QComboBox* m_calls = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_hint = nullptr;
    FigureTable* m_table = nullptr;
};

} // namespace plumbline
