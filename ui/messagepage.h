#pragma once

#include <QWidget>

class QLabel;

namespace plumbline {

/// Says in place of everything else what is wrong or under way, and what to do next.
class MessagePage : public QWidget
{
    Q_OBJECT

public:
    explicit MessagePage(QWidget* parent = nullptr);

    void say(const QString& what, const QString& next);

private:
    QLabel* m_what = nullptr;
    QLabel* m_next = nullptr;
};

} // namespace plumbline
