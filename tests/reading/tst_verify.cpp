#include "core/reading/near.h"
#include "core/reading/verify.h"
#include "core/transcript/split.h"
#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// A quote is held against its call: what was changed is noticed, what only looks otherwise is not held against it.
class TestVerify : public QObject
{
    Q_OBJECT

private:
    const QString m_ellison = u"Mara Ellison"_s;
    const QString m_renner = u"Tobias Renner"_s;
    const QString m_said = u"Our run rate is over $15 billion, and it doesn't stop there."_s;

    static Call call(bool whole)
    {
        Call call {.id = u"Q1 FY2026"_s, .whole = whole};
        call.sentences = speechOf(
            u"Participants\nMara Ellison, Chief Executive Officer\nTobias Renner, Chief Financial Officer\n\n"
            "Mara Ellison: Good afternoon. Our run rate is over $15 billion, and it doesn't stop there. We "
            "saved 1.5 million hours – every year. Customers wait.\n\n"
            "Tobias Renner: Margins rose 40 bps. That is all.\n"_s);
        return call;
    }

    Citation verified(const QString& text, const QString& speaker = u"Mara Ellison"_s,
                      bool whole = true) const
    {
        Citation citation {.call = u"Q1 FY2026"_s, .speaker = speaker, .text = text};
        verify(citation, {call(whole)});
        return citation;
    }
    QString classOf(const QString& text, const QString& speaker = u"Mara Ellison"_s) const
    {
        return verified(text, speaker).verified;
    }

private slots:
    void theWordsAsTheyWereSaid()
    {
        const Citation citation = verified(m_said);
        QCOMPARE(citation.verified, u"exact"_s);
        QCOMPARE(citation.sentence, 2);
        QCOMPARE(citation.text, m_said);
    }

    void twoSentencesOfOneTurn()
    {
        const Citation citation = verified(u"Good afternoon. Our run rate is over $15 billion"_s);
        QCOMPARE(citation.verified, u"exact"_s);
        QCOMPARE(citation.sentence, 1);
    }

    void quotationMarksDashesAndSpacesAreNotHeldAgainstIt()
    {
        QCOMPARE(classOf(u"Our run rate is over $15 billion, and it doesn’t stop there."_s), u"normalised"_s);
        QCOMPARE(classOf(u"We saved 1.5 million hours - every year."_s), u"normalised"_s);
        QCOMPARE(classOf(u"Our  run rate\nis over $15 billion"_s), u"normalised"_s);
        QCOMPARE(verified(u"it doesn’t stop there"_s).text,
                 u"it doesn’t stop there"_s); // the text stays as it was written
    }

    void partsLeftOutAreMarked()
    {
        QCOMPARE(classOf(u"Our run rate is over $15 billion... Customers wait."_s), u"elided"_s);
        QCOMPARE(classOf(u"Our run rate is over $15 billion… every year."_s), u"elided"_s);
        QCOMPARE(verified(u"We saved 1.5 million hours ... Customers wait."_s).sentence, 3);
        QCOMPARE(classOf(u"Customers wait... Our run rate is over $15 billion"_s),
                 u"not_found"_s);                                                     // the other way round
        QCOMPARE(classOf(u"Our run rate... Margins rose 40 bps."_s), u"not_found"_s); // two speakers
        QCOMPARE(classOf(u"Our run rate is over $15 billion... and $20 billion soon"_s), u"not_found"_s);
        QCOMPARE(classOf(u"..."_s), u"not_found"_s);
    }

    void anyChangedDigitIsNoticed()
    {
        for (qsizetype i = 0; i < m_said.size(); ++i) {
            if (!m_said[i].isDigit())
                continue;
            QString changed = m_said;
            changed[i] = changed[i] == u'9' ? u'8' : QChar(changed[i].unicode() + 1);
            QCOMPARE(classOf(changed), u"not_found"_s);
            QCOMPARE(classOf(QString(m_said).remove(i, 1)), u"not_found"_s);
            QCOMPARE(classOf(QString(m_said).insert(i, u'0')), u"not_found"_s);
        }
    }

    void anyChangedWordIsNoticed()
    {
        const QStringList words = m_said.split(u' ');
        const QStringList decisive {u"$15"_s, u"billion,"_s, u"doesn't"_s};
        for (qsizetype i = 0; i < words.size(); ++i) {
            QStringList changed = words;
            changed[i] = u"something"_s;
            const QString noticed = decisive.contains(words[i]) ? u"not_found"_s : u"near"_s;
            QCOMPARE(classOf(changed.join(u' ')), noticed);
            if (i == 0 || i + 1 == words.size())
                continue;
            changed = words;
            changed.removeAt(i);
            QCOMPARE(classOf(changed.join(u' ')), noticed);
        }
    }

    void aNearQuoteSaysWhereItDiffers()
    {
        const QString quote = u"Our growth rate is over $15 billion, and it never really doesn't stop"_s;
        QCOMPARE(classOf(quote), u"not_found"_s); // "never" was not said
        const auto differences = [this](const QString& near) {
            QStringList said;
            const auto passage = nearPassage(near, m_ellison, call(true));
            for (const WordDifference& one : passage ? passage->differences : std::vector<WordDifference>())
                said += near.sliced(one.first, one.last - one.first) + u" → "_s + one.said;
            return said;
        };
        QCOMPARE(differences(u"Our growth rate is over $15 billion, and it doesn't stop there."_s),
                 QStringList {u"growth → run"_s});
        QCOMPARE(differences(u"Our run rate is over $15 billion, and it doesn't there."_s),
                 QStringList {u" → stop"_s});
        QCOMPARE(differences(u"Our run rate is well over $15 billion, and it doesn't stop there."_s),
                 QStringList {u"well → "_s});
        QCOMPARE(differences(m_said), QStringList());
    }

    void aFewWordsAreNeverNear()
    {
        QCOMPARE(classOf(u"Customers stay."_s), u"not_found"_s);
        QCOMPARE(classOf(u"We liked every hour of it in our new offices."_s), u"not_found"_s);
    }

    void anotherSpeakersWordsAreNotNear()
    {
        QCOMPARE(classOf(u"Our growth rate is over $15 billion, and it doesn't stop there."_s, m_renner),
                 u"not_found"_s);
    }

    void aQuoteMayNotBeginOrEndInsideANumberOrAWord()
    {
        QCOMPARE(classOf(u"5 billion, and it doesn't stop there."_s), u"not_found"_s); // of 15 billion
        QCOMPARE(classOf(u"We saved 1"_s), u"not_found"_s);                            // of 1.5 million
        QCOMPARE(classOf(u"5 million hours"_s), u"not_found"_s);
        QCOMPARE(classOf(u"Custom"_s), u"not_found"_s);
        QCOMPARE(classOf(u"over $15"_s), u"exact"_s);
        QCOMPARE(classOf(u"15 billion, and"_s), u"exact"_s);
    }

    void anotherSpeakerIsNoticed()
    {
        QCOMPARE(classOf(m_said, m_renner), u"not_found"_s);
        QCOMPARE(classOf(u"Margins rose 40 bps."_s, m_renner), u"exact"_s);
        QCOMPARE(classOf(u"Margins rose 40 bps."_s, m_ellison), u"not_found"_s);
        QCOMPARE(classOf(u"Margins rose 40 bps."_s, {}), u"exact"_s); // nobody is named
        QCOMPARE(verified(m_said, m_renner).sentence, 0);
    }

    void excerptsAndUnknownCallsAreOnlyCited()
    {
        QCOMPARE(verified(m_said, m_ellison, false).verified, u"cited"_s);
        QCOMPARE(verified(m_said, m_ellison, false).sentence, 2);
        Citation elsewhere {.call = u"Q2 FY2026"_s, .speaker = m_ellison, .sentence = 7, .text = m_said};
        verify(elsewhere, {call(true)});
        QCOMPARE(elsewhere.verified, u"cited"_s);
        QCOMPARE(elsewhere.sentence, 0);
    }

    void everyQuoteOfTheSampleStandsInItsCall()
    {
        int quotes = 0;
        for (const Coverage& company : sampleWorkspace().companies)
            for (const Quote& quote : company.reading.quotes) {
                ++quotes;
                QVERIFY2(quote.citation.verified != u"not_found", qPrintable(quote.citation.text));
                QCOMPARE(quote.citation.verified == u"cited",
                         company.dossier.symbol == u"AMZN"); // only excerpts are at hand
                Citation changed = quote.citation;
                changed.text += u" indeed"_s;
                verify(changed, company.calls);
                QVERIFY(changed.verified == u"near" || changed.verified == u"not_found"
                        || changed.verified == u"cited");
            }
        QVERIFY(quotes > 17);
    }
};

QTEST_APPLESS_MAIN(TestVerify)
#include "tst_verify.moc"
