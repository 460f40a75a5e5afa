#pragma once

#include "core/desk/desk.h"
#include "tests/bench/windowbenchmeasure.h"
#include "ui/card/cardpane.h"
#include "ui/mainwindow.h"
#include "ui/ranking/rankingview.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>

namespace plumbline {

inline constexpr QSize windowSize {1600, 900};

QLocale english();

/// Our window on a workspace, and what it has painted. The ranking and the card count as seen once they are painted after
/// their last change.
class OurWindow
{
public:
    explicit OurWindow(const QString& workspace);
    ~OurWindow();
    Q_DISABLE_COPY_MOVE(OurWindow)

    /// Until the first ranking is seen.
    void waitForRanking();
    void waitUntilComplete();
    /// Until nothing more comes.
    void settle();

    bool rankingSeen() const { return !m_rankingStale; }
    bool cardSeen() const { return !m_cardStale; }
    /// From now on ranking and card count as unseen until they are painted.
    void forget();
    /// From now on the ranking counts as seen unless its model changes.
    void expectNothing() { m_rankingStale = false; }
    double elapsed() const { return static_cast<double>(m_since.nsecsElapsed()) / 1e6; }

    Desk& desk() { return m_desk; }
    RankingView* ranking() { return m_ranking; }
    CardPane* card() { return m_card; }
    MainWindow& window() { return m_window; }
    RankedCompany row(const QString& symbol) const;
    /// The texts somebody sees on the card: labels, fields, and cells of tables.
    int textsOnCard() const;

    double madeAt = -1;
    double openedAt = -1;
    double rankedAt = -1;

private:
    void take(const QWidget* widget);
    void watchModel();

    QElapsedTimer m_since {}; ///< first: before what is measured is made
    QTemporaryDir m_folder {};
    QSettings m_settings {m_folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    Desk m_desk {english()};
    MainWindow m_window {m_desk, m_settings, english()};
    RankingView* m_ranking = m_window.findChild<RankingView*>();
    CardPane* m_card = m_window.findChild<CardPane*>();
    bool m_rankingStale = true;
    bool m_cardStale = true;
};

} // namespace plumbline
