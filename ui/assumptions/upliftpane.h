#pragma once

#include "core/report/card.h"

#include <QWidget>

#include <memory>

class QBoxLayout;

namespace plumbline {

class AssumptionsEditor;
class WhatMatters;

/// What one may choose, and beside it what that does to the uplift; one above the other where it is narrow.
class UpliftPane : public QWidget
{
    Q_OBJECT

public:
    explicit UpliftPane(const QLocale& locale, QWidget* parent = nullptr);

    void showCard(const std::shared_ptr<const Card>& card);
    /// Nothing can be changed, and why.
    void setReadOnly(bool readOnly, const QString& reason);
    AssumptionsEditor* assumptions() const { return m_assumptions; }
    WhatMatters* whatMatters() const { return m_whatMatters; }

signals: // those of the editor; a figure may also be chosen in a chart
    void previewed(const QString& subject, const QString& field, const QString& value);
    void committed(const QString& subject, const QString& field, const QString& value, const QString& title);
    void resetAsked(const QString& subject, const QString& field, const QString& title);
    void takenBack();
    void figureChosen(const QString& figure);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QBoxLayout* m_layout;
    AssumptionsEditor* m_assumptions;
    WhatMatters* m_whatMatters;
};

} // namespace plumbline
