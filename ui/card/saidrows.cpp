#include "ui/card/rows.h"

#include <QCoreApplication>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SaidRows)
};

QString speaker(const Citation& citation)
{
    return citation.speaker.isEmpty() ? Words::tr("speaker not named") : citation.speaker;
}

/// A quote, which opens its call.
TableCell quoted(const Citation& citation)
{
    TableCell cell(u"“%1”"_s.arg(citation.text));
    cell.call = citation.call;
    cell.sentence = citation.sentence;
    return cell;
}

TableCell verified(const Citation& citation)
{
    const bool wrong = citation.verified == u"near" || citation.verified == u"not_found";
    return TableCell(verifiedWord(citation.verified), wrong ? Tone::Warning : Tone::Muted,
                     citation.sentence == 0 ? QString() : Words::tr("sentence %1").arg(citation.sentence));
}

QString bucketTitle(const QString& bucket)
{
    return bucket == u"past"    ? Words::tr("Past")
         : bucket == u"current" ? Words::tr("Current")
                                : Words::tr("Forward");
}

QString lineWord(const QString& line)
{
    return line == u"topline"    ? Words::tr("top line")
         : line == u"bottomline" ? Words::tr("bottom line")
         : line == u"both"       ? Words::tr("both lines")
                                 : QString();
}

} // namespace

std::vector<TableRow> quoteRows(const Card& card)
{
    std::vector<TableRow> rows;
    for (const Quote& quote : card.coverage.reading.quotes)
        rows.push_back({TableCell(quote.citation.call),
                        TableCell(speaker(quote.citation), Tone::Plain, quote.role), quoted(quote.citation),
                        verified(quote.citation)});
    if (rows.empty())
        rows.push_back({TableCell(Words::tr("No quote was chosen from the calls at hand."))});
    return rows;
}

std::vector<TableRow> quantificationRows(const Card& card)
{
    std::vector<TableRow> rows;
    const auto& all = card.coverage.reading.quantifications;
    for (const QString& bucket : {u"past"_s, u"current"_s, u"forward"_s}) {
        rows.push_back({TableCell(bucketTitle(bucket))});
        const std::size_t before = rows.size();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Quantification& said = all[i];
            if (said.bucket != bucket)
                continue;
            TableCell figure(said.figureText, Tone::Strong,
                             said.numberInQuote ? QString()
                                                : Words::tr("the quote does not say this figure"));
            if (!said.numberInQuote)
                figure.tone = Tone::Warning;
            if (!said.values.empty())
                figure.figure = u"quantifications.%1.value.0"_s.arg(i);
            QStringList about {said.period, lineWord(said.line)};
            about.removeAll(QString());
            rows.push_back({TableCell(said.metric, Tone::Plain, about.join(u" · "_s)), figure,
                            quoted(said.citation),
                            TableCell(speaker(said.citation), Tone::Muted, said.citation.call)});
        }
        if (rows.size() == before)
            rows.push_back({TableCell(Words::tr("none: the calls state no such figure"), Tone::Muted),
                            TableCell(), TableCell(), TableCell()});
    }
    return rows;
}

std::vector<TableRow> questionRows(const Card& card)
{
    std::vector<TableRow> rows;
    for (const Question& one : card.coverage.reading.questions) {
        TableCell answer(one.answer.isEmpty() ? Words::tr("no answer is held") : one.answer,
                         one.answer.isEmpty() ? Tone::Muted : Tone::Plain, one.answeredBy);
        rows.push_back({TableCell(one.call, Tone::Plain, one.aboutAi ? QString() : Words::tr("not about AI")),
                        TableCell(one.analyst, Tone::Plain, one.firm), TableCell(one.question), answer});
    }
    if (rows.empty())
        rows.push_back({TableCell(Words::tr("No analyst's question was found in the calls at hand."))});
    return rows;
}

} // namespace plumbline
