#include "core/store/schema.h"

#include <algorithm>
#include <array>

namespace cotejo::store {
namespace {

constexpr std::string_view kFirst = R"sql(
CREATE TABLE meta(
  k TEXT PRIMARY KEY,
  v BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- state: 0 local, 1 acknowledged, 2 pulled, 3 quarantined, 4 of a newer Cotejo; without gseq the server has not got it
CREATE TABLE event(
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK(length(hash) = 32),
  chain BLOB NOT NULL CHECK(length(chain) = 16),
  seq INTEGER NOT NULL CHECK(seq > 0),
  gseq INTEGER UNIQUE,
  dev BLOB NOT NULL CHECK(length(dev) = 16),
  usr BLOB NOT NULL CHECK(length(usr) = 16),
  role TEXT NOT NULL,
  type TEXT NOT NULL,
  entity BLOB CHECK(entity IS NULL OR length(entity) = 16),
  schema INTEGER NOT NULL,
  t_wall INTEGER NOT NULL,
  t_recv INTEGER,
  state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 4),
  envelope BLOB NOT NULL,
  UNIQUE(chain, seq),
  CONSTRAINT system_decides_nothing CHECK(state IN (3, 4) OR role <> 'system' OR NOT (type GLOB 'decision.*'
    OR type IN ('hold.lift', 'examination.conclude', 'conflict.resolve', 'case.cancel', 'partner.authorise')))
) STRICT;
CREATE INDEX event_entity ON event(entity, id) WHERE entity IS NOT NULL;
CREATE INDEX event_admin ON event(id) WHERE type GLOB 'admin.*';
CREATE INDEX event_quarantined ON event(id) WHERE state = 3;
CREATE INDEX event_unsent ON event(id) WHERE gseq IS NULL;
CREATE INDEX event_unsent_entity ON event(entity) WHERE gseq IS NULL AND entity IS NOT NULL;

CREATE TRIGGER event_is_immutable BEFORE UPDATE OF id, hash, chain, seq, dev, usr, role, type, entity, schema, t_wall, envelope
ON event BEGIN SELECT RAISE(ABORT, 'event_is_immutable'); END;
CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'event_is_kept'); END;

CREATE TABLE chain_tip(
  chain BLOB PRIMARY KEY CHECK(length(chain) = 16),
  dev BLOB NOT NULL,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  ord INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
CREATE TRIGGER chain_tip_only_grows BEFORE UPDATE ON chain_tip WHEN NEW.seq < OLD.seq OR NEW.chain <> OLD.chain
BEGIN SELECT RAISE(ABORT, 'chain_tip_only_grows'); END;
CREATE TRIGGER chain_tip_is_kept BEFORE DELETE ON chain_tip BEGIN SELECT RAISE(ABORT, 'chain_tip_is_kept'); END;

-- why an event has no effect; the envelope stands here only while the event table cannot hold it (a gap, a fork)
CREATE TABLE quarantine(
  hash BLOB PRIMARY KEY,
  reason TEXT NOT NULL,
  t INTEGER NOT NULL,
  gseq INTEGER,
  envelope BLOB
) STRICT;
CREATE INDEX quarantine_aside ON quarantine(gseq) WHERE envelope IS NOT NULL;
CREATE INDEX quarantine_reason ON quarantine(reason);

CREATE TABLE send_note(
  hash BLOB PRIMARY KEY REFERENCES event(hash),
  tries INTEGER NOT NULL,
  t INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- who took part in a comparison or a proposal of a case, or cleared the way for it; filled with the projection, read by four_eyes
CREATE TABLE act_actor(
  entity BLOB NOT NULL,
  usr BLOB NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('comparison', 'proposal', 'clearance')),
  PRIMARY KEY(entity, usr, kind)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER act_actor_is_kept BEFORE DELETE ON act_actor BEGIN SELECT RAISE(ABORT, 'act_actor_is_kept'); END;
CREATE TRIGGER act_actor_is_immutable BEFORE UPDATE ON act_actor BEGIN SELECT RAISE(ABORT, 'act_actor_is_immutable'); END;
CREATE TRIGGER four_eyes BEFORE INSERT ON event WHEN NEW.type = 'decision.approve' AND NEW.state = 0
  AND EXISTS(SELECT 1 FROM act_actor WHERE entity = NEW.entity AND usr = NEW.usr)
BEGIN SELECT RAISE(ABORT, 'four_eyes'); END;

CREATE TABLE case_row(
  id INTEGER PRIMARY KEY,
  entity BLOB NOT NULL UNIQUE CHECK(length(entity) = 16),
  number TEXT NOT NULL,
  post BLOB NOT NULL,
  state TEXT NOT NULL,
  priority INTEGER NOT NULL,
  reason TEXT NOT NULL,
  deadline INTEGER NOT NULL,
  deadline_kind TEXT NOT NULL,
  family_name TEXT NOT NULL,
  given_names TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  nationality TEXT NOT NULL,
  document_issuer TEXT NOT NULL,
  document_number TEXT NOT NULL,
  holds INTEGER NOT NULL,
  lease_officer BLOB,
  lease_name TEXT,
  lease_until INTEGER,
  opened INTEGER NOT NULL,
  search TEXT NOT NULL
) STRICT;
CREATE INDEX case_number ON case_row(number);
CREATE INDEX case_urgency ON case_row(state, priority, deadline, id);
CREATE INDEX case_post_urgency ON case_row(post, state, priority, deadline, id);
CREATE INDEX case_deadline ON case_row(state, deadline, id);
CREATE INDEX case_opened ON case_row(state, opened, id);
CREATE INDEX case_held ON case_row(state, priority, deadline, id) WHERE holds <> 0;
CREATE INDEX case_leased ON case_row(lease_officer, state) WHERE lease_officer IS NOT NULL;

CREATE TABLE case_doc(
  id INTEGER PRIMARY KEY REFERENCES case_row(id),
  doc TEXT NOT NULL
) STRICT;

CREATE TABLE counter(
  post BLOB NOT NULL,
  name TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY(post, name)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE case_search USING fts5(words, content='', contentless_delete=1, detail=none, prefix='2 3 4',
  tokenize="unicode61 remove_diacritics 2");

-- state: 0 not here yet, 1 inline, 2 in a file, 3 erased
CREATE TABLE blob(
  sha BLOB PRIMARY KEY CHECK(length(sha) = 32),
  len INTEGER NOT NULL,
  mime TEXT NOT NULL,
  state INTEGER NOT NULL,
  bytes BLOB,
  file TEXT,
  key BLOB,
  CHECK(CASE state WHEN 0 THEN bytes IS NULL AND key IS NULL WHEN 1 THEN bytes IS NOT NULL AND key IS NULL
    WHEN 2 THEN bytes IS NULL AND file IS NOT NULL AND key IS NOT NULL WHEN 3 THEN bytes IS NULL AND key IS NULL ELSE 0 END)
) STRICT;
CREATE INDEX blob_missing ON blob(sha) WHERE state = 0;
CREATE TABLE blob_use(
  sha BLOB NOT NULL REFERENCES blob(sha),
  owner BLOB NOT NULL,
  PRIMARY KEY(sha, owner)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_use_owner ON blob_use(owner);
CREATE TABLE blob_part(
  sha BLOB NOT NULL REFERENCES blob(sha),
  off INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY(sha, off)
) STRICT;

CREATE TABLE watchlist_entry(
  id INTEGER PRIMARY KEY,
  entry BLOB NOT NULL UNIQUE CHECK(length(entry) = 16),
  gallery TEXT NOT NULL,
  status TEXT NOT NULL,
  version INTEGER NOT NULL,
  doc TEXT NOT NULL
) STRICT;
CREATE INDEX watchlist_gallery ON watchlist_entry(gallery, status, id);
CREATE TABLE watchlist_capture(
  capture BLOB PRIMARY KEY,
  entry BLOB NOT NULL REFERENCES watchlist_entry(entry),
  modality TEXT NOT NULL,
  position INTEGER NOT NULL,
  blob BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX watchlist_capture_entry ON watchlist_capture(entry);

CREATE TABLE template(
  capture BLOB NOT NULL CHECK(length(capture) = 16),
  algorithm TEXT NOT NULL,
  version TEXT NOT NULL,
  model BLOB NOT NULL,
  bytes BLOB,
  failure TEXT,
  PRIMARY KEY(capture, algorithm, version, model),
  CHECK((bytes IS NULL) <> (failure IS NULL))
) STRICT;

CREATE TABLE officer(
  id BLOB PRIMARY KEY CHECK(length(id) = 16),
  login TEXT NOT NULL,
  key BLOB NOT NULL CHECK(length(key) = 32),
  active INTEGER NOT NULL,
  doc TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE device(
  dev BLOB PRIMARY KEY CHECK(length(dev) = 16),
  key BLOB NOT NULL CHECK(length(key) = 32),
  post BLOB NOT NULL,
  name TEXT NOT NULL,
  revoked_from INTEGER
) STRICT, WITHOUT ROWID;
CREATE TRIGGER officer_key_is_kept BEFORE UPDATE OF key ON officer WHEN NEW.key <> OLD.key
BEGIN SELECT RAISE(ABORT, 'officer_key_is_kept'); END;
CREATE TRIGGER officer_is_kept BEFORE DELETE ON officer BEGIN SELECT RAISE(ABORT, 'officer_is_kept'); END;
CREATE TRIGGER device_key_is_kept BEFORE UPDATE OF key ON device WHEN NEW.key <> OLD.key
BEGIN SELECT RAISE(ABORT, 'device_key_is_kept'); END;
CREATE TRIGGER device_is_kept BEFORE DELETE ON device BEGIN SELECT RAISE(ABORT, 'device_is_kept'); END;

CREATE TABLE sync_state(
  k TEXT PRIMARY KEY,
  v BLOB NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

constexpr std::string_view kImports = R"sql(
CREATE TABLE import_source(
  source BLOB PRIMARY KEY CHECK(length(source) = 32),
  entity BLOB NOT NULL CHECK(length(entity) = 16),
  t INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Counts every change of an entry, so that what is held in memory can be brought up to date by what changed.
constexpr std::string_view kWatchlistChanges = R"sql(
ALTER TABLE watchlist_entry ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
UPDATE watchlist_entry SET change = id;
CREATE INDEX watchlist_change ON watchlist_entry(change);
)sql";

// So that statistics of a week read a week: the acts that they count, by their authors' clocks.
constexpr std::string_view kCasework = R"sql(
CREATE INDEX event_casework ON event(t_wall, entity) WHERE type IN ('case.open', 'match.search', 'examination.conclude',
  'decision.approve', 'decision.reject', 'decision.execute', 'case.return', 'case.close', 'case.cancel');
)sql";

// Who was shown what others found in a case; filled with the projection, read by the queue.
constexpr std::string_view kShown = R"sql(
CREATE TABLE case_shown(
  entity BLOB NOT NULL,
  usr BLOB NOT NULL,
  PRIMARY KEY(entity, usr)
) STRICT, WITHOUT ROWID;
-- which entries of the list came up in a case: whom to tell when one is withdrawn
CREATE TABLE case_entry(
  entry BLOB NOT NULL CHECK(length(entry) = 16),
  entity BLOB NOT NULL CHECK(length(entity) = 16),
  PRIMARY KEY(entry, entity)
) STRICT, WITHOUT ROWID;
ALTER TABLE case_row ADD COLUMN attention INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER case_shown_is_kept BEFORE DELETE ON case_shown BEGIN SELECT RAISE(ABORT, 'case_shown_is_kept'); END;
CREATE TRIGGER case_shown_is_immutable BEFORE UPDATE ON case_shown BEGIN SELECT RAISE(ABORT, 'case_shown_is_immutable'); END;
)sql";

// The queue's orders once more by the clock that a case was opened with, for those who must not know which one runs.
constexpr std::string_view kOpenedClock = R"sql(
CREATE INDEX case_urgency_opened ON case_row(state, priority, attention, id);
CREATE INDEX case_post_urgency_opened ON case_row(post, state, priority, attention, id);
CREATE INDEX case_deadline_opened ON case_row(state, attention, id);
CREATE INDEX case_held_opened ON case_row(state, priority, attention, id) WHERE holds <> 0;
-- entries whose owner answered in a case that it is not so, with the version of the list that was asked about
CREATE TABLE entry_doubt(
  entry BLOB NOT NULL CHECK(length(entry) = 16),
  entity BLOB NOT NULL CHECK(length(entity) = 16),
  version INTEGER NOT NULL,
  PRIMARY KEY(entry, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_doubt_case ON entry_doubt(entity);
)sql";

// Who may act, as the organisation says it; and by which of its versions each act is judged: the first receipt's.
constexpr std::string_view kRoster = R"sql(
CREATE TABLE roster_entry(
  version INTEGER PRIMARY KEY CHECK(version > 0),
  hash BLOB NOT NULL CHECK(length(hash) = 32),
  entry BLOB NOT NULL
) STRICT;
CREATE TRIGGER roster_entry_is_kept BEFORE DELETE ON roster_entry BEGIN SELECT RAISE(ABORT, 'roster_entry_is_kept'); END;
CREATE TRIGGER roster_entry_is_immutable BEFORE UPDATE ON roster_entry BEGIN SELECT RAISE(ABORT, 'roster_entry_is_immutable'); END;
CREATE TRIGGER roster_only_grows BEFORE INSERT ON roster_entry
  WHEN NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM roster_entry)
BEGIN SELECT RAISE(ABORT, 'roster_only_grows'); END;
ALTER TABLE event ADD COLUMN receipt BLOB CHECK(receipt IS NULL OR length(receipt) BETWEEN 131 AND 40000);
ALTER TABLE quarantine ADD COLUMN receipt BLOB CHECK(receipt IS NULL OR length(receipt) BETWEEN 131 AND 40000);
-- entries of a chain that do not come to this device: their place and hash, by the server's word. What came later keeps its line
CREATE TABLE kept_back(
  chain BLOB NOT NULL CHECK(length(chain) = 16),
  seq INTEGER NOT NULL CHECK(seq > 0),
  dev BLOB NOT NULL CHECK(length(dev) = 16),
  hash BLOB NOT NULL CHECK(length(hash) = 32),
  PRIMARY KEY(chain, seq)
) STRICT, WITHOUT ROWID;
-- bytes 41 to 56: roster and server time of the first receipt (core/record/receipt.h)
CREATE TRIGGER first_receipt_is_kept BEFORE UPDATE OF receipt ON event
  WHEN OLD.receipt IS NOT NULL AND (NEW.receipt IS NULL OR substr(NEW.receipt, 41, 16) > substr(OLD.receipt, 41, 16))
BEGIN SELECT RAISE(ABORT, 'first_receipt_is_kept'); END;
)sql";

constexpr std::string_view kPartners = R"sql(
CREATE INDEX event_partner ON event(entity) WHERE type = 'partner.draft' AND entity IS NOT NULL;
)sql";

constexpr Migration kPostMigrations[] = {
    {1, "cases, events, attachments, watchlist, officers", kFirst},
    {2, "what was imported, to resume and to notice duplicates", kImports},
    {3, "which watchlist entries changed last, for searches in memory", kWatchlistChanges},
    {4, "which cases were worked on since when, for statistics", kCasework},
    {5, "who was shown what of a case", kShown},
    {6, "the queue by the clocks that everybody knows; entries in quarantine", kOpenedClock},
    {7, "the organisation's roster, and under which of its versions each act was received", kRoster},
    {8, "cases in which a partner state was asked", kPartners},
};
static_assert(isSequence(kPostMigrations));

}  // namespace

std::span<const Migration> postMigrations() { return kPostMigrations; }

bool hasLegalEffect(std::string_view eventType) {
    constexpr std::array<std::string_view, 4> kOthers{"hold.lift", "examination.conclude", "conflict.resolve", "case.cancel"};
    return eventType.starts_with("decision.") || std::ranges::find(kOthers, eventType) != kOthers.end();
}

}  // namespace cotejo::store
