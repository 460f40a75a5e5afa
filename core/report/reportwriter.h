#pragma once

#include "core/report/components.h"
#include "core/report/reportlines.h"

namespace plumbline {

/// Writes a card in words, section by section. Every figure goes through shown(), so that an unknown says why
/// and stands in the last section too.
class ReportWriter
{
public:
    ReportWriter(const Card& card, const QLocale& locale)
        : m_card(card)
        , m_sheet(card.sheet)
        , m_dossier(card.coverage.dossier)
        , m_reading(card.coverage.reading)
        , m_locale(locale)
    {}

    std::vector<ReportSection> write();

private:
    // report.cpp
    void header();
    void conviction();
    void component(const ComponentPart& part);
    void enthusiasm();
    void narratives();

    // reportcompany.cpp
    void base();
    void consensus();
    void consensusRow(const QString& label, const QString& figure, const QStringList& prefixes,
                      const QStringList& years);
    void assumptions();
    void assumption(const QString& cellName, const QString& name, const std::vector<QString>& subjects);

    // reportclaims.cpp and reportaggregate.cpp
    void claims();
    void claim(const Claim& claim, std::size_t place);
    void legend();
    QString countedShare(const Claim& claim) const;
    QString effects(const Claim& claim, std::size_t place);
    void overrides(const Claim& claim);
    void aggregate();
    void limits();
    void drag();
    void verdicts();
    void confidence();

    // reportsaid.cpp
    void quantifications();
    void quantification(const Quantification& said, const Citation& before);
    void quotes();
    void questions();
    void changes();
    void citation(const Citation& citation, qsizetype indent, const QString& role = {});

    // reportviews.cpp
    void segments();
    void worth();
    void dated();
    void targets();
    void grades();
    void news();

    // reportsignals.cpp
    void pricedIn();
    void coverage();
    void options();
    void confirmation();
    void institutions();

    // reportchecks.cpp
    void checks();
    void failures();
    void notKnown();

    /// A figure as it is shown everywhere; else "unknown (reason)" or "n.m. (reason)". In the last section it
    /// stands as `label` under `topic`.
    QString shown(const QString& name, const QString& label, const QString& topic = {});
    /// The same for a word that is empty where it is unknown.
    QString wordOr(const QString& word, const QString& reason, const QString& label);
    /// Notes for the last section that something is not known, and why.
    void missing(const QString& topic, const QString& label, const QString& reason,
                 Error::Kind kind = Error::Kind::Unknown);
    QString failureReason(QStringView section) const;
    QString count(std::size_t value) const;
    QString groupTitle(const QString& id) const;
    /// A proposal as it is written: a figure as all others, a formula as it stands.
    QString proposed(const QString& text) const;
    /// Who gave a fact and for which day; empty where there is no such fact.
    QString sourceOf(const QString& name) const;

    /// What is not known for one reason: labels by topic, in the order they came.
    struct Missing
    {
        struct Topic
        {
            QString name {};
            QStringList labels {};
        };
        QString reason {};
        bool meaningful = true; ///< false: it could be computed but would mislead
        std::vector<Topic> topics {};
    };
    void missingLine(const Missing& one);

    const Card& m_card;
    const Sheet& m_sheet;
    const Dossier& m_dossier;
    const Reading& m_reading;
    const QLocale& m_locale;
    ReportLines m_page;
    std::vector<Missing> m_missing;
};

} // namespace plumbline
