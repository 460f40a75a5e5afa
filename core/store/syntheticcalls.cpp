#include "core/store/syntheticcalls.h"

#include <numeric>

namespace plumbline::synthetic {

namespace {

struct Speaker
{
    QString name;
    QString role;
    QString firm;
};

/// A few of a list, each at most once, in a drawn order.
class Deck
{
public:
    Deck(std::size_t size, Draw& draw) : m_draw(draw), m_left(size)
    {
        std::iota(m_left.begin(), m_left.end(), 0U);
    }

    std::size_t take()
    {
        const auto at = static_cast<std::size_t>(m_draw.between(0, static_cast<int>(m_left.size()) - 1));
        const std::size_t taken = m_left[at];
        m_left[at] = m_left.back();
        m_left.pop_back();
        return taken;
    }

private:
    Draw& m_draw;
    std::vector<std::size_t> m_left;
};

/// Writes one call, a turn after the other.
class CallWriter
{
public:
    CallWriter(Profile& profile, Said& said, bool prior)
        : m_profile(profile)
        , m_places(placesOf(profile, prior))
        , m_draw(profile.draw)
        , m_said(said)
        , m_prior(prior)
        , m_chief {profile.ceo, QStringLiteral("CEO"), {}}
        , m_finance {profile.cfo, QStringLiteral("CFO"), {}}
    {
        m_call.id = prior ? QStringLiteral("Q4 FY2025") : QStringLiteral("Q1 FY2026");
        m_call.date = (prior ? profile.priorCall : profile.latestCall).toString(Qt::ISODate);
        m_call.whole = true;
        m_call.sentences.reserve(72);
    }

    /// The exchanges are shared by both calls, so that no question comes twice.
    Call written(std::vector<MadeClaim>& claims, Deck& exchangesLeft)
    {
        turn(m_operator);
        say(QStringLiteral("Good afternoon, and welcome to the %1 call of {company}.")
                .arg(m_prior ? QStringLiteral("fourth quarter 2025") : QStringLiteral("first quarter 2026")));
        say(QStringLiteral("The company is made up, and so is everything that is said here."));
        chief(claims);
        finance(claims);
        questions(exchangesLeft);
        turn(m_operator);
        say(QStringLiteral("This ends our call, and you may now disconnect."));
        return std::move(m_call);
    }

private:
    void turn(const Speaker& speaker)
    {
        ++m_turn;
        m_speaker = speaker;
    }

    Citation say(QStringView text) { return sayFilled(filled(text, m_places, m_draw)); }
    Citation sayFilled(const QString& text)
    {
        const int id = static_cast<int>(m_call.sentences.size()) + 1;
        m_call.sentences.push_back(
            {id, m_turn, m_speaker.name, m_speaker.role, m_speaker.firm, m_answers, text});
        return {m_call.id, m_speaker.name, id, text, QStringLiteral("exact")};
    }

    void business(std::span<const QStringView> list, int sentences)
    {
        Deck deck(list.size(), m_draw);
        for (int i = 0; i < sentences; ++i)
            say(list[deck.take()]);
    }

    void sayClaims(std::vector<MadeClaim>& claims, bool byCeo)
    {
        for (MadeClaim& made : claims)
            if (made.byCeo == byCeo && (made.claim.call == m_call.id))
                made.cite(sayFilled(made.sentence));
    }

    void opinions(int sentences)
    {
        const int enthusiasm = m_prior ? m_profile.priorEnthusiasm : m_profile.enthusiasm;
        const auto list = moods(enthusiasm < 4 ? 0 : enthusiasm < 8 ? 1 : 2);
        Deck deck(list.size(), m_draw);
        for (int i = 0; i < sentences; ++i)
            m_said.quotes.push_back({say(list[deck.take()]), QStringLiteral("CEO")});
    }

    void chief(std::vector<MadeClaim>& claims)
    {
        turn(m_chief);
        say(QStringLiteral("Thank you, and good afternoon to everybody on the line."));
        business(chiefsBusiness(), m_prior ? 9 : 5);
        opinions(m_prior ? 3 : 2);
        sayClaims(claims, true);
        say(QStringLiteral("%1 has the numbers.").arg(m_profile.cfo));
    }

    void finance(std::vector<MadeClaim>& claims)
    {
        turn(m_finance);
        say(QStringLiteral("Thank you, and good afternoon."));
        business(financeBusiness(), m_prior ? 10 : 5);
        sayClaims(claims, false);
        say(m_prior ? u"Our guidance for the year is in the release."
                    : u"Our guidance for the year stays as it was.");
        say(QStringLiteral("We can now take questions."));
    }

    void questions(Deck& exchangesLeft)
    {
        m_answers = true;
        for (int i = 0; i < 4; ++i) {
            const Speaker analyst {personOf(m_draw), QStringLiteral("Analyst"),
                                   m_draw.pick(firms()).toString()};
            turn(m_operator);
            say(QStringLiteral("Our next question comes from %1 with %2.").arg(analyst.name, analyst.firm));
            const Exchange& exchange = exchanges()[exchangesLeft.take()];
            turn(analyst);
            for (const QStringView sentence : exchange.asked)
                say(sentence);
            turn(exchange.byCeo ? m_chief : m_finance);
            for (const QStringView sentence : exchange.answered)
                say(sentence);
            m_said.questions.push_back(
                {m_call.id, analyst.name, analyst.firm, filled(exchange.question, m_places, m_draw),
                 filled(exchange.answer, m_places, m_draw), m_speaker.name, exchange.aboutAi});
        }
        m_answers = false;
    }

    Profile& m_profile;
    Places m_places;
    Draw& m_draw;
    Said& m_said;
    bool m_prior;
    Speaker m_chief;
    Speaker m_finance;
    Speaker m_operator {QStringLiteral("Operator"), QStringLiteral("Operator"), {}};
    Speaker m_speaker {};
    Call m_call {};
    int m_turn = 0;
    bool m_answers = false;
};

} // namespace

Said callsOf(Profile& profile, std::vector<MadeClaim>& claims)
{
    Said said;
    Deck deck(exchanges().size(), profile.draw);
    for (const bool prior : {false, true})
        said.calls.push_back(CallWriter(profile, said, prior).written(claims, deck));
    return said;
}

} // namespace plumbline::synthetic
