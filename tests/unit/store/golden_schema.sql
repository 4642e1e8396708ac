index blob_missing
CREATE INDEX blob_missing ON blob(sha) WHERE state = 0;
index blob_use_owner
CREATE INDEX blob_use_owner ON blob_use(owner);
index case_deadline
CREATE INDEX case_deadline ON case_row(state, deadline, id);
index case_deadline_opened
CREATE INDEX case_deadline_opened ON case_row(state, attention, id);
index case_held
CREATE INDEX case_held ON case_row(state, priority, deadline, id) WHERE holds <> 0;
index case_held_opened
CREATE INDEX case_held_opened ON case_row(state, priority, attention, id) WHERE holds <> 0;
index case_leased
CREATE INDEX case_leased ON case_row(lease_officer, state) WHERE lease_officer IS NOT NULL;
index case_number
CREATE INDEX case_number ON case_row(number);
index case_opened
CREATE INDEX case_opened ON case_row(state, opened, id);
index case_post_urgency
CREATE INDEX case_post_urgency ON case_row(post, state, priority, deadline, id);
index case_post_urgency_opened
CREATE INDEX case_post_urgency_opened ON case_row(post, state, priority, attention, id);
index case_urgency
CREATE INDEX case_urgency ON case_row(state, priority, deadline, id);
index case_urgency_opened
CREATE INDEX case_urgency_opened ON case_row(state, priority, attention, id);
index entry_doubt_case
CREATE INDEX entry_doubt_case ON entry_doubt(entity);
index event_admin
CREATE INDEX event_admin ON event(id) WHERE type GLOB 'admin.*';
index event_casework
CREATE INDEX event_casework ON event(t_wall, entity) WHERE type IN ('case.open', 'match.search', 'examination.conclude',
  'decision.approve', 'decision.reject', 'decision.execute', 'case.return', 'case.close', 'case.cancel');
index event_entity
CREATE INDEX event_entity ON event(entity, id) WHERE entity IS NOT NULL;
index event_partner
CREATE INDEX event_partner ON event(entity) WHERE type = 'partner.draft' AND entity IS NOT NULL;
index event_quarantined
CREATE INDEX event_quarantined ON event(id) WHERE state = 3;
index event_unsent
CREATE INDEX event_unsent ON event(id) WHERE gseq IS NULL;
index event_unsent_entity
CREATE INDEX event_unsent_entity ON event(entity) WHERE gseq IS NULL AND entity IS NOT NULL;
index quarantine_aside
CREATE INDEX quarantine_aside ON quarantine(gseq) WHERE envelope IS NOT NULL;
index quarantine_reason
CREATE INDEX quarantine_reason ON quarantine(reason);
index watchlist_capture_entry
CREATE INDEX watchlist_capture_entry ON watchlist_capture(entry);
index watchlist_change
CREATE INDEX watchlist_change ON watchlist_entry(change);
index watchlist_gallery
CREATE INDEX watchlist_gallery ON watchlist_entry(gallery, status, id);
table act_actor
CREATE TABLE act_actor(
  entity BLOB NOT NULL,
  usr BLOB NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('comparison', 'proposal', 'clearance')),
  PRIMARY KEY(entity, usr, kind)
) STRICT, WITHOUT ROWID;
table blob
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
table blob_part
CREATE TABLE blob_part(
  sha BLOB NOT NULL REFERENCES blob(sha),
  off INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY(sha, off)
) STRICT;
table blob_use
CREATE TABLE blob_use(
  sha BLOB NOT NULL REFERENCES blob(sha),
  owner BLOB NOT NULL,
  PRIMARY KEY(sha, owner)
) STRICT, WITHOUT ROWID;
table case_doc
CREATE TABLE case_doc(
  id INTEGER PRIMARY KEY REFERENCES case_row(id),
  doc TEXT NOT NULL
) STRICT;
table case_entry
CREATE TABLE case_entry(
  entry BLOB NOT NULL CHECK(length(entry) = 16),
  entity BLOB NOT NULL CHECK(length(entity) = 16),
  PRIMARY KEY(entry, entity)
) STRICT, WITHOUT ROWID;
table case_row
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
, attention INTEGER NOT NULL DEFAULT 0) STRICT;
table case_search
CREATE VIRTUAL TABLE case_search USING fts5(words, content='', contentless_delete=1, detail=none, prefix='2 3 4',
  tokenize="unicode61 remove_diacritics 2");
table case_search_config
CREATE TABLE 'case_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
table case_search_data
CREATE TABLE 'case_search_data'(id INTEGER PRIMARY KEY, block BLOB);
table case_search_docsize
CREATE TABLE 'case_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
table case_search_idx
CREATE TABLE 'case_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
table case_shown
CREATE TABLE case_shown(
  entity BLOB NOT NULL,
  usr BLOB NOT NULL,
  PRIMARY KEY(entity, usr)
) STRICT, WITHOUT ROWID;
table chain_tip
CREATE TABLE chain_tip(
  chain BLOB PRIMARY KEY CHECK(length(chain) = 16),
  dev BLOB NOT NULL,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  ord INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
table counter
CREATE TABLE counter(
  post BLOB NOT NULL,
  name TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY(post, name)
) STRICT, WITHOUT ROWID;
table device
CREATE TABLE device(
  dev BLOB PRIMARY KEY CHECK(length(dev) = 16),
  key BLOB NOT NULL CHECK(length(key) = 32),
  post BLOB NOT NULL,
  name TEXT NOT NULL,
  revoked_from INTEGER
) STRICT, WITHOUT ROWID;
table entry_doubt
CREATE TABLE entry_doubt(
  entry BLOB NOT NULL CHECK(length(entry) = 16),
  entity BLOB NOT NULL CHECK(length(entity) = 16),
  version INTEGER NOT NULL,
  PRIMARY KEY(entry, entity)
) STRICT, WITHOUT ROWID;
table event
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
  envelope BLOB NOT NULL, receipt BLOB CHECK(receipt IS NULL OR length(receipt) BETWEEN 131 AND 40000),
  UNIQUE(chain, seq),
  CONSTRAINT system_decides_nothing CHECK(state IN (3, 4) OR role <> 'system' OR NOT (type GLOB 'decision.*'
    OR type IN ('hold.lift', 'examination.conclude', 'conflict.resolve', 'case.cancel', 'partner.authorise')))
) STRICT;
table import_source
CREATE TABLE import_source(
  source BLOB PRIMARY KEY CHECK(length(source) = 32),
  entity BLOB NOT NULL CHECK(length(entity) = 16),
  t INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
table kept_back
CREATE TABLE kept_back(
  chain BLOB NOT NULL CHECK(length(chain) = 16),
  seq INTEGER NOT NULL CHECK(seq > 0),
  dev BLOB NOT NULL CHECK(length(dev) = 16),
  hash BLOB NOT NULL CHECK(length(hash) = 32),
  PRIMARY KEY(chain, seq)
) STRICT, WITHOUT ROWID;
table meta
CREATE TABLE meta(
  k TEXT PRIMARY KEY,
  v BLOB NOT NULL
) STRICT, WITHOUT ROWID;
table officer
CREATE TABLE officer(
  id BLOB PRIMARY KEY CHECK(length(id) = 16),
  login TEXT NOT NULL,
  key BLOB NOT NULL CHECK(length(key) = 32),
  active INTEGER NOT NULL,
  doc TEXT NOT NULL
) STRICT, WITHOUT ROWID;
table quarantine
CREATE TABLE quarantine(
  hash BLOB PRIMARY KEY,
  reason TEXT NOT NULL,
  t INTEGER NOT NULL,
  gseq INTEGER,
  envelope BLOB
, receipt BLOB CHECK(receipt IS NULL OR length(receipt) BETWEEN 131 AND 40000)) STRICT;
table roster_entry
CREATE TABLE roster_entry(
  version INTEGER PRIMARY KEY CHECK(version > 0),
  hash BLOB NOT NULL CHECK(length(hash) = 32),
  entry BLOB NOT NULL
) STRICT;
table send_note
CREATE TABLE send_note(
  hash BLOB PRIMARY KEY REFERENCES event(hash),
  tries INTEGER NOT NULL,
  t INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
table sync_state
CREATE TABLE sync_state(
  k TEXT PRIMARY KEY,
  v BLOB NOT NULL
) STRICT, WITHOUT ROWID;
table template
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
table watchlist_capture
CREATE TABLE watchlist_capture(
  capture BLOB PRIMARY KEY,
  entry BLOB NOT NULL REFERENCES watchlist_entry(entry),
  modality TEXT NOT NULL,
  position INTEGER NOT NULL,
  blob BLOB
) STRICT, WITHOUT ROWID;
table watchlist_entry
CREATE TABLE watchlist_entry(
  id INTEGER PRIMARY KEY,
  entry BLOB NOT NULL UNIQUE CHECK(length(entry) = 16),
  gallery TEXT NOT NULL,
  status TEXT NOT NULL,
  version INTEGER NOT NULL,
  doc TEXT NOT NULL
, change INTEGER NOT NULL DEFAULT 0) STRICT;
trigger act_actor_is_immutable
CREATE TRIGGER act_actor_is_immutable BEFORE UPDATE ON act_actor BEGIN SELECT RAISE(ABORT, 'act_actor_is_immutable'); END;
trigger act_actor_is_kept
CREATE TRIGGER act_actor_is_kept BEFORE DELETE ON act_actor BEGIN SELECT RAISE(ABORT, 'act_actor_is_kept'); END;
trigger case_shown_is_immutable
CREATE TRIGGER case_shown_is_immutable BEFORE UPDATE ON case_shown BEGIN SELECT RAISE(ABORT, 'case_shown_is_immutable'); END;
trigger case_shown_is_kept
CREATE TRIGGER case_shown_is_kept BEFORE DELETE ON case_shown BEGIN SELECT RAISE(ABORT, 'case_shown_is_kept'); END;
trigger chain_tip_is_kept
CREATE TRIGGER chain_tip_is_kept BEFORE DELETE ON chain_tip BEGIN SELECT RAISE(ABORT, 'chain_tip_is_kept'); END;
trigger chain_tip_only_grows
CREATE TRIGGER chain_tip_only_grows BEFORE UPDATE ON chain_tip WHEN NEW.seq < OLD.seq OR NEW.chain <> OLD.chain
BEGIN SELECT RAISE(ABORT, 'chain_tip_only_grows'); END;
trigger device_is_kept
CREATE TRIGGER device_is_kept BEFORE DELETE ON device BEGIN SELECT RAISE(ABORT, 'device_is_kept'); END;
trigger device_key_is_kept
CREATE TRIGGER device_key_is_kept BEFORE UPDATE OF key ON device WHEN NEW.key <> OLD.key
BEGIN SELECT RAISE(ABORT, 'device_key_is_kept'); END;
trigger event_is_immutable
CREATE TRIGGER event_is_immutable BEFORE UPDATE OF id, hash, chain, seq, dev, usr, role, type, entity, schema, t_wall, envelope
ON event BEGIN SELECT RAISE(ABORT, 'event_is_immutable'); END;
trigger event_is_kept
CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'event_is_kept'); END;
trigger first_receipt_is_kept
CREATE TRIGGER first_receipt_is_kept BEFORE UPDATE OF receipt ON event
  WHEN OLD.receipt IS NOT NULL AND (NEW.receipt IS NULL OR substr(NEW.receipt, 41, 16) > substr(OLD.receipt, 41, 16))
BEGIN SELECT RAISE(ABORT, 'first_receipt_is_kept'); END;
trigger four_eyes
CREATE TRIGGER four_eyes BEFORE INSERT ON event WHEN NEW.type = 'decision.approve' AND NEW.state = 0
  AND EXISTS(SELECT 1 FROM act_actor WHERE entity = NEW.entity AND usr = NEW.usr)
BEGIN SELECT RAISE(ABORT, 'four_eyes'); END;
trigger officer_is_kept
CREATE TRIGGER officer_is_kept BEFORE DELETE ON officer BEGIN SELECT RAISE(ABORT, 'officer_is_kept'); END;
trigger officer_key_is_kept
CREATE TRIGGER officer_key_is_kept BEFORE UPDATE OF key ON officer WHEN NEW.key <> OLD.key
BEGIN SELECT RAISE(ABORT, 'officer_key_is_kept'); END;
trigger roster_entry_is_immutable
CREATE TRIGGER roster_entry_is_immutable BEFORE UPDATE ON roster_entry BEGIN SELECT RAISE(ABORT, 'roster_entry_is_immutable'); END;
trigger roster_entry_is_kept
CREATE TRIGGER roster_entry_is_kept BEFORE DELETE ON roster_entry BEGIN SELECT RAISE(ABORT, 'roster_entry_is_kept'); END;
trigger roster_only_grows
CREATE TRIGGER roster_only_grows BEFORE INSERT ON roster_entry
  WHEN NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM roster_entry)
BEGIN SELECT RAISE(ABORT, 'roster_only_grows'); END;
