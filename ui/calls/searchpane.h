#pragma once

#include "core/desk/callsearch.h"

#include <QFrame>
#include <QLocale>
#include <QTimer>

class QLabel;
class QLineEdit;

namespace plumbline {

class FigureTable;

/// Finds sentences in all calls by one line: words, phrases and filters; the best first, the words marked.
class SearchPane : public QFrame
{
    Q_OBJECT

public:
    explicit SearchPane(const QLocale& locale, QWidget* parent = nullptr);

    /// The line with the focus, what is in it chosen.
    void begin();
    /// What was typed is looked up again: the calls have changed, or another workspace is open.
    void askAgain();
    void showFound(const CallsFound& found);
    /// Says where the line cannot be read; what was found before is taken away.
    void showRefusal(const QString& sentence);
    /// Opens the sentence chosen.
    void openCurrent();

    /// The line, in a place of its own; whoever shows the pane places it.
    QWidget* head() const { return m_head; }

signals:
    void asked(const QString& line);
    void sentenceChosen(const QString& symbol, const QString& call, int sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask();
    void list(const std::vector<Found>& found);
    bool keyInLine(int key);
    bool keyInTable(int key);

    QLocale m_locale;
    std::vector<Found> m_found {};
    QTimer m_typed {}; ///< a line is looked up when typing pauses
    QWidget* m_head = nullptr;
    QLineEdit* m_line = nullptr;
    QLabel* m_note = nullptr;
    FigureTable* m_table = nullptr;
};

} // namespace plumbline
