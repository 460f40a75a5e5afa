#include "ui/actions/questions.h"

#include "ui/common/names.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Questions)
};

/// Names come from the user and from files: they are shown as they are, never as markup.
void keepPlain(const QMessageBox& dialog)
{
    for (QLabel* label : dialog.findChildren<QLabel*>())
        label->setTextFormat(Qt::PlainText);
}

void askScenarioName(QWidget* over, const Questions::Named& then)
{
    auto* dialog = named(new QInputDialog(over), u"scenarioNameDialog"_s, Words::tr("New scenario"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("New scenario"));
    dialog->setLabelText(Words::tr("Its name. It starts as base; what you change in it stays in it."));
    dialog->setInputMode(QInputDialog::TextInput);
    QObject::connect(dialog, &QInputDialog::textValueSelected, over, [then](const QString& name) {
        if (!name.trimmed().isEmpty())
            then(name.trimmed());
    });
    dialog->open();
}

void askConfirmation(QWidget* over, const QString& question, const QString& consequence,
                     const Questions::Agreed& then)
{
    auto* dialog = named(new QMessageBox(over), u"confirmDialog"_s, question);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setIcon(QMessageBox::Question);
    dialog->setText(question);
    dialog->setInformativeText(consequence);
    keepPlain(*dialog);
    dialog->setStandardButtons(QMessageBox::Yes | QMessageBox::Cancel);
    dialog->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(dialog, &QMessageBox::accepted, over, then);
    dialog->open();
}

void askUnsaved(QWidget* over, const QString& question, const QString& consequence,
                const Questions::Agreed& again, const Questions::Agreed& giveUp)
{
    auto* dialog = named(new QMessageBox(over), u"unsavedDialog"_s, question);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setIcon(QMessageBox::Warning);
    dialog->setText(question);
    dialog->setInformativeText(consequence);
    keepPlain(*dialog);
    const auto* retry = dialog->addButton(Words::tr("Try again"), QMessageBox::AcceptRole);
    const auto* leave = dialog->addButton(Words::tr("Leave without saving"), QMessageBox::DestructiveRole);
    dialog->setDefaultButton(dialog->addButton(QMessageBox::Cancel));
    QObject::connect(dialog, &QMessageBox::buttonClicked, over,
                     [retry, leave, again, giveUp](const QAbstractButton* button) {
                         if (button == retry)
                             again();
                         else if (button == leave)
                             giveUp();
                     });
    dialog->open();
}

/// A file dialog that goes when it is closed; what it may choose, and what becomes of it, is the caller's.
QFileDialog* fileDialog(QWidget* over, const QString& name, const QString& title,
                        QFileDialog::AcceptMode accept, QFileDialog::FileMode mode)
{
    auto* dialog = named(new QFileDialog(over, title), name, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(accept);
    dialog->setFileMode(mode);
    return dialog;
}

void askFile(QWidget* over, const QString& title, QFileDialog::AcceptMode accept,
             const Questions::Named& then)
{
    const bool open = accept == QFileDialog::AcceptOpen;
    auto* dialog = fileDialog(over, u"workspaceDialog"_s, title, accept,
                              open ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    dialog->setNameFilter(Words::tr("Workspaces (*.plumbline);;All files (*)"));
    dialog->setDefaultSuffix(u"plumbline"_s);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is replaced
    QObject::connect(dialog, &QFileDialog::fileSelected, over, then);
    dialog->open();
}

void askToExport(QWidget* over, const QString& proposed, const Questions::Named& then)
{
    const QString suffix = QFileInfo(proposed).suffix();
    const QString kind = suffix == u"md" ? Words::tr("Markdown") : suffix.toUpper();
    auto* dialog = fileDialog(over, u"exportDialog"_s, Words::tr("Export %1").arg(kind),
                              QFileDialog::AcceptSave, QFileDialog::AnyFile);
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(kind, suffix));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(proposed);
    QObject::connect(dialog, &QFileDialog::fileSelected, over, then);
    dialog->open();
}

void askFolder(QWidget* over, const QString& name, const QString& title, const Questions::Named& then)
{
    auto* dialog = fileDialog(over, name, title, QFileDialog::AcceptOpen, QFileDialog::Directory);
    QObject::connect(dialog, &QFileDialog::fileSelected, over, then);
    dialog->open();
}

void askToImport(QWidget* over, const Questions::Several& then)
{
    auto* dialog = fileDialog(over, u"importDialog"_s, Words::tr("Import calls"), QFileDialog::AcceptOpen,
                              QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, over, then);
    dialog->open();
}

} // namespace

Questions dialogQuestions()
{
    return {.scenarioName = askScenarioName,
            .confirm = askConfirmation,
            .unsaved = askUnsaved,
            .fileToOpen =
                [](QWidget* over, const Questions::Named& then) {
                    askFile(over, Words::tr("Open a workspace"), QFileDialog::AcceptOpen, then);
                },
            .fileToMake =
                [](QWidget* over, const Questions::Named& then) {
                    askFile(over, Words::tr("New workspace"), QFileDialog::AcceptSave, then);
                },
            .fileToExport = askToExport,
            .folderToExport =
                [](QWidget* over, const Questions::Named& then) {
                    askFolder(over, u"exportFolderDialog"_s, Words::tr("Export cards into a folder"), then);
                },
            .filesToImport = askToImport,
            .folderToImport =
                [](QWidget* over, const Questions::Named& then) {
                    askFolder(over, u"importDialog"_s, Words::tr("Import a folder of calls"), then);
                }};
}

} // namespace plumbline
