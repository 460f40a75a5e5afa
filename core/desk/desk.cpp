#include "core/desk/desk.h"

#include "core/desk/session.h"

#include <QFileInfo>

namespace plumbline {

struct Desk::Parts
{
    QLocale locale {};
    ReadingRules rules {};
    FindAccess access {};
    std::unique_ptr<Session> session {}; ///< what is shown
    std::unique_ptr<Session> next {};    ///< what is being opened: it takes the place of the other once it is
};

Desk::Desk(QLocale locale, QObject* parent) : QObject(parent), m_parts(std::make_unique<Parts>())
{
    m_parts->locale = std::move(locale);
}

Desk::~Desk()
{
    m_parts->next.reset();
    if (m_parts->session != nullptr) {
        m_parts->session->disconnect(this);
        m_parts->session->close();
    }
}

void Desk::open(const QString& path)
{
    const auto same = [](const QString& a, const QString& b) {
        return QFileInfo(a).canonicalFilePath() == QFileInfo(b).canonicalFilePath();
    };
    if (m_parts->session != nullptr && same(m_parts->session->path(), path))
        close(); // it could not be written to a second time
    m_parts->next = std::make_unique<Session>(path, m_parts->locale);
    Session* next = m_parts->next.get();
    connect(next, &Session::failed, this, [this](const Error& error) {
        m_parts->next.release()->deleteLater();
        emit failed(error);
    });
    connect(next, &Session::opened, this, [this, next] {
        close();
        m_parts->session = std::move(m_parts->next);
        connect(next, &Session::progressed, this, [this] { emit progressed(cardsMade(), companies()); });
        connect(next, &Session::rankingChanged, this, &Desk::rankingChanged);
        connect(next, &Session::cardReady, this, &Desk::cardReady);
        connect(next, &Session::scenariosChanged, this, &Desk::scenariosChanged);
        connect(next, &Session::undoChanged, this, &Desk::undoChanged);
        connect(next, &Session::savingChanged, this, &Desk::savingChanged);
        connect(next, &Session::refused, this, &Desk::refused);
        connect(next, &Session::noticed, this, &Desk::noticed);
        connect(next, &Session::importProgressed, this, &Desk::importProgressed);
        connect(next, &Session::callsImported, this, &Desk::callsImported);
        connect(next, &Session::refreshProgressed, this, &Desk::refreshProgressed);
        connect(next, &Session::companyRefreshed, this, &Desk::companyRefreshed);
        connect(next, &Session::refreshEnded, this, &Desk::refreshEnded);
        connect(next, &Session::refreshLeft, this, &Desk::refreshLeft);
        emit opened();
    });
}

QString Desk::made() const
{
    return m_parts->session != nullptr ? m_parts->session->frame().made : QString();
}

QString Desk::path() const
{
    return m_parts->session != nullptr ? m_parts->session->path() : QString();
}

std::size_t Desk::save()
{
    return m_parts->session != nullptr ? m_parts->session->save() : 0;
}

void Desk::close()
{
    if (m_parts->session == nullptr)
        return;
    m_parts->session->close();
    m_parts->session.reset();
}

Saving Desk::saving() const
{
    return m_parts->session != nullptr ? m_parts->session->saving() : Saving {};
}

bool Desk::isComplete() const
{
    return m_parts->session != nullptr && m_parts->session->isComplete();
}

std::size_t Desk::cardsMade() const
{
    return m_parts->session != nullptr ? m_parts->session->cardsMade() : 0;
}

std::size_t Desk::companies() const
{
    return m_parts->session != nullptr ? m_parts->session->companies() : 0;
}

QStringList Desk::scoringModels() const
{
    QStringList ids;
    if (m_parts->session != nullptr)
        for (const ScoringModel& one : m_parts->session->frame().scoringModels)
            ids.append(one.id);
    return ids;
}

QString Desk::scoringModel() const
{
    return m_parts->session != nullptr ? m_parts->session->scoringModel() : QString();
}

void Desk::setScoringModel(const QString& id)
{
    if (m_parts->session != nullptr)
        m_parts->session->ask(scenario(), id);
}

std::vector<Scenario> Desk::scenarios() const
{
    return m_parts->session != nullptr ? m_parts->session->frame().decisions.scenarios
                                       : std::vector<Scenario> {};
}

QString Desk::scenario() const
{
    return m_parts->session != nullptr ? m_parts->session->scenario() : baseScenario;
}

void Desk::setScenario(const QString& name)
{
    if (m_parts->session != nullptr)
        m_parts->session->ask(name, scoringModel());
}

std::shared_ptr<const Ranking> Desk::ranking() const
{
    const auto ranking = m_parts->session != nullptr ? m_parts->session->ranking() : nullptr;
    return ranking != nullptr ? ranking : std::make_shared<const Ranking>();
}

int Desk::rankBefore(const QString& symbol) const
{
    return m_parts->session != nullptr ? m_parts->session->rankBefore(symbol) : 0;
}

void Desk::askForCard(const QString& symbol)
{
    if (m_parts->session != nullptr)
        m_parts->session->askForCard(symbol);
}

std::shared_ptr<const Card> Desk::card(const QString& symbol) const
{
    return m_parts->session != nullptr ? m_parts->session->card(symbol) : nullptr;
}

void Desk::preview(const QString& subject, const QString& field, const QString& value)
{
    if (m_parts->session != nullptr)
        m_parts->session->preview(subject, field, value);
}

void Desk::cancelPreview()
{
    if (m_parts->session != nullptr)
        m_parts->session->cancelPreview();
}

void Desk::commit(const QString& subject, const QString& field, const QString& value, const QString& title)
{
    if (m_parts->session != nullptr)
        m_parts->session->commit(subject, field, value, title);
}

void Desk::reset(const QString& subject, const QString& field, const QString& title)
{
    if (m_parts->session != nullptr)
        m_parts->session->reset(subject, field, title);
}

void Desk::addScenario(const QString& name, const QString& note)
{
    if (m_parts->session != nullptr)
        m_parts->session->addScenario(name, note);
}

void Desk::removeScenario(const QString& name)
{
    if (m_parts->session != nullptr)
        m_parts->session->removeScenario(name);
}

const ReadingRules& Desk::rules() const
{
    return m_parts->rules;
}

void Desk::setRules(ReadingRules rules)
{
    m_parts->rules = std::move(rules);
}

void Desk::importCalls(std::vector<CallSource> sources, const CallGiven& given)
{
    if (m_parts->session != nullptr)
        m_parts->session->importCalls(std::move(sources), given, m_parts->rules);
}

void Desk::cancelImport()
{
    if (m_parts->session != nullptr)
        m_parts->session->cancelImport();
}

bool Desk::isImporting() const
{
    return m_parts->session != nullptr && m_parts->session->isImporting();
}

void Desk::setAccess(FindAccess access)
{
    m_parts->access = std::move(access);
}

void Desk::refresh(const QStringList& symbols, bool again)
{
    if (m_parts->session != nullptr && m_parts->access)
        m_parts->session->refresh(symbols, again, m_parts->access, m_parts->rules);
}

void Desk::pauseRefresh()
{
    if (m_parts->session != nullptr)
        m_parts->session->pauseRefresh();
}

void Desk::resumeRefresh()
{
    if (m_parts->session != nullptr)
        m_parts->session->resumeRefresh();
}

void Desk::cancelRefresh()
{
    if (m_parts->session != nullptr)
        m_parts->session->cancelRefresh();
}

void Desk::preferInRefresh(const QStringList& symbols)
{
    if (m_parts->session != nullptr)
        m_parts->session->preferInRefresh(symbols);
}

bool Desk::isRefreshing() const
{
    return m_parts->session != nullptr && m_parts->session->isRefreshing();
}

QString Desk::undoTitle() const
{
    return edits().done.empty() ? QString() : edits().done.back().title;
}

QString Desk::redoTitle() const
{
    return edits().undone.empty() ? QString() : edits().undone.back().title;
}

void Desk::undo()
{
    if (m_parts->session != nullptr)
        m_parts->session->undo();
}

void Desk::redo()
{
    if (m_parts->session != nullptr)
        m_parts->session->redo();
}

const EditLog& Desk::edits() const
{
    static const EditLog none;
    return m_parts->session != nullptr ? m_parts->session->frame().edits : none;
}

QString Desk::reason(const QString& symbol, RankedFigure figure) const
{
    const auto held = card(symbol);
    const auto value = held != nullptr ? held->sheet.value(nameOf(figure)) : Result<double>(0);
    return value ? QString() : value.error().message;
}

} // namespace plumbline
