#include "core/formats/theme.h"
#include "tests/examples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plumbline;
using namespace plumbline::examples;

/// A theme is a file: what counts, what does not, how it is misheard.
class TestTheme : public QObject
{
    Q_OBJECT

private:
    static Theme shipped(const QString& name)
    {
        return themeFromJson(fileNamed(u"themes/%1.json"_s.arg(name))).value();
    }

    /// The places that count, as they are written, with the kind behind bare and product names.
    static QStringList found(const QString& theme, const QString& text, const QString& company = {})
    {
        QStringList places;
        for (const ThemeMatch& match : ThemeMatcher(shipped(theme), company).matches(text))
            if (match.kind != TermKind::Company && match.kind != TermKind::Near)
                places += text.sliced(match.first, match.last - match.first)
                        + (match.kind == TermKind::Explicit  ? u""_s
                           : match.kind == TermKind::Product ? u" (product)"_s
                                                             : u" (bare)"_s);
        return places;
    }

private slots:
    void termsAreFoundAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("places");
        const auto row = [](const char* name, const char16_t* text, const QStringList& places) {
            QTest::newRow(name) << QString::fromUtf16(text) << places;
        };
        row("the word", u"We use AI in every plant.", {u"AI"_s});
        row("hyphened", u"an AI-powered planner", {u"AI"_s});
        row("possessive", u"the AI's answer", {u"AI"_s});
        row("two words", u"Gen AI and generative AI", {u"Gen AI"_s, u"generative AI"_s});
        row("plural", u"more GPUs for language models", {u"GPUs"_s, u"language models"_s});
        row("the longest counts", u"large language models", {u"large language models"_s});
        row("product with its version", u"Trainium3 beside Trainium",
            {u"Trainium3 (product)"_s, u"Trainium (product)"_s});
        row("misheard", u"our Tranium 2 chips", {u"Tranium (product)"_s});
        row("misheard phrase", u"for a genetic AI we need more", {u"a genetic AI"_s});
        row("scanned", u"our Al-based tools", {u"Al"_s});
        row("a first name is no scan", u"as Al said before", {});
        row("part of a word", u"We said it again in Taiwan.", {});
        row("millilitres", u"a 20 ml vial", {});
        row("agents of software", u"customers build agents", {u"agents (bare)"_s});
        row("agents of flesh", u"our contact center agents and travel agents", {});
        row("a word that is also a name", u"We offer Strands. Strands of hair.", {u"Strands (bare)"_s});
        row("a bank's margin", u"NIM rose to 3.2%.", {});
        row("small letters", u"a bedrock of our culture", {});
    }
    void termsAreFoundAsTheyAreWritten()
    {
        QFETCH(QString, text);
        QTEST(found(u"ai"_s, text), "places");
    }

    void aCompanyDoesNotMeanItselfByItsName()
    {
        QCOMPARE(found(u"ai"_s, u"Welcome to C3 AI."_s), QStringList());
        QCOMPARE(found(u"ai"_s, u"At Brightwell AI we listen."_s, u"Brightwell AI, Inc."_s), QStringList());
        QCOMPARE(found(u"ai"_s, u"NVIDIA grew."_s), QStringList {u"NVIDIA (product)"_s});
        QCOMPARE(found(u"ai"_s, u"NVIDIA grew."_s, u"NVIDIA Corporation"_s), QStringList());
    }

    void anotherThemeIsAnotherFile()
    {
        QCOMPARE(found(u"tariffs"_s, u"Tariffs under Section 232 cost us, AI did not."_s),
                 QStringList({u"Tariffs"_s, u"Section 232 (product)"_s}));
        QCOMPARE(found(u"glp1"_s, u"GLP-1 users on Wegovy and Ozempic"_s),
                 QStringList({u"GLP-1"_s, u"Wegovy (product)"_s, u"Ozempic (product)"_s}));
    }

    void everyShippedThemeIsRead()
    {
        for (const QString& name : {u"ai"_s, u"tariffs"_s, u"glp1"_s}) {
            const auto theme = themeFromJson(fileNamed(u"themes/%1.json"_s.arg(name)));
            QVERIFY2(theme.has_value(), theme ? "" : qPrintable(theme.error().message));
            QCOMPARE(theme->id, name);
            QVERIFY(!theme->title.isEmpty());
        }
    }

    void aFileThatIsNoThemeIsRefused()
    {
        const auto message = [](const QByteArray& bytes) {
            const auto theme = themeFromJson(bytes);
            return theme ? QString() : theme.error().message;
        };
        QVERIFY(message("{").contains(u"not complete JSON"));
        QVERIFY(message(R"({"id": "x", "title": "X"})").contains(u"a theme needs at least one term"));
        QVERIFY(message(R"({"id": "x", "title": "X", "terms": ["y"], "heard": [{"as": "z", "means": "w"}]})")
                    .contains(u"“w” is not a term of the theme"));
        QCOMPARE(
            message(R"({"id": "x", "title": "X", "terms": ["y"], "heard": [{"as": "z", "means": "y"}]})"),
            QString());
    }
};

QTEST_APPLESS_MAIN(TestTheme)
#include "tst_theme.moc"
