#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace plumbline {

/// What the window asks its user. An answer is given later, or never: nothing waits for it, so tests answer at once and
/// no loop runs inside another.
struct Questions
{
    using Named = std::function<void(const QString& answer)>;
    using Several = std::function<void(const QStringList& answers)>;
    using Agreed = std::function<void()>;

    std::function<void(QWidget* over, const Named& then)> scenarioName {};
    std::function<void(QWidget* over, const QString& question, const QString& consequence,
                       const Agreed& then)>
        confirm {};
    /// Changes that could not be saved: try once more, or give them up.
    std::function<void(QWidget* over, const QString& question, const QString& consequence,
                       const Agreed& again, const Agreed& giveUp)>
        unsaved {};
    std::function<void(QWidget* over, const Named& then)> fileToOpen {};
    std::function<void(QWidget* over, const Named& then)> fileToMake {};
    /// Where a card is written to, with a name proposed; who names a file that is there agrees to replace it.
    std::function<void(QWidget* over, const QString& proposed, const Named& then)> fileToExport {};
    std::function<void(QWidget* over, const Named& then)> folderToExport {};
    std::function<void(QWidget* over, const Several& then)> filesToImport {};
    std::function<void(QWidget* over, const Named& then)> folderToImport {};
};

/// Questions as dialogs over the window.
Questions dialogQuestions();

} // namespace plumbline
