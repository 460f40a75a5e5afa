#include "ui/page/cardpages.h"

#include "core/report/reportwords.h"
#include "ui/page/cardblocks.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardPages)
};

/// A section printed as it is in words: its heading, and what stands beside it.
struct Printed
{
    QString id {};
    QString title {};
    QString note {};
};

void addSection(std::vector<Block>& blocks, const std::vector<ReportSection>& report, const Printed& printed)
{
    const auto found = std::find_if(report.begin(), report.end(),
                                    [&](const ReportSection& section) { return section.id == printed.id; });
    if (found == report.end())
        return;
    blocks.emplace_back(HeadingBlock {.title = printed.title, .note = printed.note});
    addLines(blocks, *found);
}

void addSections(std::vector<Block>& blocks, const std::vector<ReportSection>& report,
                 const std::vector<Printed>& all)
{
    for (const Printed& one : all)
        addSection(blocks, report, one);
}

std::vector<Block> blocksOf(const Card& card, const QStringList& settings, const QLocale& locale)
{
    const std::vector<ReportSection> report = reportOf(card, locale);
    const QString byRule = Words::tr("by rule");
    std::vector<Block> blocks;
    addFront(blocks, card, locale);
    addSizedClaims(blocks, card, locale);
    addConsensusChart(blocks, card, locale);
    addSection(blocks, report, {u"bottom_line"_s, Words::tr("Bottom line"), byRule});
    addOtherClaims(blocks, card);
    addSections(blocks, report,
                {{u"top_line"_s, Words::tr("Top line"), byRule},
                 {u"against_consensus"_s, Words::tr("What analysts expect"), byRule},
                 {u"consensus"_s, Words::tr("Consensus"), {}},
                 {u"base"_s, Words::tr("Base %1").arg(card.coverage.dossier.baseYear).trimmed(), {}},
                 {u"aggregate"_s, Words::tr("Aggregate"), Words::tr("each dollar counted once")},
                 {u"conviction"_s, Words::tr("Conviction, part by part"), {}},
                 {u"enthusiasm"_s, Words::tr("Enthusiasm"), {}},
                 {u"assumptions"_s, Words::tr("Assumptions"), {}},
                 {u"assumptions_in_words"_s, Words::tr("Assumptions in words"), byRule}});
    addQuantifications(blocks, card);
    addQuotes(blocks, card);
    addQuestions(blocks, card);
    addSections(blocks, report,
                {{u"changes"_s, Words::tr("Changes between the calls"), {}},
                 {u"priced_in"_s, Words::tr("Priced in"), Words::tr("by votes")},
                 {u"confirmation"_s, Words::tr("Confirmation"), {}},
                 {u"coverage"_s, Words::tr("Coverage"), {}},
                 {u"options"_s, Words::tr("Options"), Words::tr("a proxy, no options chain")},
                 {u"claims"_s, Words::tr("Claims in full"), Words::tr("with what was said for each")},
                 {u"checks"_s, Words::tr("Self-checks"), {}},
                 {u"failures"_s, Words::tr("Failures"), {}},
                 {u"not_known"_s, Words::tr("What is not known"), {}}});
    addSources(blocks, card, settings, locale);
    return blocks;
}

/// "a41f-09c2-…": enough of a digest to tell two cards apart by eye.
QString shortDigest(const QString& digest)
{
    return QStringList {digest.sliced(0, 4), digest.sliced(4, 4), digest.sliced(8, 4), digest.sliced(12, 4)}
        .join(u'-');
}

class Furniture
{
public:
    Furniture(const Card& card, const PageOptions& options, PaperPages& pages) : m_pages(pages)
    {
        const Dossier& dossier = card.coverage.dossier;
        const QString day = lastDay(dossier);
        m_headLeft = headline(dossier);
        m_headRight = Words::tr("as of %1 · scenario %2")
                          .arg(day.isEmpty() ? Words::tr("an unknown day") : day, card.scenario);
        QStringList foot {options.program};
        if (!options.workspaceTime.isEmpty())
            foot.append(Words::tr("workspace of %1").arg(options.workspaceTime));
        foot.append(Words::tr("score %1").arg(card.scoringModel.id));
        foot.append(shortDigest(figuresDigest(card)));
        foot.removeAll(QString());
        m_foot = foot.join(u" · "_s);
    }

    void add()
    {
        for (std::size_t i = 0; i < m_pages.pages.size(); ++i) {
            PlacedPage& page = m_pages.pages[i];
            const double top = m_pages.body.top() - 26 * point;
            const double bottom = m_pages.body.bottom() + 14 * point;
            if (i > 0) { // the first page says all of it large
                put(page, m_headLeft, top, Qt::AlignLeft);
                put(page, m_headRight, top, Qt::AlignRight);
                line(page, top + 12 * point);
            }
            line(page, bottom - 4 * point);
            put(page, m_foot, bottom, Qt::AlignLeft);
            put(page, Words::tr("page %1 of %2").arg(i + 1).arg(m_pages.pages.size()), bottom,
                Qt::AlignRight);
        }
    }

private:
    void put(PlacedPage& page, const QString& words, double top, Qt::Alignment align) const
    {
        const double share = align == Qt::AlignLeft ? 0.72 : 0.28;
        const double width = m_pages.body.width() * share;
        const double left = align == Qt::AlignLeft ? m_pages.body.left() : m_pages.body.right() - width;
        const ShapedText text(PaperText(TextRun {.text = words, .points = 7, .colour = ink::muted}, align),
                              width, 9 * point);
        page.items.push_back({.role = Placed::Role::Furniture,
                              .place = {left, top, width, text.height()},
                              .text = text,
                              .lastLine = 1});
    }

    void line(PlacedPage& page, double top) const
    {
        page.items.push_back({.role = Placed::Role::Furniture,
                              .place = {m_pages.body.left(), top, m_pages.body.width(), 0.5 * point},
                              .colour = ink::line});
    }

    PaperPages& m_pages;
    QString m_headLeft {};
    QString m_headRight {};
    QString m_foot {};
};

} // namespace

QSizeF sizeOf(PageOptions::Paper paper)
{
    return paper == PageOptions::Paper::A4 ? QSizeF(595.28, 841.89) * point : QSizeF(612, 792) * point;
}

PaperPages pagesOf(const Card& card, const PageOptions& options, const QLocale& locale)
{
    PaperPages pages = laidOut(blocksOf(card, options.settings, locale), sizeOf(options.paper));
    Furniture(card, options, pages).add();
    return pages;
}

} // namespace plumbline
