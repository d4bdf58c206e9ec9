-- Usher in Oracle.
-- When it broke off, drop the tables that are there before you run it again.

CREATE TABLE ofUsherVisit (
  visitID             VARCHAR2(255)   NOT NULL,
  workgroup           VARCHAR2(255)   NOT NULL,
  queueName           VARCHAR2(255),
  phase               VARCHAR2(255),
  priority            NUMBER(10)      NOT NULL,
  arrivalNumber       NUMBER(19)      NOT NULL,
  arrivedAt           NUMBER(19)      NOT NULL,
  customerUser        VARCHAR2(2047),
  customerConnection  VARCHAR2(3071),
  customerHash        CHAR(64),
  origin              VARCHAR2(255),
  agentUser           VARCHAR2(2047),
  agentConnection     VARCHAR2(3071),
  endedAt             NUMBER(19),
  endReason           VARCHAR2(255),
  entryCount          NUMBER(10)      NOT NULL,
  driveCount          NUMBER(10)      NOT NULL,
  answers             CLOB,
  visitState          CLOB,
  CONSTRAINT ofUsherVisit_pk PRIMARY KEY (visitID)
);
CREATE INDEX ofUsherVisit_live_idx ON ofUsherVisit (workgroup, endedAt);
CREATE INDEX ofUsherVisit_ended_idx ON ofUsherVisit (endedAt);
CREATE INDEX ofUsherVisit_arrived_idx ON ofUsherVisit (workgroup, arrivedAt);
CREATE INDEX ofUsherVisit_customer_idx ON ofUsherVisit (workgroup, customerHash, arrivedAt);

CREATE TABLE ofUsherEntry (
  visitID             VARCHAR2(255)   NOT NULL,
  entryNumber         NUMBER(10)      NOT NULL,
  enteredAt           NUMBER(19)      NOT NULL,
  kind                VARCHAR2(255),
  who                 VARCHAR2(3071),
  what                CLOB,
  stanzaName          VARCHAR2(255),
  CONSTRAINT ofUsherEntry_pk PRIMARY KEY (visitID, entryNumber)
);

CREATE TABLE ofUsherSeat (
  visitID             VARCHAR2(255)   NOT NULL,
  entryNumber         NUMBER(10)      NOT NULL,
  workgroup           VARCHAR2(255)   NOT NULL,
  agentHash           CHAR(64)        NOT NULL,
  agentUser           VARCHAR2(2047),
  enteredAt           NUMBER(19)      NOT NULL,
  CONSTRAINT ofUsherSeat_pk PRIMARY KEY (visitID, entryNumber)
);
CREATE INDEX ofUsherSeat_agent_idx ON ofUsherSeat (workgroup, agentHash);

CREATE TABLE ofUsherDuty (
  workgroup           VARCHAR2(255)   NOT NULL,
  connectionHash      CHAR(64)        NOT NULL,
  agentUser           VARCHAR2(2047),
  agentConnection     VARCHAR2(3071),
  available           NUMBER(10)      NOT NULL,
  wish                NUMBER(10)      NOT NULL,
  CONSTRAINT ofUsherDuty_pk PRIMARY KEY (workgroup, connectionHash)
);

CREATE TABLE ofUsherMacros (
  workgroup           VARCHAR2(255)   NOT NULL,
  userHash            CHAR(64)        NOT NULL,
  agentUser           VARCHAR2(2047),
  model               CLOB,
  CONSTRAINT ofUsherMacros_pk PRIMARY KEY (workgroup, userHash)
);

-- Last, so that it is there only when all of it is.
INSERT INTO ofVersion (name, version) VALUES ('usher', 1);

commit;
