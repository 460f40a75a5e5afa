#pragma once

#include "core/report/card.h"

namespace plumbline {

/// One line of a report before anybody wraps it: a paragraph, a label with what belongs to it, or a row of a table.
struct ReportLine
{
    enum class Kind { Text, Labelled, Row, Gap };

    Kind kind = Kind::Text;
    QString label {};
    QString text {};
    QStringList cells {};     ///< Row: each flush right
    qsizetype indent = 2;     ///< in columns of a terminal
    qsizetype labelWidth = 0; ///< the same
    qsizetype cellWidth = 0;  ///< the same

    friend bool operator==(const ReportLine&, const ReportLine&) = default;
};

/// A section of a report. None is empty: what is absent says why.
struct ReportSection
{
    QString id {};    ///< "claims", "consensus": the same in every language
    QString title {}; ///< empty for the head of the report
    std::vector<ReportLine> lines {};

    friend bool operator==(const ReportSection&, const ReportSection&) = default;
};

/// A card in words, section by section: what the terminal shows, and what is printed behind the first page.
std::vector<ReportSection> reportOf(const Card& card, const QLocale& locale);

/// A name for the figures of a card: the same where, and only where, every figure has the same name and value to the
/// last digit, under the same scenario and scoring model. 64 hexadecimal digits.
QString figuresDigest(const Card& card);

} // namespace plumbline
