#include "core/report/changes.h"
#include "tests/examples.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::examples;
using namespace Qt::StringLiterals;

/// Two calls compared: what one of them alone states, and what both state, with the sentences.
class TestChanges : public QObject
{
    Q_OBJECT

private:
    static Claim said(const QString& id, const QString& figure, const QString& sentence, const QString& call)
    {
        Claim made = claim(id, ClaimKind::RunRate, {figure});
        made.title = id;
        made.call = call;
        made.evidence.front().text = sentence;
        return made;
    }
    static QStringList changesOf(std::vector<Claim> claims)
    {
        Card card;
        card.coverage = amazonBase();
        card.coverage.dossier.latestCall = u"Q1 FY2026"_s;
        card.coverage.dossier.priorCall = u"Q4 FY2025"_s;
        card.coverage.reading.claims = std::move(claims);
        QStringList lines;
        for (const MetricChange& one : plumbline::changesOf(card, QLocale::c()))
            lines += QStringList {one.change, one.metric, one.latestSaid, one.priorSaid}.join(u" | "_s);
        return lines;
    }

private slots:
    void newAndDroppedMetricsCarryTheirSentence()
    {
        QCOMPARE(changesOf({said(u"tarn"_s, u"$1B"_s, u"Tarn is at $1 billion."_s, u"Q1 FY2026"_s),
                            said(u"fennick"_s, u"$2B"_s, u"Fennick is at $2 billion."_s, u"Q4 FY2025"_s)}),
                 (QStringList {u"new | tarn | Tarn is at $1 billion. | "_s,
                               u"dropped | fennick |  | Fennick is at $2 billion."_s}));
    }

    void aMetricOfBothIsNeitherNewNorDropped()
    {
        Claim later = said(u"tarn"_s, u"$3B"_s, u"Tarn is at $3 billion."_s, u"Q1 FY2026"_s);
        later.supersedes = u"tarn_prior"_s;
        Claim earlier = said(u"tarn_prior"_s, u"$1B"_s, u"Tarn is at $1 billion."_s, u"Q4 FY2025"_s);
        earlier.kind = ClaimKind::Superseded;
        QCOMPARE(changesOf({later, earlier}),
                 QStringList {u"raised | tarn | Tarn is at $3 billion. | Tarn is at $1 billion."_s});
    }

    /// Of a call that was not read nothing is said to be new.
    void oneCallAloneIsNotCompared()
    {
        QCOMPARE(changesOf({said(u"tarn"_s, u"$1B"_s, u"Tarn is at $1 billion."_s, u"Q1 FY2026"_s)}),
                 QStringList {});
    }
};

QTEST_APPLESS_MAIN(TestChanges)
#include "tst_changes.moc"
