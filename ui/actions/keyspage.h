#pragma once

#include <QDialog>

namespace plumbline {

class Actions;

/// The page of keys: every action with its shortcut, and what keys do inside tables.
class KeysPage : public QDialog
{
    Q_OBJECT

public:
    explicit KeysPage(const Actions& actions, QWidget* parent = nullptr);
};

} // namespace plumbline
