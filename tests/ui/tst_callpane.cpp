#include "tests/ui/drive.h"
#include "ui/calls/callpane.h"
#include "ui/common/figuretable.h"

#include <QComboBox>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Card> cardWith(const std::vector<Call>& calls)
{
    Card card;
    card.coverage.dossier.symbol = u"QLMK"_s;
    card.coverage.dossier.latestCall = calls.front().id;
    card.coverage.calls = calls;
    return std::make_shared<const Card>(std::move(card));
}

Sentence said(int number, const QString& text)
{
    return {.id = number, .turn = 1, .speaker = u"Dana Ivers"_s, .text = text};
}

} // namespace

class CallPaneTest : public QObject
{
    Q_OBJECT

private slots:
    void aCallThatComesInForTheCompanyShownIsThere()
    {
        CallPane pane;
        const auto* box = child<QComboBox>(pane, u"callBox"_s);
        const auto* table = child<FigureTable>(pane, u"callTable"_s);
        const Call spring {
            .id = u"Q1 FY2026"_s, .date = u"2026-02-04"_s, .sentences = {said(3, u"Orders rose."_s)}};
        pane.showCard(cardWith({spring}));
        QCOMPARE(box->count(), 1);
        QCOMPARE(table->model()->rowCount(), 1);

        Call whole = spring; // the whole call in place of its excerpts
        whole.whole = true;
        whole.sentences = {said(1, u"Thank you."_s), said(2, u"Margins held."_s), said(3, u"Orders rose."_s)};
        pane.showCard(cardWith({whole}));
        QCOMPARE(table->model()->rowCount(), 3);

        const Call summer {.id = u"Q2 FY2026"_s,
                           .date = u"2026-05-06"_s,
                           .whole = true,
                           .sentences = {said(1, u"Welcome."_s)}};
        pane.showCard(cardWith({summer, whole}));
        QCOMPARE(box->count(), 2);
        pane.showSentence(u"Q2 FY2026"_s, 1);
        QCOMPARE(table->model()->index(0, 2).data().toString(), u"Welcome."_s);
    }

    void whatIsAssumedLeavesTheCallThatIsRead()
    {
        CallPane pane;
        const Call older {.id = u"Q1 FY2026"_s,
                          .date = u"2026-02-04"_s,
                          .whole = true,
                          .sentences = {said(1, u"Before."_s)}};
        const Call newer {.id = u"Q2 FY2026"_s,
                          .date = u"2026-05-06"_s,
                          .whole = true,
                          .sentences = {said(1, u"Welcome."_s)}};
        pane.showCard(cardWith({newer, older}));
        pane.showSentence(u"Q1 FY2026"_s, 1);
        pane.showCard(cardWith({newer, older}));
        QCOMPARE(child<QComboBox>(pane, u"callBox"_s)->currentText(), u"Q1 FY2026"_s);
    }
};

QTEST_MAIN(CallPaneTest)
#include "tst_callpane.moc"
