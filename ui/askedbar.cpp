#include "ui/askedbar.h"

#include "ui/common/names.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

QLabel* caption(const QString& text, QWidget* of)
{
    auto* own = new QLabel(text);
    own->setForegroundRole(QPalette::PlaceholderText);
    own->setBuddy(of);
    return own;
}

} // namespace

AskedBar::AskedBar(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_scoringModel(named(new QComboBox, u"scoringModelBox"_s, tr("Scoring model")))
    , m_scenario(named(new QComboBox, u"scenarioBox"_s, tr("Scenario")))
{
    for (QComboBox* box : {m_scoringModel, m_scenario})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_scoringModel->setToolTip(tr("Scoring model"));
    m_scenario->setToolTip(tr("Scenario"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_captions = {caption(tr("Scoring model"), m_scoringModel), caption(tr("Scenario"), m_scenario)};
    layout->addWidget(m_captions.first());
    layout->addWidget(m_scoringModel);
    layout->addSpacing(6);
    layout->addWidget(m_captions.last());
    layout->addWidget(m_scenario);
    connect(m_scoringModel, &QComboBox::activated, this,
            [this](int at) { m_desk.setScoringModel(m_scoringModel->itemData(at).toString()); });
    connect(m_scenario, &QComboBox::activated, this, [this](int at) {
        if (const QString name = m_scenario->itemData(at).toString(); !name.isEmpty()) {
            m_desk.setScenario(name);
            return;
        }
        follow(); // "New scenario …" is no scenario
        emit newScenarioAsked();
    });
    follow();
}

void AskedBar::follow()
{
    const QSignalBlocker quietModel(m_scoringModel);
    const QSignalBlocker quietScenario(m_scenario);
    std::vector<Scenario> scenarios = m_desk.scenarios();
    if (scenarios != m_scenarios || m_desk.scoringModels() != m_scoringModels) {
        m_scenarios = std::move(scenarios);
        m_scoringModels = m_desk.scoringModels();
        fill();
    }
    m_scoringModel->setCurrentIndex(m_scoringModel->findData(m_desk.scoringModel()));
    m_scenario->setCurrentIndex(m_scenario->findData(m_desk.scenario()));
    setEnabled(!m_scenarios.empty());
}

void AskedBar::showCaptions(bool shown)
{
    for (QLabel* one : std::as_const(m_captions))
        one->setVisible(shown);
}

void AskedBar::fill()
{
    m_scoringModel->clear();
    for (const QString& id : std::as_const(m_scoringModels))
        m_scoringModel->addItem(id, id);
    m_scenario->clear();
    for (const Scenario& scenario : m_scenarios) {
        m_scenario->addItem(scenario.name, scenario.name);
        m_scenario->setItemData(m_scenario->count() - 1, scenario.note, Qt::ToolTipRole);
    }
    if (m_scenarios.empty())
        return;
    m_scenario->insertSeparator(m_scenario->count());
    m_scenario->addItem(tr("New scenario …"), QString());
}

void AskedBar::nextScenario()
{
    const std::vector<Scenario> all = m_desk.scenarios();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].name == m_desk.scenario()) {
            m_desk.setScenario(all[(i + 1) % all.size()].name);
            return;
        }
}

void AskedBar::nextScoringModel()
{
    const QStringList all = m_desk.scoringModels();
    if (!all.isEmpty())
        m_desk.setScoringModel(all[(all.indexOf(m_desk.scoringModel()) + 1) % all.size()]);
}

} // namespace plumbline
