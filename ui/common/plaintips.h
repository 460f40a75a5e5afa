#pragma once

#include <QObject>

namespace plumbline {

/// Tool tips of the whole program as plain text: what they say comes from calls, files and users, and Qt takes a tip that
/// looks like markup for markup.
class PlainTips : public QObject
{
    Q_OBJECT

public:
    /// Works from now on, for as long as it lives.
    explicit PlainTips(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace plumbline
