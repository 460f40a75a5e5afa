#pragma once

#include "core/desk/desk.h"
#include "ui/common/theme.h"

#include <QLocale>
#include <QMainWindow>

#include <memory>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace plumbline {

class CardPane;
class RankingModel;
class RankingView;
class TracePane;

/// The window: the ranking, the card of the company chosen in it, and what stands behind the figure chosen on the card.
/// It shows a workspace and changes nothing in it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QSettings& settings, const QLocale& locale, QWidget* parent = nullptr);

    void openWorkspace(std::shared_ptr<const WorkspaceData> workspace, const QString& name);
    /// Says in place of the ranking what is wrong or under way, and what to do next.
    void showMessage(const QString& what, const QString& next);

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeToolBar();
    QWidget* rankingPane();
    QWidget* message();
    void connectParts();
    void addShortcuts();
    void restore();
    void setTheme(Theme theme);

    void ask();
    void receive(std::shared_ptr<const std::vector<Card>> ranked);
    void showCard(const QString& symbol);
    void showFigure(const QString& figure);
    void jump(const QString& typed);
    void leaveJump();
    void countCompanies();
    const Card* card() const;

    QSettings& m_settings;
    QLocale m_locale;
    Theme m_theme = Theme::Dark;
    RankingModel* m_model = nullptr;
    RankingView* m_ranking = nullptr;
    CardPane* m_card = nullptr;
    TracePane* m_trace = nullptr;
    QStackedWidget* m_pages = nullptr;
    QSplitter* m_across = nullptr;
    QSplitter* m_down = nullptr;
    QLabel* m_message = nullptr;
    QLabel* m_next = nullptr;
    QLabel* m_workspaceName = nullptr;
    QLabel* m_companies = nullptr;
    QLabel* m_asked = nullptr;
    QLineEdit* m_jump = nullptr;
    QComboBox* m_scoringModel = nullptr;
    QComboBox* m_scenario = nullptr;
    QAction* m_themeAction = nullptr;

    std::shared_ptr<const WorkspaceData> m_workspace {};
    std::shared_ptr<const std::vector<Card>> m_ranked {};
    QHash<QString, int> m_before {}; ///< ranks in scenario base with the first scoring model, to compare with
    QString m_symbol {};
    int m_question = 0; ///< the latest question wins
};

} // namespace plumbline
