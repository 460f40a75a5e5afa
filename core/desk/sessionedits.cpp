#include "core/desk/session.h"
#include "core/formula/parse.h"
#include "core/uplift/overlap.h"

#include <QDateTime>

#include <utility>

namespace plumbline {

/// Calls `work` with what is proposed where `subject` is: the company's card says it, if it is at hand.
template<typename Work>
auto Session::held(const QString& subject, const Work& work) const
{
    const auto card = m_shelf.find(subject.section(u'/', 1, 1));
    const std::vector<Assumption> none;
    return work(Proposed {card != nullptr ? &card->coverage : nullptr, m_frame.global,
                          card != nullptr ? card->shares : none});
}

void Session::preview(const QString& subject, const QString& field, const QString& value)
{
    if (m_preview && (m_preview->subject != subject || m_preview->field != field))
        touch({m_preview->subject, m_preview->field});
    const Choice* standing = choiceFor(m_frame.decisions.choices, m_scenario, subject, field);
    m_preview = standing != nullptr ? *standing : Choice {.subject = subject, .field = field};
    m_preview->scenario = m_scenario;
    m_preview->value = value;
    touch({subject, field});
}

void Session::cancelPreview()
{
    if (!m_preview)
        return;
    const Choice was = *std::exchange(m_preview, std::nullopt);
    touch({was.subject, was.field});
}

bool Session::mayEdit()
{
    if (m_saver.saving().state != Saving::State::ReadOnly)
        return true;
    cancelPreview();
    emit refused(m_saver.saving().reason);
    return false;
}

/// Whether a value can stand in its place: its bounds at once, its units and rings on the company's figures.
Result<void> Session::accepts(const Choice& choice) const
{
    const auto card = m_shelf.find(choice.subject.section(u'/', 1, 1));
    const bool everybody = !choice.subject.startsWith(u"company/") && !choice.subject.startsWith(u"claim/");
    if (card == nullptr && !everybody)
        return {}; // its card will say what is wrong with it
    auto fits = held(choice.subject,
                     [&](const Proposed& proposed) { return fitsPlace(proposed, choice, nameOf(choice)); });
    if (!fits || card == nullptr || parseLiteral(choice.value))
        return fits;
    Decisions decisions = decisionsAbout(m_frame.decisions, card->coverage.dossier.symbol);
    Edit edit;
    edit.changes.emplace_back(Change<Choice> {std::nullopt, choice});
    apply(decisions, edit);
    const Sheet sheet =
        sheetFor(Basis {card->coverage, m_frame.global, card->shares, decisions.choices, choice.scenario},
                 card->scoringModel);
    if (const auto error = refusedBy(sheet, choice, nameOf(choice)))
        return tl::unexpected(*error);
    return {};
}

void Session::commit(const QString& subject, const QString& field, const QString& value, const QString& title)
{
    if (!mayEdit())
        return;
    const Choice choice {
        .scenario = m_scenario, .subject = subject, .field = field, .value = value.trimmed()};
    if (const auto accepted = accepts(choice); !accepted) {
        cancelPreview();
        emit refused(accepted.error().message);
        return;
    }
    Edit edit = held(subject, [&](const Proposed& proposed) {
        return chosen(proposed, m_frame.decisions, choice, title);
    });
    cancelPreview();
    keep(std::move(edit));
}

void Session::reset(const QString& subject, const QString& field, const QString& title)
{
    if (!mayEdit())
        return;
    cancelPreview();
    Edit edit = takenBack(m_frame.decisions, m_scenario, subject, field, title);
    keep(std::move(edit));
}

void Session::addScenario(const QString& name, const QString& note)
{
    if (!mayEdit())
        return;
    auto edit = scenarioAdded(m_frame.decisions, {name, note});
    if (edit)
        keep(std::move(*edit));
    else
        emit refused(edit.error().message);
}

void Session::removeScenario(const QString& name)
{
    if (!mayEdit())
        return;
    auto edit = scenarioRemoved(m_frame.decisions, name);
    if (edit)
        keep(std::move(*edit));
    else
        emit refused(edit.error().message);
}

void Session::keep(Edit edit)
{
    if (edit.changes.empty())
        return;
    edit.at = QDateTime::currentMSecsSinceEpoch();
    edit.author = QStringLiteral("analyst");
    apply(m_frame.decisions, edit);
    m_frame.edits.undone.clear();
    m_frame.edits.done.push_back(edit);
    m_saver.commit(edit);
    moved(edit);
}

void Session::undo()
{
    if (m_frame.edits.done.empty() || !mayEdit())
        return;
    cancelPreview();
    Edit edit = std::move(m_frame.edits.done.back());
    m_frame.edits.done.pop_back();
    apply(m_frame.decisions, reversed(edit));
    m_frame.edits.undone.push_back(edit);
    m_saver.undo();
    moved(edit);
}

void Session::redo()
{
    if (m_frame.edits.undone.empty() || !mayEdit())
        return;
    cancelPreview();
    Edit edit = std::move(m_frame.edits.undone.back());
    m_frame.edits.undone.pop_back();
    apply(m_frame.decisions, edit);
    m_frame.edits.done.push_back(edit);
    m_saver.redo();
    moved(edit);
}

/// The edit was done, taken back or done again: everybody hears what it concerns.
void Session::moved(const Edit& edit)
{
    bool scenarios = false;
    for (const OwnChange& change : edit.changes) {
        if (const auto* choice = std::get_if<Change<Choice>>(&change)) {
            const Choice& one = choice->after ? *choice->after : *choice->before;
            if (one.scenario == m_scenario || one.scenario == baseScenario)
                touch({one.subject, one.field});
        } else {
            scenarios = true;
        }
    }
    emit undoChanged();
    if (!scenarios)
        return;
    if (!knownScenario(m_frame.decisions, m_scenario))
        ask(baseScenario, m_model);
    emit scenariosChanged();
}

} // namespace plumbline
