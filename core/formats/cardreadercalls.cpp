#include "core/formats/cardreaderparts.h"
#include "core/formats/coverageparts.h"
#include "core/formats/exactnumber.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardReader)
};

bool isClass(const QString& verified)
{
    static const QStringList classes {QStringLiteral("exact"),     QStringLiteral("normalised"),
                                      QStringLiteral("elided"),    QStringLiteral("near"),
                                      QStringLiteral("not_found"), QStringLiteral("cited")};
    return classes.contains(verified);
}

/// "Q1 FY2026/12": a call and its sentence.
void readSentence(const JsonReader& in, Citation& citation)
{
    const QString id = in.textOr("sentence_id");
    if (id.isEmpty())
        return;
    bool isNumber = false;
    citation.sentence = id.section(u'/', -1).toInt(&isNumber);
    const QString call = id.section(u'/', 0, -2);
    if (!isNumber || citation.sentence <= 0 || call.isEmpty())
        in.fail("sentence_id", Words::tr("“%1” is no sentence of a call").arg(id.left(40)));
    if (citation.call.isEmpty())
        citation.call = call;
}

Quantification quantification(const JsonReader& in)
{
    Quantification said {.metric = in.text("metric"),
                         .figureText = in.textOr("figure"),
                         .values = in.numbers("value"),
                         .unit = in.textOr("unit"),
                         .qualifier = in.textOr("qualifier", QStringLiteral("exact")),
                         .period = in.textOr("period"),
                         .line = in.textOr("line"),
                         .bucket = in.textOr("bucket"),
                         .citation = recordedCitation(in)};
    const double factor = said.unit == u"percent" ? 100 : said.unit == u"bps" ? 10000 : 1;
    for (double& value : said.values)
        value = typedBehind(value, factor);
    said.numberInQuote = in.flagOr("number_in_quote", saysNumbers(said));
    return said;
}

std::optional<double> score(const JsonReader& in, const char* key)
{
    const auto written = in.numberIf(key);
    if (written && (*written < 0 || *written > 10))
        in.fail(key, Words::tr("enthusiasm lies between 0 and 10"));
    return written;
}

/// Enthusiasm as it was read, a choice of the analyst's aside; `key` holds a number as text.
std::optional<double> scoreRead(const JsonReader& in, const char* key)
{
    const QString text = in.textOr(key);
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!text.isEmpty() && (!isNumber || value < 0 || value > 10))
        in.fail(key, Words::tr("enthusiasm lies between 0 and 10"));
    return text.isEmpty() ? std::nullopt : std::optional(value);
}

void readEnthusiasm(const CardParts& parts, Enthusiasm& own)
{
    if (const auto in = parts.card.object("enthusiasm")) {
        own.latest = score(*in, "latest");
        own.prior = score(*in, "prior");
        own.author = in->textOr("method");
        own.rationale = in->textOr("rationale");
        own.priorUnknown = parts.reason(QStringLiteral("enthusiasm.prior"));
        if (own.author == u"unknown")
            own.author.clear();
    }
    const auto in = parts.asRead ? parts.asRead->object("enthusiasm") : std::nullopt;
    if (in) {
        own.latest = scoreRead(*in, "latest");
        own.prior = scoreRead(*in, "prior");
        own.priorUnknown = in->textOr("prior_unknown");
        own.author = in->textOr("author");
        own.rationale = in->textOr("rationale");
    }
}

void readCoverageSection(const CardParts& parts, Reading& reading)
{
    const auto in = parts.card.object("coverage");
    if (!in)
        return;
    for (const JsonReader& one : in->objects("trajectory"))
        reading.enthusiasm.trajectory.push_back(
            {one.textOr("call"), one.textOr("date"), score(one, "enthusiasm"), one.textOr("method")});
    const std::vector<JsonReader> rows = in->objects("catalysts");
    const std::vector<JsonReader> quoted =
        parts.asRead ? parts.asRead->objects("catalysts") : std::vector<JsonReader> {};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const JsonReader& one = rows[i];
        Catalyst catalyst {
            one.textOr("date"), one.textOr("kind"), one.textOr("text"), one.textOr("source"), {}};
        if (quoted.size() == rows.size())
            catalyst.citation = recordedCitation(quoted[i]);
        readSentence(one, catalyst.citation);
        reading.catalysts.push_back(std::move(catalyst));
    }
}

void readQuestions(const CardParts& parts, std::vector<Question>& questions)
{
    const QStringList answered = parts.asRead ? parts.asRead->texts("answered_by") : QStringList();
    const std::vector<JsonReader> rows = parts.card.objects("questions");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const JsonReader& one = rows[i];
        questions.push_back({one.textOr("call"), one.textOr("analyst"), one.textOr("firm"),
                             one.textOr("question"), one.textOr("answer"),
                             answered.value(static_cast<qsizetype>(i)), one.flagOr("about_ai", true)});
    }
}

} // namespace

Citation recordedCitation(const JsonReader& in)
{
    Citation citation {.call = in.textOr("call"), .speaker = in.textOr("speaker"), .text = in.textOr("text")};
    if (!citation.text.isEmpty())
        citation.verified = in.textOr("verified", QStringLiteral("cited"));
    if (!citation.text.isEmpty() && !isClass(citation.verified))
        in.fail("verified", Words::tr("exact, normalised, elided, near, not_found or cited was expected"));
    readSentence(in, citation);
    return citation;
}

void readCalls(const CardParts& parts, Reading& reading)
{
    for (const JsonReader& one : parts.card.objects("quantifications"))
        reading.quantifications.push_back(quantification(one));
    for (const JsonReader& one : parts.card.objects("quotes"))
        reading.quotes.push_back({recordedCitation(one), one.textOr("role")});
    readQuestions(parts, reading.questions);
    readEnthusiasm(parts, reading.enthusiasm);
    readCoverageSection(parts, reading);
}

} // namespace plumbline
