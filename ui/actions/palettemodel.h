#pragma once

#include "core/desk/universe.h"

#include <QAbstractListModel>

#include <memory>

namespace plumbline {

class Actions;

/// What typed letters may mean: companies by ticker and name, then actions by their words, in one list.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PaletteModel(const Actions& actions, QObject* parent = nullptr);

    void setCompanies(std::shared_ptr<const Ranking> companies) { m_companies = std::move(companies); }
    /// Lists what fits; nothing typed lists every action.
    void suggest(const QString& typed);

    /// The ticker of a row that is a company, else empty.
    QString symbolAt(int row) const;
    /// The id of a row that is an action, else empty.
    QString actionAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Entry
    {
        QString text {};
        QString note {}; ///< a company's name, an action's shortcut
        QString symbol {};
        QString action {};
        bool enabled = true;
    };
    void matchCompanies(const QString& typed);
    void matchActions(const QString& typed);

    const Actions& m_actions;
    std::shared_ptr<const Ranking> m_companies {};
    std::vector<Entry> m_entries {};
};

} // namespace plumbline
