#pragma once

#include "core/report/card.h"
#include "ui/assumptions/valuetext.h"

#include <QLocale>

namespace plumbline {

/// Something the analyst may choose, as a row of the editor: an assumption in force, or how much of a claim is counted.
struct AssumptionRow
{
    enum class Group : std::uint8_t { Company, Counted, Claim, Industry, Everywhere };

    Group group = Group::Company;
    QString subject {}; ///< where a choice is made: "company/AMZN", "claim/AMZN/custom_silicon", "global"
    QString field {};   ///< "assumption/margin.aws", "counted_share"
    QString figure {};  ///< the name of the figure: what opens its trace
    QString title {};   ///< under its group's heading
    QString name {};    ///< by itself: "Counted: Custom silicon run rate"
    QString scope {};   ///< in words: "AMZN only", "all companies"

    QString text {};                ///< "25 %", or "unknown"
    QString reason {};              ///< why it is not known
    std::optional<double> value {}; ///< plain: 0.25
    QString formula {};             ///< canonical text in force: "25%", "net_income / revenue"
    bool computed = false;          ///< by a formula that nobody overrode
    QString arithmetic {};          ///< of what is computed
    Unit unit {};
    Display display = Display::Plain;

    bool ranged = false; ///< a range was given; else the slider covers a stretch around the value
    SliderScale scale {};
    QString low {};
    QString high {};

    QString author {};
    QString note {}; ///< why, and from where
    bool overridden = false;
    bool resettable = false; ///< overridden in the scenario shown
    QString proposed {};     ///< what is proposed at the same subject, readable; empty: nothing
    QString resetTo {};      ///< what reset goes back to, in words; where it is not possible, why
    QString hides {};        ///< what this value stands before
    QString review {};       ///< the proposal has moved since the choice: the values; empty: no need

    QString key() const { return subject + u':' + field; }
    friend bool operator==(const AssumptionRow&, const AssumptionRow&) = default;
};

/// Everything that may be chosen for a company, in groups: its own assumptions, the counted shares of its claims that
/// have an effect, assumptions of one claim, those of its industry, those of everybody. Pure.
std::vector<AssumptionRow> editorRows(const Card& card, const QLocale& locale);

/// The heading of a group.
QString heading(AssumptionRow::Group group);

/// What somebody typed for a row, as canonical text; or why it cannot stand there, in words: it is tried on the card.
Result<QString> checkedValue(const Card& card, const AssumptionRow& row, const QString& typed,
                             const QLocale& locale);

} // namespace plumbline
