#include "app/arguments.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

/// Options are read by hand: QCommandLineParser ends the program itself, and `--set` may repeat with several values.
class Scanner
{
public:
    explicit Scanner(const QStringList& words) : m_words(words) {}

    Arguments scan()
    {
        while (m_at < m_words.size() && m_arguments.problem.isEmpty())
            take(m_words[m_at++]);
        return m_arguments;
    }

private:
    QString value(const QString& option)
    {
        if (m_inline)
            return *m_inline;
        if (m_at < m_words.size())
            return m_words[m_at++];
        m_arguments.problem = Words::tr("%1 needs a value.").arg(option);
        return {};
    }

    void setting(const QString& text)
    {
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 1)
            m_arguments.problem = Words::tr("--set takes NAME=VALUE, not “%1”.").arg(text);
        else
            m_arguments.question.settings.push_back(
                {text.first(equals).trimmed(), text.sliced(equals + 1).trimmed()});
    }

    template<typename Number>
    void whole(const QString& option, Number& number, bool (*fits)(qulonglong))
    {
        bool isNumber = false;
        const qulonglong read = value(option).toULongLong(&isNumber);
        if (!isNumber || !fits(read))
            m_arguments.problem = Words::tr("%1 takes a whole number in range.").arg(option);
        else
            number = static_cast<Number>(read);
    }

    void take(const QString& word)
    {
        m_inline.reset();
        if (!word.startsWith(u"--")) {
            if (m_arguments.command.isEmpty())
                m_arguments.command = word;
            else
                m_arguments.operands.append(word);
            return;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString option = equals < 0 ? word : word.first(equals);
        if (equals >= 0)
            m_inline = word.sliced(equals + 1);
        if (option == u"--help")
            m_arguments.help = true;
        else if (option == u"--version")
            m_arguments.version = true;
        else if (option == u"--all")
            m_arguments.all = true;
        else if (option == u"--again")
            m_arguments.again = true;
        else if (option == u"--calls-per-minute")
            whole(option, m_arguments.callsPerMinute, [](qulonglong n) { return n >= 1 && n <= 1'000'000; });
        else if (option == u"--global")
            m_arguments.global = true;
        else if (option == u"--digest")
            m_arguments.digest = true;
        else if (option == u"--companies")
            whole(option, m_arguments.companies, [](qulonglong n) { return n >= 1 && n <= 100'000; });
        else if (option == u"--workspace")
            m_arguments.workspace = value(option);
        else if (option == u"--format")
            m_arguments.format = value(option);
        else if (option == u"--out")
            m_arguments.out = value(option);
        else if (option == u"--page")
            m_arguments.page = value(option);
        else if (option == u"--sort")
            m_arguments.sort = value(option);
        else if (option == u"--symbol")
            m_arguments.symbol = value(option);
        else if (option == u"--period")
            m_arguments.period = value(option);
        else if (option == u"--date")
            m_arguments.date = value(option);
        else if (option == u"--speaker")
            m_arguments.speaker = value(option);
        else if (option == u"--fmp-url")
            m_arguments.fmpUrl = value(option);
        else if (option == u"--scenario")
            m_arguments.question.scenario = value(option);
        else if (option == u"--model")
            m_arguments.question.scoringModel = value(option);
        else if (option == u"--draws")
            whole(option, m_arguments.draws, [](qulonglong n) { return n >= 1 && n <= 1'000'000; });
        else if (option == u"--seed")
            whole(option, m_arguments.seed, [](qulonglong) { return true; });
        else if (option == u"--set")
            settings(value(option));
        else
            m_arguments.problem = Words::tr("There is no option %1.").arg(option);
    }

    /// `--set A=1 B=2`: what follows and looks like a setting belongs to it.
    void settings(const QString& first)
    {
        if (m_arguments.problem.isEmpty())
            setting(first);
        while (m_arguments.problem.isEmpty() && m_at < m_words.size() && !m_words[m_at].startsWith(u"--")
               && m_words[m_at].contains(u'='))
            setting(m_words[m_at++]);
    }

    const QStringList& m_words;
    qsizetype m_at = 0;
    std::optional<QString> m_inline {};
    Arguments m_arguments {};
};

} // namespace

Arguments argumentsFrom(const QStringList& words)
{
    return Scanner(words).scan();
}

QString usage()
{
    return Words::tr(
        "Plumbline: how much of what management says about AI reaches the income statement.\n"
        "\n"
        "plumbline [--workspace FILE]                     open the window\n"
        "plumbline sample FILE [--companies N]            make the sample workspace; with N, one of N "
        "made-up "
        "companies\n"
        "plumbline import card FILE                       take over a card saved by card --format json; "
        "choices\n"
        "                                                 that stand here already, or would change other "
        "companies, stay\n"
        "plumbline import transcript FILE... [--symbol S] [--period \"Q1 FY2026\"] [--date 2026-04-30]\n"
        "                                                 keep calls, from files or a folder; all of them or "
        "none\n"
        "plumbline search LINE [--symbol S] [--speaker NAME] [--format table|json]\n"
        "                                                 sentences of all calls: words, \"phrases\", "
        "begin*, OR, -not,\n"
        "                                                 NEAR(a b), speaker: role: firm: company: period:\n"
        "                                                 section:qa about:ai has:figure\n"
        "plumbline extract FILE [--symbol S]              quotes, figures and questions about AI in a call's "
        "transcript, as JSON\n"
        "plumbline rank [--format table|json|csv|html|md] [--sort COLUMN] [--scenario NAME] [--model "
        "v1|v1.1]\n"
        "plumbline card SYMBOL [--format text|json|html|md|csv] [--scenario NAME] [--model v1|v1.1] [--set "
        "NAME=VALUE "
        "...] [--out FILE]\n"
        "plumbline card SYMBOL... --format pdf|xlsx --out FILE|FOLDER [--page a4|letter]\n"
        "                                                 cards on paper, or as spreadsheets with live "
        "formulas: "
        "one into\n"
        "                                                 a file, several (or --all) into a folder\n"
        "plumbline trace SYMBOL PATH|--all [--scenario NAME] [--set NAME=VALUE ...]\n"
        "plumbline simulate SYMBOL [--draws N] [--seed K] [--scenario NAME] [--set NAME=VALUE ...]\n"
        "plumbline assume SYMBOL|--global NAME=VALUE ... [--scenario NAME]  keep assumptions in the "
        "workspace, as the\n"
        "                                                 window does\n"
        "plumbline check [--format text|json] [--digest]  audit the file and every figure and quote in it, "
        "or "
        "name what it\n"
        "                                                 holds; lists what fails, exits 1 if anything does "
        "(notes do not)\n"
        "plumbline refresh [SYMBOL...] [--fmp-url URL] [--again] [--calls-per-minute N]\n"
        "                                                 bring what Financial Modeling Prep has of "
        "companies: "
        "market data,\n"
        "                                                 statements, estimates, insiders, 13F, the two "
        "latest "
        "calls;\n"
        "                                                 what is recent enough is not asked for, but with "
        "--again\n"
        "plumbline keys set|status|delete fmp|anthropic|openai\n"
        "                                                 keep a service's key in the keyring; it is read "
        "from "
        "standard input\n"
        "\n"
        "Commands work on --workspace FILE. A name that ends in _percent is the plain figure times 100: "
        "traces give\n"
        "plain figures, so 25 % is 0.25 there. The exit status is 0, 1 if the work could not be done, 2 for "
        "wrong usage.\n");
}

} // namespace plumbline
