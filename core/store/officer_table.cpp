#include "core/store/officer_table.h"

#include "core/record/act.h"
#include "core/store/errors.h"

namespace cotejo::store {
namespace {

Result<record::Officer> readOfficer(const std::string& doc) {
    auto officer = record::officerFromJson(doc);
    if (!officer) return fail(kCorrupt, "a stored officer cannot be read: " + officer.error().detail);
    return officer;
}

Device readDevice(const Statement& rows) {
    Device device{rows.id<DeviceId>(0), rows.id<PublicKey>(1), rows.id<PostId>(2), rows.text(3), {}};
    if (!rows.isNull(4)) device.revokedFrom = static_cast<std::uint64_t>(rows.integer(4));
    return device;
}

}  // namespace

Status OfficerTable::put(const record::Officer& officer) {
    return m_db.run("INSERT INTO officer(id, login, key, active, doc) VALUES(?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET "
                    "login=excluded.login, key=excluded.key, active=excluded.active, doc=excluded.doc",
                    officer.id, officer.login, officer.key, officer.active, record::officerToJson(officer));
}

Result<std::optional<record::Officer>> OfficerTable::find(const OfficerId& id) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT doc FROM officer WHERE id=?"));
    COTEJO_TRY_ASSIGN(const bool row, rows.bindAll(id).step());
    if (!row) return std::optional<record::Officer>();
    COTEJO_TRY_ASSIGN(auto officer, readOfficer(rows.text(0)));
    return std::optional<record::Officer>(std::move(officer));
}

Result<std::vector<record::Officer>> OfficerTable::all() {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT doc FROM officer ORDER BY login, id"));
    std::vector<record::Officer> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        COTEJO_TRY_ASSIGN(found.emplace_back(), readOfficer(rows.text(0)));
    }
}

Status DeviceTable::put(const Device& device) {
    return m_db.run("INSERT INTO device(dev, key, post, name, revoked_from) VALUES(?,?,?,?,?) ON CONFLICT(dev) DO UPDATE SET "
                    "key=excluded.key, post=excluded.post, name=excluded.name, revoked_from=excluded.revoked_from",
                    device.id, device.key, device.post, device.name, device.revokedFrom);
}

Result<std::optional<Device>> DeviceTable::find(const DeviceId& id) {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT dev, key, post, name, revoked_from FROM device WHERE dev=?"));
    COTEJO_TRY_ASSIGN(const bool row, rows.bindAll(id).step());
    return row ? std::optional<Device>(readDevice(rows)) : std::nullopt;
}

Result<std::vector<Device>> DeviceTable::all() {
    COTEJO_TRY_ASSIGN(auto rows, m_db.prepare("SELECT dev, key, post, name, revoked_from FROM device ORDER BY name, dev"));
    std::vector<Device> found;
    while (true) {
        COTEJO_TRY_ASSIGN(const bool row, rows.step());
        if (!row) return found;
        found.push_back(readDevice(rows));
    }
}

}  // namespace cotejo::store
