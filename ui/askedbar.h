#pragma once

#include "core/desk/desk.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace plumbline {

/// What is asked of the desk: the scoring model and the scenario, as boxes of the tool bar.
class AskedBar : public QWidget
{
    Q_OBJECT

public:
    explicit AskedBar(Desk& desk, QWidget* parent = nullptr);

    /// Shows what the desk has now.
    void follow();
    /// Whether words stand before the boxes: where there is little room their tool tips say what they are.
    void showCaptions(bool shown);
    /// The next in the box, from the last to the first.
    void nextScenario();
    void nextScoringModel();

signals:
    void newScenarioAsked();

private:
    void fill();

    Desk& m_desk;
    std::vector<Scenario> m_scenarios {}; ///< what the boxes hold
    QStringList m_scoringModels {};
    QComboBox* m_scoringModel = nullptr;
    QComboBox* m_scenario = nullptr;
    QList<QLabel*> m_captions {};
};

} // namespace plumbline
