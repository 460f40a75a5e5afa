#include "ui/common/paragraph.h"
#include "ui/common/textcache.h"

#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace plumbline;

/// A paragraph is as high as its text: nothing is cut off, and no line is left empty under it.
class TestParagraph : public QObject
{
    Q_OBJECT

private slots:
    void asHighAsItsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("a word") << u"None."_s;
        QTest::newRow("a thought") << u"Management speaks of a run rate of $15 billion. "_s.repeated(12);
        QTest::newRow("lines") << u"⚠ below its largest member\n⚠ no hard claim"_s;
        QTest::newRow("right to left") << u"הכנסות מבינה מלאכותית "_s.repeated(9);
        QTest::newRow("one long word") << u"x"_s.repeated(300);
    }

    void asHighAsItsText()
    {
        QFETCH(QString, text);
        Paragraph paragraph;
        paragraph.setText(text);
        for (const int width : {90, 240, 333, 700}) {
            QTextDocument document;
            document.setDefaultFont(paragraph.font());
            document.setDocumentMargin(0);
            QTextOption wrapped;
            wrapped.setWrapMode(QTextOption::WordWrap);
            document.setDefaultTextOption(wrapped);
            document.setPlainText(text);
            document.setTextWidth(width);
            QCOMPARE(paragraph.heightForWidth(width), qCeil(document.size().height()));
        }
    }

    /// In a table's cell, too, a new line is a new line.
    void aCellKeepsItsLines()
    {
        TextCache cache;
        const int one = cache.wrappedHeight(u"4.18 %"_s, {}, 400);
        QCOMPARE(cache.wrappedHeight(u"4.18 %\n10.30 %"_s, {}, 400), 2 * one);
    }

    void anotherTextIsMeasuredAnew()
    {
        Paragraph paragraph;
        paragraph.setText(u"short"_s);
        const int one = paragraph.heightForWidth(100);
        paragraph.setText(u"as long as several lines of this narrow place "_s.repeated(4));
        const int several = paragraph.heightForWidth(100);
        QVERIFY(several >= 4 * one);
        QFont large = paragraph.font();
        large.setPointSize(large.pointSize() * 2);
        paragraph.setFont(large);
        QVERIFY(paragraph.heightForWidth(100) > several);
    }
};

QTEST_MAIN(TestParagraph)
#include "tst_paragraph.moc"
