#pragma once

#include <QTableView>

class QLabel;
class QPushButton;

namespace plumbline {

class FilterHeader;
class RankingModel;

/// The ranking on screen. Letters typed in it are handed on to the jump box; a company is chosen by row.
class RankingView : public QTableView
{
    Q_OBJECT

public:
    explicit RankingView(RankingModel& model, QWidget* parent = nullptr);

    QString symbol() const;
    /// Chooses a row and brings it into view.
    void choose(int row);
    /// The next company, or with -1 the one before, in the order shown.
    void step(int by);

signals:
    void chosen(const QString& symbol);
    void opened(const QString& symbol);
    void figureChosen(const QString& figure);
    void typed(const QString& letters);
    void filtered();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyboardSearch(const QString&) override {} // the jump box does it

private:
    void addFilters();
    void addWordsForNone();
    void sayWhereNoneIsLeft();

    RankingModel& m_model;
    FilterHeader* m_header;
    QLabel* m_none;
    QPushButton* m_all;
    QString m_chosen {};
};

} // namespace plumbline
