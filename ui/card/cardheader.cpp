#include "ui/card/cardheader.h"

#include "core/formula/explain.h"
#include "core/signals/trend.h"
#include "core/text/figures.h"
#include "ui/card/componentbar.h"
#include "ui/common/chip.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/flowlayout.h"
#include "ui/common/names.h"
#include "ui/common/shown.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOfName = 220; ///< pixels that what stands beside a name leaves it

QLabel* label(const QString& objectName, const QString& accessibleName, double size, bool bold,
              QPalette::ColorRole role)
{
    auto* own = named(new QLabel, objectName, accessibleName);
    QFont font = own->font();
    font.setPointSizeF(font.pointSizeF() * size);
    font.setBold(bold);
    own->setFont(font);
    own->setForegroundRole(role);
    own->setTextFormat(Qt::PlainText);
    own->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return own;
}

} // namespace

CardHeader::CardHeader(const QLocale& locale, QWidget* parent)
    : QWidget(parent)
    , m_locale(locale)
    , m_symbol(label(u"cardSymbol"_s, tr("Symbol"), 1.6, true, QPalette::WindowText))
    , m_name(named(new ElidedLabel, u"cardName"_s, tr("Company")))
    , m_about(named(new ElidedLabel, u"cardAbout"_s, tr("Industry, market capitalisation and calls")))
    , m_measurable(
          label(u"cardMeasurable"_s, tr("Measurable points and rank"), 1, false, QPalette::PlaceholderText))
    , m_bar(new ComponentBar)
{
    m_about->setForegroundRole(QPalette::PlaceholderText);
    QFont larger = font();
    larger.setPointSizeF(larger.pointSizeF() * 1.25);
    m_name->setFont(larger);
    auto* top = new QHBoxLayout;
    top->setSpacing(10);
    top->addWidget(m_symbol);
    top->addWidget(m_name);
    top->addWidget(m_about, 1);
    m_conviction = chip(u"cardConviction"_s, top);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.9);
    m_conviction->setFont(large);
    top->addWidget(m_measurable);

    auto* verdicts = new FlowLayout(5, 5);
    m_eps = chip(u"epsChip"_s, verdicts);
    m_revenue = chip(u"revenueChip"_s, verdicts);
    m_versus = chip(u"versusAnalystsChip"_s, verdicts);
    m_pricedIn = chip(u"pricedInChip"_s, verdicts);
    m_enthusiasm = chip(u"enthusiasmChip"_s, verdicts);
    m_confirmation = chip(u"confirmationChip"_s, verdicts);

    auto* legend = new FlowLayout(7, 2);
    m_legend = legend;
    for (std::size_t i = 0; i < 7; ++i)
        chip(u"component%1"_s.arg(i), legend)->setMark(i);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(7);
    layout->addLayout(top);
    layout->addLayout(verdicts);
    layout->addWidget(m_bar);
    layout->addLayout(legend);
}

/// The lines its chips need at this width are its own: panes below give way, nothing is painted over.
bool CardHeader::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        setMinimumHeight(layout()->totalHeightForWidth(width()));
    return done;
}

Chip* CardHeader::chip(const QString& objectName, QLayout* into)
{
    const bool bare = objectName.startsWith(u"component") || objectName == u"cardConviction";
    auto* own = named(new Chip(bare ? Chip::Look::Bare : Chip::Look::Outlined, this), objectName, {});
    connect(own, &Chip::clicked, this, [this, own] { emit figureChosen(own->figure()); });
    into->addWidget(own);
    return own;
}

void CardHeader::showCard(const Card& card, const Card* base)
{
    const Dossier& dossier = card.coverage.dossier;
    m_symbol->setText(dossier.symbol);
    m_name->setText(dossier.name);
    m_name->setMinimumWidth(std::min(m_name->sizeHint().width(), mostOfName));
    QStringList about;
    if (dossier.fictional && !dossier.name.contains(u"fictional", Qt::CaseInsensitive))
        about.append(tr("fictional company"));
    about.append(dossier.industry);
    const Shown cap = shown(card.sheet, u"market_cap"_s, m_locale);
    about.append(cap.value ? cap.text : tr("market cap unknown"));
    if (!dossier.latestCall.isEmpty())
        about.append(dossier.priorCall.isEmpty() ? dossier.latestCall
                                                 : tr("%1 vs %2").arg(dossier.latestCall, dossier.priorCall));
    about.removeAll(QString());
    m_about->setText(about.join(u" · "_s));
    m_about->setToolTip(m_about->text());
    const auto total = card.sheet.value(u"conviction.total"_s);
    const auto measurable = card.sheet.value(u"conviction.measurable"_s);
    m_conviction->say({}, total ? number(*total, 1, m_locale) : tr("unknown"));
    m_conviction->setFigure(u"conviction.total"_s);
    m_conviction->setAccessibleName(tr("Conviction %1").arg(m_conviction->text()));
    const QString most = measurable ? score(*measurable, m_locale) : tr("unknown");
    QStringList beside {tr("of %1 measurable").arg(most)};
    if (card.rank)
        beside.append(tr("rank %1").arg(*card.rank));
    if (const auto before = base == nullptr ? Result<double>(failure(Error::Kind::NotFound, {}))
                                            : base->sheet.value(u"conviction.total"_s))
        beside.append(tr("base %1").arg(number(*before, 1, m_locale)));
    m_measurable->setText(beside.join(u" · "_s));
    showVerdicts(card, base);
    showComponents(card);
}

/// "(base 10.30)": what base has where a scenario is shown; a percentage without its sign.
QString CardHeader::besideBase(const Card* base, const QString& figure) const
{
    if (base == nullptr)
        return {};
    const Shown own = shown(base->sheet, figure, m_locale);
    return tr("(base %1)")
        .arg(own.value ? number(*own.value * displayFactor(Display::Percent), 2, m_locale) : own.text);
}

void CardHeader::showVerdicts(const Card& card, const Card* base)
{
    const auto shownOn = [&](Chip* chip, const QString& figure) {
        Shown own = shown(card.sheet, figure, m_locale);
        chip->setFigure(figure);
        chip->setToolTip(own.reason);
        return own;
    };
    const Shown eps = shownOn(m_eps, u"aggregate.eps_uplift_percent"_s);
    m_eps->say(tr("EPS uplift"), eps.text, besideBase(base, eps.figure));
    const Shown revenue = shownOn(m_revenue, u"aggregate.revenue_uplift_percent"_s);
    m_revenue->say(tr("revenue"), revenue.text, besideBase(base, revenue.figure));
    const Shown share = shownOn(m_versus, u"aggregate.share_of_consensus_income_growth_percent"_s);
    m_versus->say(tr("vs analysts"), versusAnalystsWord(card.versusAnalysts),
                  share.value ? tr("(%1 of growth)").arg(share.text) : QString());
    const QString noVerdict = reasonOf(card.sheet, u"aggregate.versus_analysts"_s);
    if (card.versusAnalysts.isEmpty())
        m_versus->setToolTip(noVerdict);
    shownOn(m_pricedIn, u"aggregate.mean_share"_s);
    m_pricedIn->say(tr("priced in"), pricedInWord(card.pricedIn),
                    base != nullptr && base->pricedIn != card.pricedIn
                        ? tr("(base %1)").arg(pricedInWord(base->pricedIn))
                        : QString());
    const QString notPriced = reasonOf(card.sheet, u"aggregate.priced_in"_s);
    if (card.pricedIn.isEmpty())
        m_pricedIn->setToolTip(notPriced);
    const Shown latest = shownOn(m_enthusiasm, u"enthusiasm.latest"_s);
    const Shown prior = shown(card.sheet, u"enthusiasm.prior"_s, m_locale);
    m_enthusiasm->say(tr("enthusiasm"), prior.value ? u"%1 ← %2"_s.arg(latest.text, prior.text) : latest.text,
                      trendWord(trendOf(card.sheet)));
    m_confirmation->setFigure(u"conviction.confirmation"_s);
    m_confirmation->setToolTip(card.confirmation.sentence);
    m_confirmation->say(tr("confirmation"), card.confirmation.verdict.isEmpty()
                                                ? tr("unknown")
                                                : card.confirmation.verdict.toLower());
}

void CardHeader::showComponents(const Card& card)
{
    const ComponentParts parts = componentsOf(card);
    m_bar->setParts(parts, componentsText(parts, m_locale));
    for (int i = 0; i < m_legend->count(); ++i) {
        auto* own = qobject_cast<Chip*>(m_legend->itemAt(i)->widget());
        const auto place = static_cast<std::size_t>(i);
        own->setVisible(place < parts.size());
        if (place >= parts.size())
            continue;
        const ComponentPart& part = parts[place];
        const bool measured = part.measurable > 0;
        own->say(part.title, measured ? pointsText(part, m_locale) : u"–"_s,
                 u"/%1"_s.arg(score(measured ? part.measurable : part.maximum, m_locale)));
        own->setFigure(u"conviction."_s + part.name);
        own->setToolTip(componentWhy(card, part.name, m_locale));
    }
}

} // namespace plumbline
