#pragma once

#include "ui/refresh/refreshrows.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace plumbline {

class FigureTable;

/// The refresh: how far it is, what failed and why, what was not to be had, and what changed. What failed can be tried
/// again, one or all.
class RefreshPane : public QFrame
{
    Q_OBJECT

public:
    explicit RefreshPane(const QLocale& locale, QWidget* parent = nullptr);

    /// Another workspace: nothing is known of a refresh.
    void clear();
    void showProgress(const RefreshProgress& progress);
    void add(const CompanyRefreshed& company);
    void showLeft(const std::vector<RefreshJob>& jobs);
    /// `why`: it could not go on.
    void showEnd(const QString& why);

    /// Progress and buttons, in a place of their own; whoever shows the pane places it.
    QWidget* head() const { return m_head; }

signals:
    void pauseAsked();
    void resumeAsked();
    void cancelAsked();
    void againAsked(const QStringList& symbols);
    void companyChosen(const QString& symbol);

private:
    void makeHead();
    void showButtons();
    QString endOf(const QString& why) const;
    void list();
    QStringList failed() const;
    QStringList chosen() const;

    QLocale m_locale;
    RefreshProgress m_progress {};
    bool m_isRunning = false;
    int m_recent = 0; ///< companies that nothing had to be asked for
    QString m_end {}; ///< what came of the last one
    std::vector<RefreshLine> m_lines {};
    QTimer m_gather {}; ///< many companies are listed together
    QWidget* m_head = nullptr;
    QLabel* m_words = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_again = nullptr;
    QLabel* m_note = nullptr;
    FigureTable* m_table = nullptr;
};

} // namespace plumbline
