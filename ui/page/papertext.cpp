#include "ui/page/papertext.h"

#include "core/text/printable.h"

#include <QCoreApplication>
#include <QFont>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace plumbline {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PaperText)
};

QFont fontOf(const TextRun& run)
{
    QFont font(u"Noto Sans"_s); // its digits are as wide as each other
    font.setPixelSize(qRound(run.points * point));
    font.setBold(run.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setLetterSpacing(QFont::AbsoluteSpacing,
                          0.02); // without ligatures, which readers of the text stumble over
    return font;
}

} // namespace

ShapedText::ShapedText(const PaperText& text, double width, double height)
{
    shape(text.runs, text.align, width);
    if (m_height <= height || lines() < 2)
        return;
    int fit = 1;
    while (fit + 1 < lines() && lineBottom(fit + 1) <= height)
        ++fit;
    qsizetype keep = m_layout->lineAt(fit - 1).textStart() + m_layout->lineAt(fit - 1).textLength();
    std::vector<TextRun> runs;
    for (TextRun run : text.runs) {
        run.text = printable(run.text).left(keep);
        keep -= run.text.size();
        if (!run.text.isEmpty())
            runs.push_back(std::move(run));
    }
    runs.push_back({.text = Words::tr("\n… (the rest is cut)"), .points = 7.5, .colour = ink::muted});
    shape(runs, text.align, width);
}

void ShapedText::shape(const std::vector<TextRun>& runs, Qt::Alignment align, double width)
{
    QString whole;
    QList<QTextLayout::FormatRange> formats;
    for (const TextRun& run : runs) {
        const QString part =
            printable(run.text).replace(u'\n', QChar::LineSeparator).replace(u" %"_s, QChar::Nbsp + u"%"_s);
        QTextCharFormat format;
        format.setFont(fontOf(run));
        format.setForeground(QColor(run.colour));
        formats.append({static_cast<int>(whole.size()), static_cast<int>(part.size()), format});
        whole += part;
    }
    if (whole.isEmpty())
        return;
    m_layout = std::make_shared<QTextLayout>(whole, fontOf(runs.front()));
    QTextOption option(align);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    m_layout->setFormats(formats);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    m_height = 0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, m_height});
        m_height += line.height();
    }
    m_layout->endLayout();
}

double ShapedText::width() const
{
    double most = 0;
    for (int i = 0; i < lines(); ++i)
        most = std::max(most, m_layout->lineAt(i).naturalTextWidth());
    return most;
}

int ShapedText::lines() const
{
    return m_layout ? m_layout->lineCount() : 0;
}

double ShapedText::lineTop(int line) const
{
    return m_layout->lineAt(line).y();
}

double ShapedText::lineBottom(int line) const
{
    return m_layout->lineAt(line).y() + m_layout->lineAt(line).height();
}

QString ShapedText::text() const
{
    return m_layout ? m_layout->text().replace(QChar::LineSeparator, u'\n') : QString();
}

void ShapedText::draw(QPainter& painter, const QPointF& place, int first, int last) const
{
    const int end = last < 0 ? lines() : std::min(last, lines());
    if (first == 0 && end == lines()) {
        if (m_layout)
            m_layout->draw(&painter, place);
        return;
    }
    const QPointF from(place.x(), place.y() - lineTop(first));
    for (int i = first; i < end; ++i)
        m_layout->lineAt(i).draw(&painter, from);
}

} // namespace plumbline
