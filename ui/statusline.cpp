#include "ui/statusline.h"

#include "ui/common/names.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QLabel>

namespace plumbline {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(const QLocale& locale, QWidget* parent)
    : QStatusBar(parent)
    , m_locale(locale)
    , m_companies(part(u"companiesLabel"_s, tr("Companies shown")))
    , m_progress(part(u"progressLabel"_s, tr("Progress")))
    , m_refresh(part(u"refreshLabel"_s, tr("Refresh")))
    , m_asked(part(u"askedLabel"_s, tr("What is shown")))
    , m_saving(part(u"savingLabel"_s, tr("Saving")))
{
    named(this, u"statusLine"_s, tr("Status"));
    addWidget(m_companies);
    addWidget(m_progress);
    addWidget(m_refresh);
    addPermanentWidget(m_asked);
    addPermanentWidget(m_saving);
    setSizeGripEnabled(false);
    m_progress->hide();
    m_refresh->hide();
}

QLabel* StatusLine::part(const QString& objectName, const QString& accessibleName)
{
    auto* own = named(new QLabel, objectName, accessibleName);
    own->setTextFormat(Qt::PlainText);
    own->setContentsMargins(8, 2, 8, 2);
    return own;
}

void StatusLine::showCompanies(int shown, int hidden, int undecided)
{
    QString words = tr("%n companies shown", nullptr, shown);
    if (hidden > 0)
        words += tr(", %n filtered out", nullptr, hidden);
    if (undecided > 0)
        words += tr(", %n of them because a figure is not known", nullptr, undecided);
    m_companies->setText(words);
}

void StatusLine::showProgress(std::size_t made, std::size_t companies)
{
    m_progress->setVisible(made < companies);
    m_progress->setText(tr("%1 of %2 companies computed")
                            .arg(m_locale.toString(static_cast<qulonglong>(made)),
                                 m_locale.toString(static_cast<qulonglong>(companies))));
}

void StatusLine::showRefresh(const QString& words)
{
    m_refresh->setVisible(!words.isEmpty());
    m_refresh->setText(words);
}

void StatusLine::showSaving(const Saving& saving)
{
    const auto words = [&] {
        switch (saving.state) {
        case Saving::State::Saved: return tr("saved");
        case Saving::State::Pending: return tr("saving …");
        case Saving::State::NotSaved: return tr("not saved: %1").arg(saving.reason);
        case Saving::State::ReadOnly: break;
        }
        return tr("read only: %1").arg(saving.reason);
    };
    const QString whole = words();
    const int room = std::max(240, width() / 2); // the rest is in the tool tip
    m_saving->setText(m_saving->fontMetrics().elidedText(whole, Qt::ElideRight, room));
    m_saving->setToolTip(saving.reason);
    const bool fine = saving.state == Saving::State::Saved || saving.state == Saving::State::Pending;
    QPalette own;
    if (!fine)
        own.setColor(QPalette::WindowText, coloursOf(palette()).warning);
    m_saving->setPalette(own);
    m_saving->setAccessibleDescription(whole);
}

void StatusLine::showAsked(const QString& scenario, const QString& scoringModel)
{
    m_asked->setText(tr("scenario %1 · scoring model %2").arg(scenario, scoringModel));
}

void StatusLine::announce(const QString& sentence)
{
    constexpr int milliseconds = 8000;
    showMessage(sentence, milliseconds);
    setAccessibleDescription(sentence);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace plumbline
