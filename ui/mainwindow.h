#pragma once

#include "core/desk/desk.h"
#include "ui/actions/questions.h"
#include "ui/common/theme.h"

#include <QLocale>
#include <QMainWindow>
#include <QPointer>

#include <memory>

class QLabel;
class QSettings;
class QStackedWidget;

namespace plumbline {

class Actions;
class AskedBar;
class CallImport;
class CardExport;
class CallPane;
class CallSearch;
class CardPane;
class CommandBox;
class MessagePage;
class PaletteModel;
class RankingModel;
class RankingView;
class RefreshPane;
class SearchPane;
class StatusLine;
class TracePane;
class Workbench;

/// The window: the ranking, the card of the company chosen in it, what stands behind the figure chosen on the card, and
/// the calls. What is changed in it goes to the desk, and comes back from there.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Desk& desk, QSettings& settings, const QLocale& locale,
               Questions questions = dialogQuestions(), QWidget* parent = nullptr);
    ~MainWindow() override;
    Q_DISABLE_COPY_MOVE(MainWindow)

    /// Says in place of the panes what is wrong or under way, and what to do next.
    void showMessage(const QString& what, const QString& next);
    /// Says why a workspace could not be opened or made: in the status line where another one is open and stays so.
    void showFailure(const Error& error);
    const Actions& actions() const { return *m_actions; }

signals:
    /// The user wants another workspace: an existing one, a new one at a path, the sample.
    void openAsked(const QString& path);
    void newAsked(const QString& path);
    void sampleAsked();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct SentencePlace
    {
        QString symbol {};
        QString call {};
        int sentence = 0;
    };

    void makeToolBar();
    void makePanes();
    void connectPanes();
    void connectDesk();
    void makeActions();
    void addFileActions();
    void addEditActions();
    void addScenarioActions();
    void addGoActions();
    void addViewActions();
    void makeMenus();
    void restore();
    void setTheme(ColourTheme theme);

    void showWorkspace();
    void showRanking();
    void showCompany(const QString& symbol);
    void showCard(const QString& symbol);
    void showFigure(const QString& figure);
    void showSentence(const QString& call, int sentence);
    void showImportedCall(const QString& symbol, const QString& call);
    void showSentenceOf(const QString& symbol, const QString& call, int sentence);
    void openSearch();
    void connectSearch();
    void connectRefresh();
    void addRefreshActions();
    void refresh(const QStringList& symbols, bool again);
    void openRefresh();
    void showRefreshing(bool under);
    void showUndo();
    void showSaving();
    void whenSaved(const Questions::Agreed& then);
    void askAboutUnsaved(std::size_t changes, const Questions::Agreed& then);
    void countCompanies();
    std::shared_ptr<const Card> baseOf(const std::shared_ptr<const Card>& card);

    QStringList companiesShown() const;
    void openCompany(const QString& symbol);
    void leaveCommandBox();
    void goBack();
    void openTrace();
    void openCall();
    void editAssumption();
    void copy(bool withHeaders);
    void askNewScenario();
    void askRemoveScenario();

    Desk& m_desk;
    QSettings& m_settings;
    QLocale m_locale;
    Questions m_questions;
    ColourTheme m_theme = ColourTheme::Dark;
    Actions* m_actions = nullptr;
    RankingModel* m_model = nullptr;
    RankingView* m_ranking = nullptr;
    CardPane* m_card = nullptr;
    TracePane* m_trace = nullptr;
    CallPane* m_calls = nullptr;
    CallImport* m_import = nullptr;
    CardExport* m_export = nullptr;
    SearchPane* m_search = nullptr;
    RefreshPane* m_refresh = nullptr;
    CallSearch* m_searching = nullptr;
    Workbench* m_bench = nullptr;
    MessagePage* m_message = nullptr;
    QStackedWidget* m_pages = nullptr;
    StatusLine* m_status = nullptr;
    QLabel* m_workspaceName = nullptr;
    PaletteModel* m_palette = nullptr;
    CommandBox* m_command = nullptr;
    AskedBar* m_asked = nullptr;
    QPointer<QWidget> m_cameFrom {}; ///< what had the focus before the command box
    bool m_isLeaving = false;        ///< what could not be saved has been given up

    QString m_symbol {};
    std::shared_ptr<const Card> m_shown {};
    SentencePlace m_toShow {}; ///< once its company's card is there
    QStringList m_history {};  ///< companies looked at before, the last one at the end
    std::shared_ptr<const Card> m_base {};
    QString m_baseKey {}; ///< what m_base was made from
};

} // namespace plumbline
