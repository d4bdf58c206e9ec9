-- Usher in H2 on Openfire 4.2.0, which takes H2 for DB2.
-- It may be run again when it broke off.

CREATE TABLE IF NOT EXISTS ofUsherVisit (
  visitID             VARCHAR(255)   NOT NULL,
  workgroup           VARCHAR(255)   NOT NULL,
  queueName           VARCHAR(255),
  phase               VARCHAR(255),
  priority            INTEGER        NOT NULL,
  arrivalNumber       BIGINT         NOT NULL,
  arrivedAt           BIGINT         NOT NULL,
  customerUser        VARCHAR(2047),
  customerConnection  VARCHAR(3071),
  customerHash        CHAR(64),
  origin              VARCHAR(255),
  agentUser           VARCHAR(2047),
  agentConnection     VARCHAR(3071),
  endedAt             BIGINT,
  endReason           VARCHAR(255),
  entryCount          INTEGER        NOT NULL,
  driveCount          INTEGER        NOT NULL,
  answers             CLOB(1G),
  visitState          CLOB(1G),
  CONSTRAINT ofUsherVisit_pk PRIMARY KEY (visitID)
);
CREATE INDEX IF NOT EXISTS ofUsherVisit_live_idx ON ofUsherVisit (workgroup, endedAt);
CREATE INDEX IF NOT EXISTS ofUsherVisit_ended_idx ON ofUsherVisit (endedAt);
CREATE INDEX IF NOT EXISTS ofUsherVisit_arrived_idx ON ofUsherVisit (workgroup, arrivedAt);
CREATE INDEX IF NOT EXISTS ofUsherVisit_customer_idx ON ofUsherVisit (workgroup, customerHash, arrivedAt);

CREATE TABLE IF NOT EXISTS ofUsherEntry (
  visitID             VARCHAR(255)   NOT NULL,
  entryNumber         INTEGER        NOT NULL,
  enteredAt           BIGINT         NOT NULL,
  kind                VARCHAR(255),
  who                 VARCHAR(3071),
  what                CLOB(1G),
  stanzaName          VARCHAR(255),
  CONSTRAINT ofUsherEntry_pk PRIMARY KEY (visitID, entryNumber)
);

CREATE TABLE IF NOT EXISTS ofUsherSeat (
  visitID             VARCHAR(255)   NOT NULL,
  entryNumber         INTEGER        NOT NULL,
  workgroup           VARCHAR(255)   NOT NULL,
  agentHash           CHAR(64)       NOT NULL,
  agentUser           VARCHAR(2047),
  enteredAt           BIGINT         NOT NULL,
  CONSTRAINT ofUsherSeat_pk PRIMARY KEY (visitID, entryNumber)
);
CREATE INDEX IF NOT EXISTS ofUsherSeat_agent_idx ON ofUsherSeat (workgroup, agentHash);

CREATE TABLE IF NOT EXISTS ofUsherDuty (
  workgroup           VARCHAR(255)   NOT NULL,
  connectionHash      CHAR(64)       NOT NULL,
  agentUser           VARCHAR(2047),
  agentConnection     VARCHAR(3071),
  available           INTEGER        NOT NULL,
  wish                INTEGER        NOT NULL,
  CONSTRAINT ofUsherDuty_pk PRIMARY KEY (workgroup, connectionHash)
);

CREATE TABLE IF NOT EXISTS ofUsherMacros (
  workgroup           VARCHAR(255)   NOT NULL,
  userHash            CHAR(64)       NOT NULL,
  agentUser           VARCHAR(2047),
  model               CLOB(1G),
  CONSTRAINT ofUsherMacros_pk PRIMARY KEY (workgroup, userHash)
);

-- Last, so that it is there only when all of it is.
INSERT INTO ofVersion (name, version) VALUES ('usher', 1);
