#include "core/formats/cardwriter.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CardWriter)
};

} // namespace

QString CardWriter::whyNot(const QString& section) const
{
    for (const Failure& failure : m_card.coverage.failures)
        if (failure.section == section)
            return failure.reason;
    return Words::tr("no source for it is in this workspace");
}

Json CardWriter::priceTarget()
{
    const QString path = QStringLiteral("coverage.price_target");
    Json out = Json::object();
    if (!m_card.coverage.dossier.value(u"targets.consensus")) {
        unknown(path, whyNot(path));
        return out;
    }
    for (const auto& [key, name, factor] : {std::tuple {"mean", u"targets.consensus", 1.},
                                            {"median", u"targets.median", 1.},
                                            {"low", u"targets.low", 1.},
                                            {"high", u"targets.high", 1.},
                                            {"against_price_percent", u"targets.upside", 100.},
                                            {"change_percent", u"targets.change", 100.}})
        if (const QString cell = QString::fromUtf16(name); m_card.sheet.find(cell) != Sheet::none)
            out[key] = number(path + u'.' + QString::fromLatin1(key), cell, factor);
    out["source"] = source(QStringLiteral("targets.consensus"));
    return out;
}

Json CardWriter::grades()
{
    const QString path = QStringLiteral("coverage.grades");
    const Dossier& dossier = m_card.coverage.dossier;
    Json out = Json::object();
    for (const auto& [key, name] : {std::pair {"strong_buy", u"grades.strong_buy"},
                                    {"buy", u"grades.buy"},
                                    {"hold", u"grades.hold"},
                                    {"sell", u"grades.sell"},
                                    {"strong_sell", u"grades.strong_sell"},
                                    {"upgrades", u"grades.changed.up"},
                                    {"downgrades", u"grades.changed.down"}})
        if (const QString cell = QString::fromUtf16(name); m_card.sheet.find(cell) != Sheet::none)
            out[key] = number(path + u'.' + QString::fromLatin1(key), cell);
    if (out.empty()) {
        unknown(path, whyNot(path));
        return out;
    }
    Json changes = Json::array();
    for (int i = 0;; ++i) {
        const Fact* one = dossier.fact(QStringLiteral("grades.changes.%1").arg(i));
        if (one == nullptr)
            break;
        changes.push_back({{"date", toJson(one->source.asOf)}, {"text", toJson(one->title)}});
    }
    out["changes"] = std::move(changes);
    out["source"] = source(QStringLiteral("grades.buy"));
    return out;
}

Json CardWriter::news()
{
    const Dossier& dossier = m_card.coverage.dossier;
    Json out = Json::array();
    if (dossier.fact(u"news.searched") == nullptr)
        unknown(QStringLiteral("news"), whyNot(QStringLiteral("news")));
    for (int i = 0;; ++i) {
        const Fact* one = dossier.fact(QStringLiteral("news.%1").arg(i));
        if (one == nullptr)
            return out;
        out.push_back({{"at", toJson(one->source.asOf)},
                       {"title", toJson(one->title)},
                       {"source", toJson(one->source.field)},
                       {"url", toJson(one->note)}});
    }
}

} // namespace plumbline
