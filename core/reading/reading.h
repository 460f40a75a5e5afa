#pragma once

#include "core/reading/claim.h"

#include <QStringList>

namespace plumbline {

/// A figure about AI said on a call.
struct Quantification
{
    QString metric {};
    QString figureText {};
    std::vector<double> values {}; ///< in `unit`: percent numbers for percent
    QString unit {};               ///< USD, EUR, percent, ratio, count, hours, bps, other
    QString qualifier {};          ///< exact, at_least, at_most, about, range
    QString period {};
    QString line {};   ///< topline, bottomline, both, none
    QString bucket {}; ///< past, current, forward
    Citation citation {};
    bool numberInQuote = true;
};

/// A verbatim quote chosen for the card.
struct Quote
{
    Citation citation {};
    QString role {};
};

/// An analyst's question with the answer, both in short.
struct Question
{
    QString call {};
    QString analyst {};
    QString firm {};
    QString question {};
    QString answer {};
    QString answeredBy {};
    bool aboutAi = true;
};

/// How enthusiastic management sounded about AI on one call, 0 to 10.
struct EnthusiasmReading
{
    QString call {};
    QString date {};
    std::optional<double> value {};
    QString method {};
};

/// The enthusiasm of the two latest calls with who judged it and why.
struct Enthusiasm
{
    std::optional<double> latest {};
    std::optional<double> prior {};
    QString priorUnknown {}; ///< why there is no prior reading
    QString author {};
    QString rationale {};
    std::vector<EnthusiasmReading> trajectory {};
};

/// Something dated that may move the story: a report, a promise from a call.
struct Catalyst
{
    QString date {}; ///< ISO day, month or year, as precise as it was said
    QString kind {};
    QString text {};
    QString source {};
    Citation citation {};
};

/// A figure that the card this company's data came from printed otherwise than it computes.
struct Printed
{
    QString name {};
    QString printed {};
    QString note {};

    friend bool operator==(const Printed&, const Printed&) = default;
};

/// A part of the card that could not be made, with the reason.
struct Failure
{
    QString section {};
    QString kind {};
    QString reason {};
    QString at {};

    friend bool operator==(const Failure&, const Failure&) = default;
};

/// All that was read from the calls of one company.
struct Reading
{
    std::vector<Claim> claims {};
    std::vector<Quantification> quantifications {};
    std::vector<Quote> quotes {};
    std::vector<Question> questions {};
    Enthusiasm enthusiasm {};
    std::vector<Catalyst> catalysts {};
};

} // namespace plumbline
