-- Usher in MariaDB from Openfire 5.2 on.
-- Text is compared by its code points: "Cafe" is another workgroup than "cafe".
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
  answers             LONGTEXT,
  visitState          LONGTEXT,
  PRIMARY KEY (visitID),
  INDEX ofUsherVisit_live_idx (workgroup, endedAt),
  INDEX ofUsherVisit_ended_idx (endedAt),
  INDEX ofUsherVisit_arrived_idx (workgroup, arrivedAt),
  INDEX ofUsherVisit_customer_idx (workgroup, customerHash, arrivedAt)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ofUsherEntry (
  visitID             VARCHAR(255)   NOT NULL,
  entryNumber         INTEGER        NOT NULL,
  enteredAt           BIGINT         NOT NULL,
  kind                VARCHAR(255),
  who                 VARCHAR(3071),
  what                LONGTEXT,
  stanzaName          VARCHAR(255),
  PRIMARY KEY (visitID, entryNumber)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ofUsherSeat (
  visitID             VARCHAR(255)   NOT NULL,
  entryNumber         INTEGER        NOT NULL,
  workgroup           VARCHAR(255)   NOT NULL,
  agentHash           CHAR(64)       NOT NULL,
  agentUser           VARCHAR(2047),
  enteredAt           BIGINT         NOT NULL,
  PRIMARY KEY (visitID, entryNumber),
  INDEX ofUsherSeat_agent_idx (workgroup, agentHash)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ofUsherDuty (
  workgroup           VARCHAR(255)   NOT NULL,
  connectionHash      CHAR(64)       NOT NULL,
  agentUser           VARCHAR(2047),
  agentConnection     VARCHAR(3071),
  available           INTEGER        NOT NULL,
  wish                INTEGER        NOT NULL,
  PRIMARY KEY (workgroup, connectionHash)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ofUsherMacros (
  workgroup           VARCHAR(255)   NOT NULL,
  userHash            CHAR(64)       NOT NULL,
  agentUser           VARCHAR(2047),
  model               LONGTEXT,
  PRIMARY KEY (workgroup, userHash)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Last, so that it is there only when all of it is.
INSERT INTO ofVersion (name, version) VALUES ('usher', 1);
