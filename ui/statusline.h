#pragma once

#include "core/desk/desk.h"

#include <QStatusBar>

class QLabel;

namespace plumbline {

/// The line at the bottom: what is shown, what is being computed, and whether it is on the disk.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(const QLocale& locale, QWidget* parent = nullptr);

    void showCompanies(int shown, int hidden, int undecided);
    void showProgress(std::size_t made, std::size_t companies);
    /// How far a refresh is; nothing: none is under way.
    void showRefresh(const QString& words);
    void showSaving(const Saving& saving);
    void showAsked(const QString& scenario, const QString& scoringModel);
    /// Says something that passes, also to a screen reader.
    void announce(const QString& sentence);

private:
    QLabel* part(const QString& objectName, const QString& accessibleName);

    QLocale m_locale;
    QLabel* m_companies = nullptr;
    QLabel* m_progress = nullptr;
    QLabel* m_refresh = nullptr;
    QLabel* m_asked = nullptr;
    QLabel* m_saving = nullptr;
};

} // namespace plumbline
