-- Usher in SQL Server.
-- Text is compared by its code points: "Cafe" is another workgroup than "cafe".
-- When it broke off, drop the tables that are there before you run it again.

CREATE TABLE ofUsherVisit (
  visitID             NVARCHAR(255) COLLATE Latin1_General_BIN2  NOT NULL,
  workgroup           NVARCHAR(255) COLLATE Latin1_General_BIN2  NOT NULL,
  queueName           NVARCHAR(255),
  phase               NVARCHAR(255),
  priority            INT                                        NOT NULL,
  arrivalNumber       BIGINT                                     NOT NULL,
  arrivedAt           BIGINT                                     NOT NULL,
  customerUser        NVARCHAR(2047),
  customerConnection  NVARCHAR(3071),
  customerHash        CHAR(64) COLLATE Latin1_General_BIN2,
  origin              NVARCHAR(255),
  agentUser           NVARCHAR(2047),
  agentConnection     NVARCHAR(3071),
  endedAt             BIGINT,
  endReason           NVARCHAR(255),
  entryCount          INT                                        NOT NULL,
  driveCount          INT                                        NOT NULL,
  answers             NVARCHAR(MAX),
  visitState          NVARCHAR(MAX),
  CONSTRAINT ofUsherVisit_pk PRIMARY KEY (visitID)
);
CREATE INDEX ofUsherVisit_live_idx ON ofUsherVisit (workgroup, endedAt);
CREATE INDEX ofUsherVisit_ended_idx ON ofUsherVisit (endedAt);
CREATE INDEX ofUsherVisit_arrived_idx ON ofUsherVisit (workgroup, arrivedAt);
CREATE INDEX ofUsherVisit_customer_idx ON ofUsherVisit (workgroup, customerHash, arrivedAt);

CREATE TABLE ofUsherEntry (
  visitID             NVARCHAR(255) COLLATE Latin1_General_BIN2  NOT NULL,
  entryNumber         INT                                        NOT NULL,
  enteredAt           BIGINT                                     NOT NULL,
  kind                NVARCHAR(255),
  who                 NVARCHAR(3071),
  what                NVARCHAR(MAX),
  stanzaName          NVARCHAR(255),
  CONSTRAINT ofUsherEntry_pk PRIMARY KEY (visitID, entryNumber)
);

CREATE TABLE ofUsherSeat (
  visitID             NVARCHAR(255) COLLATE Latin1_General_BIN2  NOT NULL,
  entryNumber         INT                                        NOT NULL,
  workgroup           NVARCHAR(255) COLLATE Latin1_General_BIN2  NOT NULL,
  agentHash           CHAR(64) COLLATE Latin1_General_BIN2       NOT NULL,
  agentUser           NVARCHAR(2047),
  enteredAt           BIGINT                                     NOT NULL,
  CONSTRAINT ofUsherSeat_pk PRIMARY KEY (visitID, entryNumber)
);
CREATE INDEX ofUsherSeat_agent_idx ON ofUsherSeat (workgroup, agentHash);

CREATE TABLE ofUsherDuty (
  workgroup           NVARCHAR(255) COLLATE Latin1_General_BIN2  NOT NULL,
  connectionHash      CHAR(64) COLLATE Latin1_General_BIN2       NOT NULL,
  agentUser           NVARCHAR(2047),
  agentConnection     NVARCHAR(3071),
  available           INT                                        NOT NULL,
  wish                INT                                        NOT NULL,
  CONSTRAINT ofUsherDuty_pk PRIMARY KEY (workgroup, connectionHash)
);

CREATE TABLE ofUsherMacros (
  workgroup           NVARCHAR(255) COLLATE Latin1_General_BIN2  NOT NULL,
  userHash            CHAR(64) COLLATE Latin1_General_BIN2       NOT NULL,
  agentUser           NVARCHAR(2047),
  model               NVARCHAR(MAX),
  CONSTRAINT ofUsherMacros_pk PRIMARY KEY (workgroup, userHash)
);

-- Last, so that it is there only when all of it is.
INSERT INTO ofVersion (name, version) VALUES ('usher', 1);
