#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/record/act.h"
#include "core/record/event.h"
#include "core/record/receipt.h"
#include "core/store/database.h"

namespace cotejo::journal {

/// Whose hand writes: the device and the officer who signed in. `chain` is new at every sign-in, so that a disk brought back
/// from a copy can never use an entry number twice.
struct Signer {
    std::string org;
    DeviceId device;
    SigningKey deviceKey;
    OfficerId user;
    SigningKey userKey;
    ChainId chain = ChainId::random();
};

/// What the author decides about an entry; everything else (place in the chain, times, what was seen of the server) is filled in.
struct Draft {
    std::string type;
    Bytes body;
    std::optional<CaseId> entity;
    std::vector<Hash> parents;  ///< heads of the case as the officer saw them
    std::string role;           ///< code of record::Role
    std::vector<record::BlobRef> blobs;  ///< a length of 0 is looked up in the store
    std::optional<Hash> reissueOf;

    /// An act on a case, with its attachments.
    static Draft of(const record::Act& act, const CaseId& entity, std::vector<Hash> parents, std::string role);
};

/// Writes entries of one sign-in. Thread: inside Store::write, which lets one write at a time through.
class Journal {
  public:
    /// `clock` outlives the journal.
    Journal(Signer signer, const Clock& clock);

    /// Signs and stores the next entry of this chain. The caller refolds the case and commits. Errors: E_JOURNAL_SYSTEM,
    /// E_JOURNAL_TOO_LARGE, E_STORE_CONSTRAINT (rule "four_eyes" or "system_decides_nothing"), E_STORE_*.
    Result<record::Event> append(store::Transaction& transaction, Draft draft);

    const ChainId& chain() const { return m_signer.chain; }
    const SigningKey& deviceKey() const { return m_signer.deviceKey; }
    const SigningKey& userKey() const { return m_signer.userKey; }

  private:
    Signer m_signer;
    const Clock& m_clock;
    std::string m_bootId;
};

enum class Intake {
    Stored,      ///< new, and it has effect
    Known,       ///< was here already; its place in the server's order is noted
    NoEffect,    ///< stored in its chain, effect withheld: `reason`
    SetAside     ///< kept outside the chain until it fits, or for people to look at: `reason`
};

/// What became of an event from elsewhere. `reason` codes: "unknown_signer", "malformed", "revoked_device", those of roster::withoutAuthority, "rule:<name>" and
/// "newer" (NoEffect); "gap", "fork", "signature", "other_org" (SetAside).
struct Ingested {
    Intake outcome = Intake::Stored;
    std::string reason;
    Hash hash;
};

/// Takes in an event that the server sent. Verifies both signatures against the officers and devices known here, its place in
/// its chain, and the rules of the database. What the event says never makes this fail, only the store does: a pull goes on.
/// Where the post holds its organisation's roster, that says who is who, and `admin.*` events change nothing; elsewhere those from who may
/// send them update the tables of officers and devices. The first `receipt` of an event stays with it.
Result<Ingested> ingest(store::Transaction& transaction, const record::Event& event, std::uint64_t gseq, UtcTime received,
                        const std::string& org, const std::optional<record::PlaceReceipt>& receipt = {});

/// Tries again what waited for a signer or an earlier entry; call after a batch of ingest. Answers the cases to refold.
Result<std::vector<CaseId>> retrySetAside(store::Transaction& transaction, const std::string& org);

}  // namespace cotejo::journal
