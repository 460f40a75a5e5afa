#pragma once

#include "core/store/store.h"
#include "tests/examples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// Workspaces on disk for tests, in few words.
namespace plumbline::examples {

/// A folder with a small workspace of two of the sample's companies, gone with the object.
class WorkspaceFolder
{
public:
    WorkspaceFolder()
    {
        const auto created = Store::create(path(), data());
        if (!created)
            qFatal("%s", qPrintable(created.error().message));
    }

    static const WorkspaceData& data()
    {
        static const WorkspaceData two = [] {
            WorkspaceData all = sampleWorkspace();
            std::erase_if(all.companies, [](const Coverage& one) {
                return one.dossier.symbol != u"AMZN" && one.dossier.symbol != u"VRDT";
            });
            return all;
        }();
        return two;
    }
    QString file(const QString& name) const { return m_folder.filePath(name); }
    QString folder() const { return m_folder.path(); }
    QString path() const { return file(QStringLiteral("two.plumbline")); }

    std::unique_ptr<Store> open(Store::Access access = Store::Access::Write) const
    {
        auto store = Store::open(path(), access);
        if (!store)
            qFatal("%s", qPrintable(store.error().message));
        return std::move(*store);
    }

private:
    QTemporaryDir m_folder {};
};

inline QByteArray bytesIn(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeBytes(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Changes one letter of what a company said, in the file.
inline void damage(const QString& path, const QString& symbol)
{
    const WorkspaceData all = sampleWorkspace();
    const auto lost = std::find_if(all.companies.begin(), all.companies.end(),
                                   [&](const Coverage& one) { return one.dossier.symbol == symbol; });
    QVERIFY(lost != all.companies.end());
    QByteArray bytes = bytesIn(path);
    qsizetype place = -1;
    for (const Sentence& one : lost->calls.front().sentences)
        place = std::max(place, bytes.indexOf(one.text.toUtf8().left(20)));
    QVERIFY(place > 0);
    bytes[place] = char(bytes[place] ^ 1);
    writeBytes(path, bytes);
}

inline Choice choice(const QString& value, const QString& field = QStringLiteral("assumption/margin.aws"),
                     const QString& scenario = baseScenario)
{
    return {.scenario = scenario, .subject = QStringLiteral("company/AMZN"), .field = field, .value = value};
}

/// The deed of choosing a value, as a slider does it.
inline Edit choosing(const Choice& after)
{
    return {.at = 1000,
            .author = QStringLiteral("analyst"),
            .title = after.field + QStringLiteral(" → ") + after.value,
            .changes = {Change<Choice> {{}, after}}};
}

/// The value chosen for a field, or "none".
inline QString chosen(const Decisions& decisions,
                      const QString& field = QStringLiteral("assumption/margin.aws"),
                      const QString& scenario = baseScenario)
{
    for (const Choice& one : decisions.choices)
        if (one.scenario == scenario && one.subject == u"company/AMZN" && one.field == field)
            return one.value;
    return QStringLiteral("none");
}

inline QString chosen(const Store& store, const QString& field = QStringLiteral("assumption/margin.aws"),
                      const QString& scenario = baseScenario)
{
    return chosen(store.frame().value().decisions, field, scenario);
}

} // namespace plumbline::examples
