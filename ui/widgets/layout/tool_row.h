#pragma once

#include <QWidget>
#include <functional>
#include <vector>

class QHBoxLayout;
class QPushButton;

namespace cotejo::widgets {

class Segmented;

/// One line of tools at any width. Where room is short the rarer tools lose their words, then go under "Tools", then the choices lose
/// theirs, then the other tools, and last the choices fold into drop-downs. Icon, tooltip and accessible name always stay.
class ToolRow final : public QWidget {
    Q_OBJECT
  public:
    enum class Use { Often, Rare };
    explicit ToolRow(QWidget* parent = nullptr);

    /// A small quiet button; without `icon` its words stay.
    QPushButton* addTool(const QString& name, const QString& icon, const QString& words, const QString& toolTip, bool checkable, Use use,
                         std::function<void(bool)> run);
    void addChoice(Segmented* choice);
    /// Stays as it is.
    void addWidget(QWidget* widget);
    void addGap();
    void addStretch();
    /// The words of a tool change with what it does.
    void setWords(QPushButton* tool, const QString& words);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    struct Tool {
        QPushButton* button;
        QString words;
        bool rare;
        bool icon;
        int bare = 0, whole = 0;  ///< px
    };
    void measure(Tool& tool);
    int needs(int level) const;
    void arrange(bool always = false);
    void fillMenu();

    QHBoxLayout* m_line;
    QPushButton* m_more;
    std::vector<Tool> m_tools;
    std::vector<Segmented*> m_choices;
    std::vector<QWidget*> m_others;
    int m_level = -1;
};

}  // namespace cotejo::widgets
