#include "core/report/reportwords.h"
#include "ui/page/cardblocks.h"

#include <QCoreApplication>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardSaid)
};

QString saidBy(const Citation& citation, const QString& role)
{
    QStringList who {citation.speaker.isEmpty() ? Words::tr("speaker not named") : citation.speaker, role,
                     citation.call};
    who.removeAll(QString());
    return u"— %1 · %2"_s.arg(who.join(u", "_s), verificationWord(citation.verified));
}

void addNone(std::vector<Block>& blocks, const QString& reason)
{
    blocks.emplace_back(ParagraphBlock {.text = PaperText(TextRun {.text = reason})});
}

PaperRow quantificationRow(const Quantification& said)
{
    PaperText figure({{.text = said.figureText},
                      {.text = u"\n“"_s + said.citation.text + u"”"_s, .points = 7.5, .colour = ink::muted},
                      {.text = u'\n' + saidBy(said.citation, {}), .points = 7, .colour = ink::muted}});
    if (!said.numberInQuote)
        figure.runs.push_back({.text = Words::tr("\nattention: the quote does not say this figure"),
                               .points = 7.5,
                               .colour = ink::warning});
    const QString line = lineWord(said.line);
    return {{PaperText(TextRun {.text = said.metric, .bold = true}), figure,
             PaperText(TextRun {
                 .text = said.period.isEmpty() ? u"–"_s : said.period, .points = 8, .colour = ink::muted}),
             PaperText(TextRun {.text = line.isEmpty() ? u"–"_s : line, .points = 8, .colour = ink::muted})}};
}

} // namespace

void addQuantifications(std::vector<Block>& blocks, const Card& card)
{
    const auto& all = card.coverage.reading.quantifications;
    blocks.emplace_back(HeadingBlock {.title = Words::tr("Quantifications"),
                                      .note = Words::tr("%n figure(s) about AI, with their sentences",
                                                        nullptr, static_cast<int>(all.size()))});
    if (all.empty()) {
        addNone(blocks, Words::tr("None: no figure about AI was found in the calls at hand."));
        return;
    }
    TableBlock table {.columns = {{.title = Words::tr("Metric"), .share = 28},
                                  {.title = Words::tr("Figure"), .share = 58},
                                  {.title = Words::tr("Period"), .share = 22},
                                  {.title = Words::tr("Line"), .share = 15}}};
    for (const char16_t* bucket : {u"past", u"current", u"forward"})
        for (const Quantification& said : all)
            if (said.bucket == QStringView(bucket))
                table.rows.push_back(quantificationRow(said));
    for (const Quantification& said : all)
        if (said.bucket != u"past" && said.bucket != u"current" && said.bucket != u"forward")
            table.rows.push_back(quantificationRow(said));
    blocks.emplace_back(std::move(table));
}

void addQuotes(std::vector<Block>& blocks, const Card& card)
{
    const auto& all = card.coverage.reading.quotes;
    blocks.emplace_back(
        HeadingBlock {.title = Words::tr("Quotes"),
                      .note = Words::tr("%n, word for word", nullptr, static_cast<int>(all.size()))});
    if (all.empty()) {
        addNone(blocks, Words::tr("None: no quote was chosen from the calls at hand."));
        return;
    }
    TableBlock table {.columns = {{.share = 1}, {.share = 1}}, .ruled = false, .quotes = true};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const PaperText quote(
            {{.text = u"“"_s + all[i].citation.text + u"”"_s},
             {.text = u'\n' + saidBy(all[i].citation, all[i].role), .points = 7.5, .colour = ink::muted}});
        if (i % 2 == 0)
            table.rows.push_back({{quote, {}}});
        else
            table.rows.back().cells[1] = quote;
    }
    blocks.emplace_back(std::move(table));
}

void addQuestions(std::vector<Block>& blocks, const Card& card)
{
    const auto& all = card.coverage.reading.questions;
    blocks.emplace_back(
        HeadingBlock {.title = Words::tr("Questions"),
                      .note = Words::tr("%n, in short", nullptr, static_cast<int>(all.size()))});
    if (all.empty()) {
        addNone(blocks, Words::tr("None: no analyst's question was found in the calls at hand."));
        return;
    }
    TableBlock table {.columns = {{.title = Words::tr("Asked by"), .share = 22},
                                  {.title = Words::tr("Question, and the answer to it"), .share = 78}}};
    for (const Question& one : all) {
        QStringList under {one.firm, one.call};
        if (!one.aboutAi)
            under.append(Words::tr("not about AI"));
        under.removeAll(QString());
        const QString who = one.analyst.isEmpty() ? Words::tr("not named") : one.analyst;
        const QString answer = one.answer.isEmpty() ? Words::tr("no answer is held") : one.answer;
        table.rows.push_back(
            {{PaperText({{.text = who, .bold = true},
                         {.text = u'\n' + under.join(u" · "_s), .points = 7.5, .colour = ink::muted}}),
              PaperText({{.text = one.question, .bold = true}, {.text = u'\n' + answer}})}});
    }
    blocks.emplace_back(std::move(table));
}

} // namespace plumbline
