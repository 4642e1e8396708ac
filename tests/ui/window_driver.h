#pragma once

#include <QTemporaryDir>
#include <QWidget>
#include <memory>

#include "ui/shell/window.h"

namespace cotejo::ui_test {

/// A real window over a post, driven as an officer does: keys, clicks, and waiting until it is calm. English, 1600 x 1000.
class WindowDriver {
  public:
    WindowDriver(const std::filesystem::path& post, const Clock& clock);

    shell::Window& window() { return *m_window; }
    shell::Workspace& workspace() { return *m_window->workspace(); }
    /// Until nothing is under way, nothing that was answered asks again, and no pause in typing is waited for. False after a minute.
    bool settle();
    bool signIn(const QString& login, const QString& passphrase);
    bool signOut();

    /// The visible widget of this name, below `within`. Null where there is none.
    QWidget* find(const QString& name, const QString& within = {}) const;
    template <class T>
    T* find(const QString& name, const QString& within = {}) const {
        return qobject_cast<T*>(find(name, within));
    }
    /// A left click on a visible, enabled widget, then calm. False where it cannot be clicked.
    bool click(const QString& name, const QString& within = {});
    /// Puts the focus into a visible text field and types.
    bool type(const QString& name, const QString& text, const QString& within = {});
    /// Whether any visible label below `within` has this text in it.
    bool shows(const QString& text, const QString& within = {}) const;

    /// Chooses by the data of the choice.
    bool choose(const QString& name, const QString& data);
    /// Reads the paper that is open below `within` page by page, as a person does: down to the end of each. How many pages it had.
    int readPaper(const QString& within);
    /// For people to look at; nothing is written without COTEJO_PICTURES.
    void picture(const QString& name);

    /// The refusals that stand on the screen, for messages of tests.
    std::string refusals() const;

  private:
    bool isCalm() const;
    QTemporaryDir m_dir;
    settings::Preferences m_preferences;
    std::unique_ptr<shell::Window> m_window;
};

/// Words that do not fit into their labels and buttons below `root`; labels that elide by design are left out.
QStringList cutTexts(const QWidget* root);

}  // namespace cotejo::ui_test
