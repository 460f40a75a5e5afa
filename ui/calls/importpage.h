#pragma once

#include "core/desk/callfiles.h"

#include <QDialog>
#include <QLocale>

class QLabel;
class QLineEdit;
class QPushButton;

namespace plumbline {

class FigureTable;

/// What came of an import: the calls that are here now, and those that are not, each with the reason. Of a call whose company
/// or quarter its text does not say, both can be said here, and it is taken again.
class ImportPage : public QDialog
{
    Q_OBJECT

public:
    ImportPage(std::vector<CallSource> sources, CallsImported imported, const QLocale& locale,
               QWidget* parent = nullptr);

signals:
    void callAsked(const QString& symbol, const QString& call);
    void againAsked(const plumbline::CallSource& source, const plumbline::CallGiven& given);

private:
    QWidget* makeForm();
    void fill();
    void showForm();
    void openRow(int row);
    void takeAgain();
    const Refusal* chosen() const;

    std::vector<CallSource> m_sources;
    CallsImported m_imported;
    QLocale m_locale;
    FigureTable* m_table = nullptr;
    QWidget* m_form = nullptr;
    QLabel* m_asks = nullptr;
    QLineEdit* m_symbol = nullptr;
    QLineEdit* m_period = nullptr;
    QLineEdit* m_day = nullptr;
};

} // namespace plumbline
