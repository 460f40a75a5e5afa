#pragma once

#include <QLineEdit>

class QListView;

namespace plumbline {

class PaletteModel;

/// The field of the tool bar: letters lead to a company or an action. Its list hangs under it while it has the focus.
class CommandBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit CommandBox(PaletteModel& model, QWidget* parent = nullptr);

    /// Takes the focus with what was typed elsewhere.
    void begin(const QString& typed);

signals:
    void companyChosen(const QString& symbol);
    void actionChosen(const QString& id);
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void match();
    void openList();
    void step(int by);
    void choose(int row);
    void leave();

    PaletteModel& m_model;
    QListView* m_list = nullptr;
};

} // namespace plumbline
