#include "core/formats/theme.h"
#include "core/reading/ownproducts.h"
#include "tests/examples.h"

#include <QTest>

using namespace plumbline;
using namespace Qt::StringLiterals;

/// A company's products are learnt from how management speaks of them. The companies are made up.
class TestOwnProducts : public QObject
{
    Q_OBJECT

private:
    static QStringList learnt(const QStringList& said, SpeakerKind voice = SpeakerKind::Management)
    {
        const Theme theme = themeFromJson(examples::fileNamed(u"themes/ai.json"_s)).value();
        std::vector<SaidSentence> call;
        for (const QString& text : said)
            call.push_back({text, u"Ines Okafor"_s, voice, 1, false});
        return ownProducts({call}, theme, u"Larkfield Systems"_s);
    }

private slots:
    void introductions_data()
    {
        QTest::addColumn<QStringList>("said");
        QTest::newRow("behind a comma") << QStringList {u"Fennick, our AI database, is new."_s};
        QTest::newRow("is") << QStringList {u"Fennick is an agent that answers."_s};
        QTest::newRow("which is") << QStringList {u"We sell Fennick, which is an AI tool."_s};
        QTest::newRow("called") << QStringList {u"Our AI planner, we call it Fennick, decides at night."_s};
        QTest::newRow("before") << QStringList {u"Try our design assistant, Fennick, at home."_s};
        QTest::newRow("beside its kind") << QStringList {u"The Fennick agents save time."_s};
        QTest::newRow("announced") << QStringList {u"Now, Fennick."_s, u"You know our design assistant."_s};
    }
    void introductions()
    {
        QFETCH(QStringList, said);
        said += u"People like Fennick a lot."_s;
        QCOMPARE(learnt(said), QStringList {u"Fennick"_s});
    }

    void whatIsNoProduct_data()
    {
        QTest::addColumn<QStringList>("said");
        QTest::newRow("a person") << QStringList {u"Bertram, our head of AI, did it."_s,
                                                  u"I thank Bertram."_s};
        QTest::newRow("a company") << QStringList {u"Fennick, an AI company, pays."_s, u"We like Fennick."_s};
        QTest::newRow("who is greeted")
            << QStringList {u"Thank you, Fennick."_s, u"Fennick is an AI expert."_s, u"We like Fennick."_s};
        QTest::newRow("a word") << QStringList {u"Cloud is our AI business."_s,
                                                u"Our cloud and Cloud grow."_s};
        QTest::newRow("said once") << QStringList {u"Fennick is an agent that answers."_s};
        QTest::newRow("no introduction") << QStringList {u"Fennick sells well."_s, u"We like Fennick."_s};
        QTest::newRow("opens sentences only")
            << QStringList {u"Indeed, our AI grows."_s, u"Indeed it does."_s};
        QTest::newRow("known already") << QStringList {u"Trainium is our AI chip."_s, u"We like Trainium."_s};
    }
    void whatIsNoProduct()
    {
        QFETCH(QStringList, said);
        QCOMPARE(learnt(said), QStringList {});
    }

    void analystsTeachNothing()
    {
        QCOMPARE(learnt({u"Fennick is an agent."_s, u"We like Fennick."_s}, SpeakerKind::Analyst),
                 QStringList {});
    }
};

QTEST_APPLESS_MAIN(TestOwnProducts)
#include "tst_ownproducts.moc"
