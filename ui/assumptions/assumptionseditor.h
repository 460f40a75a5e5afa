#pragma once

#include "ui/assumptions/editorrows.h"

#include <QHash>
#include <QWidget>

#include <memory>

class QLabel;
class QVBoxLayout;

namespace plumbline {

class AssumptionLine;

/// Everything that may be chosen for one company, to be changed by slider or by hand. It knows a card, and says what
/// somebody wants; it changes nothing by itself. Values go out as canonical text of the formula language ("20%").
///
/// Parts are found by name, KEY being subject:field as in "company/AMZN:assumption/margin.aws" or
/// "claim/AMZN/custom_silicon:counted_share": the row assumption:KEY, slider:KEY, value:KEY, reset:KEY, and where there
/// is something to say note:KEY with keep:KEY and take:KEY.
class AssumptionsEditor : public QWidget
{
    Q_OBJECT

public:
    explicit AssumptionsEditor(const QLocale& locale, QWidget* parent = nullptr);

    /// Shows the rows of a card. The same rows stay what they are, with focus, drag and what is being written.
    void showCard(std::shared_ptr<const Card> card);
    void showCard(const Card& card) { showCard(std::make_shared<const Card>(card)); }
    /// Nothing can be changed, and why.
    void setReadOnly(bool readOnly, const QString& reason);

    QSize sizeHint() const override { return {440, 330}; }

signals:
    /// Many times a second while somebody drags or steps.
    void previewed(const QString& subject, const QString& field, const QString& value);
    /// Once, when he is done: the title names the change.
    void committed(const QString& subject, const QString& field, const QString& value, const QString& title);
    void resetAsked(const QString& subject, const QString& field, const QString& title);
    /// What was previewed is not wanted.
    void takenBack();
    void figureChosen(const QString& figure);

private:
    void showRows(const std::vector<AssumptionRow>& rows);
    AssumptionLine* newLine();
    void arrange(const std::vector<AssumptionRow>& rows);
    QLabel* headingFor(AssumptionRow::Group group);

    QLocale m_locale;
    std::shared_ptr<const Card> m_card {};
    QLabel* m_readOnly;
    QLabel* m_empty;
    QWidget* m_page;
    QVBoxLayout* m_layout;
    QHash<QString, AssumptionLine*> m_lines {}; ///< by key
    QStringList m_order {};                     ///< keys as they stand
    QHash<int, QLabel*> m_headings {};
    QString m_locked {};
};

} // namespace plumbline
