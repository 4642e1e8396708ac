#include "ui/roster/roster_forms.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <algorithm>
#include <map>
#include <memory>

#include "core/partner/profile.h"
#include "ui/bridge/session.h"
#include "ui/bridge/text.h"

namespace cotejo::roster_ui {

using namespace widgets;

namespace {

struct Forms {
    Q_DECLARE_TR_FUNCTIONS(cotejo::roster_ui::Forms)
};

constexpr record::Role kGiven[] = {record::Role::Officer,    record::Role::ExaminerFace, record::Role::ExaminerFinger, record::Role::Supervisor,
                                   record::Role::Protection, record::Role::Dpo,          record::Role::Auditor,        record::Role::Admin};

bool isQualification(record::Role role) { return role == record::Role::ExaminerFace || role == record::Role::ExaminerFinger; }

/// A box a function, and the day on which qualifications end.
class RoleFields {
  public:
    RoleFields(FormDialog* dialog, const std::vector<record::RoleGrant>& now) {
        std::optional<UtcTime> until;
        for (const auto role : kGiven) {
            auto* box = dialog->addCheck(QStringLiteral("role_") + QString::fromLatin1(std::string(codeOf(role)).c_str()), bridge::text(role));
            for (const auto& each : now) {
                if (each.role != role) continue;
                box->setChecked(true);
                if (isQualification(role) && each.validUntil != UtcTime::max()) until = each.validUntil;
            }
            m_boxes.emplace_back(box, role);
        }
        m_until = dialog->addLine(QStringLiteral("roleUntil"), Forms::tr("Qualifications end on"), QStringLiteral("2027-12-31"));
        if (until) m_until->setText(QString::fromStdString(toIso(*until).substr(0, 10)));
        m_dialog = dialog;
    }
    /// Nothing while the day is none.
    std::optional<std::vector<record::RoleGrant>> grants() const {
        auto end = UtcTime::max();
        const auto day = bridge::toText(m_until->text().trimmed());
        if (!day.empty()) {
            const auto until = fromIso(day + "T23:59:59.999Z");
            if (!until) return std::nullopt;
            end = *until;
        }
        std::vector<record::RoleGrant> all;
        for (const auto& [box, role] : m_boxes)
            if (box->isChecked()) all.push_back({role, isQualification(role) ? end : UtcTime::max()});
        return all;
    }
    template <class Judge>
    void onChange(Judge judge) const {
        for (const auto& [box, role] : m_boxes) QObject::connect(box, &QCheckBox::toggled, m_dialog, judge);
        QObject::connect(m_until, &QLineEdit::textChanged, m_dialog, judge);
    }

  private:
    FormDialog* m_dialog = nullptr;
    std::vector<std::pair<QCheckBox*, record::Role>> m_boxes;
    QLineEdit* m_until = nullptr;
};

QString whyNot(const std::optional<std::vector<record::RoleGrant>>& grants) {
    if (!grants) return Forms::tr("The day is written as year, month, day: 2027-12-31.");
    const bool administers = std::ranges::any_of(*grants, [](const auto& each) { return each.role == record::Role::Admin; });
    if (administers && grants->size() > 1) return Forms::tr("An administrator has no other function: whoever gives them does not use them.");
    return {};
}

void sayTwo(FormDialog* dialog) {
    dialog->say(Forms::tr("You sign this with your key. A second administrator signs it too before it counts; then it counts at each post with its next synchronisation."), true);
}

}  // namespace

FormDialog* openAdmission(const record::Officer& asked, const QString& post, const std::string& org, UtcTime now, QWidget* parent, Run run) {
    auto* dialog = new FormDialog(QStringLiteral("key"), Forms::tr("Admit %1").arg(bridge::fromText(asked.displayName)), parent);
    dialog->say(Forms::tr("%1 (%2) of the post %3 asks for: %4. Ask the person for the first sixteen signs of their key: %5.")
                    .arg(bridge::fromText(asked.displayName), bridge::fromText(asked.login), post, bridge::rolesText(asked, now),
                         QString::fromStdString(sha256(asked.key.bytes()).text().substr(0, 16))));
    sayTwo(dialog);
    auto* person = dialog->addLine(QStringLiteral("personNumber"), Forms::tr("Personnel number (the roster keeps only its hash: one person, one account)"));
    const auto fields = std::make_shared<RoleFields>(dialog, asked.grants);
    dialog->setAct(QStringLiteral("check"), Forms::tr("Sign the admission"));
    const auto judge = [=] {
        const auto why = whyNot(fields->grants());
        dialog->block(person->text().trimmed().isEmpty() ? Forms::tr("The personnel number is missing.") : why);
    };
    fields->onChange(judge);
    QObject::connect(person, &QLineEdit::textChanged, dialog, judge);
    judge();
    QObject::connect(dialog, &FormDialog::submitted, dialog, [=, run = std::move(run)] {
        auto officer = asked;
        officer.grants = *fields->grants();
        officer.active = true;
        run(dialog, roster::AdmitOfficer{officer, roster::personOf(org, bridge::toText(person->text()))});
    });
    dialog->open();
    return dialog;
}

FormDialog* openDeviceAdmission(const roster::AdmitDevice& device, QWidget* parent, Run run) {
    auto* dialog = new FormDialog(QStringLiteral("check"), Forms::tr("Admit the device %1").arg(bridge::fromText(device.name)), parent);
    dialog->say(Forms::tr("Of the post %1. It then receives the lists and the cases of its own post, and hands over what it holds.").arg(bridge::fromText(device.postName)), true);
    dialog->setAct(QStringLiteral("check"), Forms::tr("Sign the admission"));
    QObject::connect(dialog, &FormDialog::submitted, dialog, [=, run = std::move(run)] { run(dialog, device); });
    dialog->open();
    return dialog;
}

namespace {

/// Each post once, with its name.
std::map<PostId, QString> postsOf(const roster::Roster& latest) {
    std::map<PostId, QString> posts;
    for (const auto& [id, device] : latest.devices()) posts.emplace(device.post, bridge::fromText(device.postName));
    return posts;
}

}  // namespace

QString scopeText(const roster::Scope& scope, const roster::Roster& latest) {
    if (scope.everything) return Forms::tr("cases of all posts");
    if (scope.posts.empty()) return Forms::tr("cases of its own post");
    QStringList names;
    const auto posts = postsOf(latest);
    for (const auto& post : scope.posts) names << (posts.contains(post) ? posts.at(post) : QString::fromStdString(post.text()));
    return Forms::tr("cases of its own post and of %1").arg(names.join(QStringLiteral(", ")));
}

FormDialog* openScope(const roster::RosterDevice& device, const roster::Roster& latest, QWidget* parent, Run run) {
    auto* dialog = new FormDialog(QStringLiteral("key"), Forms::tr("Cases that come to the device %1").arg(bridge::fromText(device.name)), parent);
    dialog->say(Forms::tr("Now: %1. Cases of other posts come with names, samples and papers.").arg(scopeText(device.scope, latest)));
    dialog->say(Forms::tr("You sign this with your key. Whatever widens it needs the signature of a second administrator too."), true);
    auto* all = dialog->addCheck(QStringLiteral("scopeAll"), Forms::tr("All posts of the organisation"));
    all->setChecked(device.scope.everything);
    std::vector<std::pair<PostId, QCheckBox*>> others;
    for (const auto& [post, name] : postsOf(latest)) {
        if (post == device.post) continue;
        auto* box = dialog->addCheck(QStringLiteral("scopePost"), Forms::tr("Post %1").arg(name));
        box->setChecked(device.scope.covers(post));
        others.emplace_back(post, box);
    }
    const auto wanted = [=] {
        roster::Scope scope;
        scope.everything = all->isChecked();
        for (const auto& [post, box] : others)
            if (!scope.everything && box->isChecked()) scope.posts.push_back(post);
        return scope;
    };
    dialog->setAct(QStringLiteral("check"), Forms::tr("Sign the change"));
    const auto judge = [=, now = device.scope] {
        for (const auto& [post, box] : others) box->setEnabled(!all->isChecked());
        dialog->block(wanted() == now ? Forms::tr("Nothing changes.") : QString());
    };
    QObject::connect(all, &QCheckBox::toggled, dialog, judge);
    for (const auto& [post, box] : others) QObject::connect(box, &QCheckBox::toggled, dialog, judge);
    judge();
    QObject::connect(dialog, &FormDialog::submitted, dialog, [=, id = device.device, run = std::move(run)] { run(dialog, roster::SetScope{id, wanted()}); });
    dialog->open();
    return dialog;
}

FormDialog* openFunctions(const roster::Member& member, UtcTime now, QWidget* parent, Run run) {
    auto* dialog = new FormDialog(QStringLiteral("key"), Forms::tr("Functions of %1").arg(bridge::fromText(member.officer.displayName)), parent);
    dialog->say(Forms::tr("Now: %1. What is left out ends; what was done in it keeps its effect.").arg(bridge::rolesText(member.officer, now)));
    dialog->say(Forms::tr("You sign this with your key. Whoever gets a function needs the signature of a second administrator too."), true);
    const auto fields = std::make_shared<RoleFields>(dialog, member.officer.grants);
    dialog->setAct(QStringLiteral("check"), Forms::tr("Sign the functions"));
    const auto judge = [=] { dialog->block(whyNot(fields->grants())); };
    fields->onChange(judge);
    judge();
    const auto id = member.officer.id;
    QObject::connect(dialog, &FormDialog::submitted, dialog, [=, run = std::move(run)] { run(dialog, roster::SetRoles{id, *fields->grants()}); });
    dialog->open();
    return dialog;
}

namespace {

/// A sheet that asks for nothing but the reason.
FormDialog* openReasoned(FormDialog* dialog, const QString& act, std::function<roster::Change(std::string)> change, Run run) {
    auto* why = dialog->addLine(QStringLiteral("rosterReason"), Forms::tr("The reason, which stands in the roster"));
    dialog->setAct(QStringLiteral("check"), act);
    const auto judge = [=] { dialog->block(why->text().trimmed().isEmpty() ? Forms::tr("The reason is missing.") : QString()); };
    QObject::connect(why, &QLineEdit::textChanged, dialog, judge);
    judge();
    QObject::connect(dialog, &FormDialog::submitted, dialog, [=, run = std::move(run)] { run(dialog, change(bridge::toText(why->text().trimmed()))); });
    dialog->open();
    return dialog;
}

}  // namespace

FormDialog* openSuspension(const roster::Member& member, bool restore, QWidget* parent, Run run) {
    const auto name = bridge::fromText(member.officer.displayName);
    const auto id = member.officer.id;
    if (restore) {
        auto* dialog = new FormDialog(QStringLiteral("check"), Forms::tr("Let %1 act again").arg(name), parent);
        sayTwo(dialog);
        return openReasoned(dialog, Forms::tr("Sign"), [id](std::string why) -> roster::Change { return roster::RestoreOfficer{id, std::move(why)}; }, std::move(run));
    }
    auto* dialog = new FormDialog(QStringLiteral("block"), Forms::tr("Suspend %1").arg(name), parent);
    dialog->say(Forms::tr("What they do from now on has no effect at any post, also what their post sends later. What the server received before stands. "
                          "A case that they open and a protection need that they note still count."), true);
    return openReasoned(dialog, Forms::tr("Sign the suspension"), [id](std::string why) -> roster::Change { return roster::SuspendOfficer{id, std::move(why)}; }, std::move(run));
}

FormDialog* openWithdrawal(const roster::RosterDevice& device, QWidget* parent, Run run) {
    auto* dialog = new FormDialog(QStringLiteral("block"), Forms::tr("Withdraw the device %1").arg(bridge::fromText(device.name)), parent);
    dialog->warn(Tone::Warn, QStringLiteral("warning"), Forms::tr("It does not come back"), Forms::tr("It receives nothing more. What it still hands over has no effect, but for a case opened and a protection need."));
    const auto id = device.device;
    return openReasoned(dialog, Forms::tr("Sign the withdrawal"), [id](std::string why) -> roster::Change { return roster::RevokeDevice{id, std::move(why)}; }, std::move(run));
}

namespace {

QString agreementText(const roster::SetPartner& set, const roster::Roster& latest) {
    const auto profile = partner::readProfile(set.profile);
    if (!profile) return Forms::tr("An agreement with a partner that this program cannot read: it is not signed here");
    const QString id = bridge::fromText(profile->id), who = bridge::fromText(profile->partner);
    return latest.partners().contains(profile->id) ? Forms::tr("Agreement %1 with %2: replaced by version %3").arg(id, who).arg(profile->version)
                                                   : Forms::tr("New agreement %1 with %2, version %3").arg(id, who).arg(profile->version);
}

}  // namespace

FormDialog* openAgreement(const roster::SetPartner& set, const roster::Roster& latest, QWidget* parent, std::function<void(FormDialog*)> run) {
    auto* dialog = new FormDialog(QStringLiteral("partner"), agreementText(set, latest), parent);
    const auto profile = partner::readProfile(set.profile);
    if (profile)
        //: Write here the code of the language that you translate into: the words of agreements are asked for in it
        for (const auto& line : partner::inWords(*profile, Forms::tr("en", "code of this language").toStdString())) dialog->say(bridge::fromText(line));
    dialog->say(Forms::tr("With your signature it counts at each post with its next synchronisation, and people may be told of under it."), true);
    dialog->setAct(QStringLiteral("check"), Forms::tr("Sign the agreement"));
    dialog->block(profile ? QString() : Forms::tr("What cannot be read is not signed."));
    QObject::connect(dialog, &FormDialog::submitted, dialog, [=, run = std::move(run)] { run(dialog); });
    dialog->open();
    return dialog;
}

QString changeText(const roster::Change& change, const roster::Roster& latest, UtcTime now) {
    const auto name = [&](const OfficerId& id) {
        const auto* member = latest.member(id);
        return member ? bridge::fromText(member->officer.displayName) : QString::fromStdString(id.text());
    };
    if (const auto* admit = std::get_if<roster::AdmitOfficer>(&change))
        return Forms::tr("Admit %1 as %2").arg(bridge::fromText(admit->officer.displayName), bridge::rolesText(admit->officer, now));
    if (const auto* set = std::get_if<roster::SetRoles>(&change)) {
        record::Officer carrier;
        carrier.grants = set->grants;
        return Forms::tr("Functions of %1: %2").arg(name(set->officer), set->grants.empty() ? Forms::tr("none", "functions") : bridge::rolesText(carrier, now));
    }
    if (const auto* suspend = std::get_if<roster::SuspendOfficer>(&change)) return Forms::tr("Suspend %1: %2").arg(name(suspend->officer), bridge::fromText(suspend->reason));
    if (const auto* restore = std::get_if<roster::RestoreOfficer>(&change)) return Forms::tr("Let %1 act again: %2").arg(name(restore->officer), bridge::fromText(restore->reason));
    if (const auto* admit = std::get_if<roster::AdmitDevice>(&change)) return Forms::tr("Admit the device %1").arg(bridge::fromText(admit->name));
    if (const auto* revoke = std::get_if<roster::RevokeDevice>(&change)) {
        const auto* device = latest.device(revoke->device);
        return Forms::tr("Withdraw the device %1: %2").arg(device ? bridge::fromText(device->name) : QString::fromStdString(revoke->device.text()), bridge::fromText(revoke->reason));
    }
    if (const auto* scope = std::get_if<roster::SetScope>(&change)) {
        const auto* device = latest.device(scope->device);
        return Forms::tr("Device %1: %2").arg(device ? bridge::fromText(device->name) : QString::fromStdString(scope->device.text()), scopeText(scope->scope, latest));
    }
    if (const auto* set = std::get_if<roster::SetPartner>(&change)) return agreementText(*set, latest);
    if (const auto* end = std::get_if<roster::EndPartner>(&change))
        return Forms::tr("End the agreement %1, nothing leaves under it any more: %2").arg(bridge::fromText(end->id), bridge::fromText(end->reason));
    if (const auto* policy = std::get_if<roster::SetPolicy>(&change)) return Forms::tr("Policy: %1").arg(bridge::fromText(policy->policy));
    return Forms::tr("Founding of the roster");
}

}  // namespace cotejo::roster_ui
