-- The tables of an Openfire 4.2.0 server on H2, written from what its statements read and write.
-- Openfire's SchemaManager runs this file once, when a home directory has no database yet.
-- It sends one statement for each semicolon at the end of a line, and skips lines that start with two dashes.
-- Instants are milliseconds, as text of fifteen digits; flags are 0 or 1.

CREATE TABLE ofVersion (name VARCHAR(50) PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE ofProperty (name VARCHAR(100) PRIMARY KEY, propValue CLOB NOT NULL, encrypted INTEGER);

-- The next number of each kind of object: system, roster item, offline message, room, audit entry, room service.
CREATE TABLE ofID (idType INTEGER PRIMARY KEY, id BIGINT NOT NULL);
INSERT INTO ofID (idType, id) VALUES (17, 1), (18, 1), (19, 1), (23, 1), (25, 1), (26, 2);

-- Accounts and what belongs to one account.
CREATE TABLE ofUser (
  username VARCHAR(64) PRIMARY KEY,
  name VARCHAR(100),
  email VARCHAR(100),
  plainPassword VARCHAR(32),
  encryptedPassword VARCHAR(255),
  storedKey VARCHAR(32),
  serverKey VARCHAR(32),
  salt VARCHAR(32),
  iterations INTEGER,
  creationDate VARCHAR(15) NOT NULL,
  modificationDate VARCHAR(15) NOT NULL
);
CREATE INDEX ofUser_created ON ofUser (creationDate);
CREATE TABLE ofUserProp (username VARCHAR(64), name VARCHAR(100), propValue CLOB NOT NULL, PRIMARY KEY (username, name));
-- The order of these columns matters: the server inserts without naming them.
CREATE TABLE ofUserFlag (username VARCHAR(64), name VARCHAR(100), startTime VARCHAR(15), endTime VARCHAR(15), PRIMARY KEY (username, name));
CREATE TABLE ofPresence (username VARCHAR(64) PRIMARY KEY, offlinePresence CLOB, offlineDate VARCHAR(15) NOT NULL);
CREATE TABLE ofVCard (username VARCHAR(64) PRIMARY KEY, vcard CLOB NOT NULL);
CREATE TABLE ofPrivate (username VARCHAR(64), name VARCHAR(100), namespace VARCHAR(200), privateData CLOB NOT NULL, PRIMARY KEY (username, name, namespace));
CREATE TABLE ofPrivacyList (username VARCHAR(64), name VARCHAR(100), isDefault INTEGER NOT NULL, list CLOB NOT NULL, PRIMARY KEY (username, name));
CREATE TABLE ofOffline (
  username VARCHAR(64),
  messageID BIGINT,
  creationDate VARCHAR(15) NOT NULL,
  messageSize INTEGER NOT NULL,
  stanza CLOB NOT NULL,
  PRIMARY KEY (username, messageID)
);

-- Contact lists.
CREATE TABLE ofRoster (
  rosterID BIGINT PRIMARY KEY,
  username VARCHAR(64) NOT NULL,
  jid VARCHAR(1024) NOT NULL,
  sub INTEGER NOT NULL,
  ask INTEGER NOT NULL,
  recv INTEGER NOT NULL,
  nick VARCHAR(255)
);
CREATE INDEX ofRoster_of_user ON ofRoster (username);
CREATE INDEX ofRoster_with_jid ON ofRoster (jid);
CREATE TABLE ofRosterGroups (rosterID BIGINT, rank INTEGER, groupName VARCHAR(255) NOT NULL, PRIMARY KEY (rosterID, rank));

-- Groups of users.
CREATE TABLE ofGroup (groupName VARCHAR(50) PRIMARY KEY, description VARCHAR(255));
CREATE TABLE ofGroupProp (groupName VARCHAR(50), name VARCHAR(100), propValue VARCHAR(4000) NOT NULL, PRIMARY KEY (groupName, name));
CREATE TABLE ofGroupUser (groupName VARCHAR(50), username VARCHAR(100), administrator INTEGER, PRIMARY KEY (groupName, username, administrator));

-- Who may connect as a component or as another server: nobody does here, but the server asks.
CREATE TABLE ofExtComponentConf (subdomain VARCHAR(255), wildcard INTEGER, secret VARCHAR(255), permission VARCHAR(10) NOT NULL, PRIMARY KEY (subdomain, wildcard));
CREATE TABLE ofRemoteServerConf (xmppDomain VARCHAR(255) PRIMARY KEY, remotePort INTEGER, permission VARCHAR(10) NOT NULL);
CREATE TABLE ofSecurityAuditLog (
  msgID BIGINT PRIMARY KEY,
  username VARCHAR(64) NOT NULL,
  entryStamp BIGINT NOT NULL,
  summary VARCHAR(255) NOT NULL,
  node VARCHAR(255) NOT NULL,
  details CLOB
);

-- Rooms. One service, "conference", is there from the start: the server creates none by itself.
CREATE TABLE ofMucService (serviceID BIGINT PRIMARY KEY, subdomain VARCHAR(255) NOT NULL UNIQUE, description VARCHAR(255), isHidden INTEGER NOT NULL);
INSERT INTO ofMucService (serviceID, subdomain, description, isHidden) VALUES (1, 'conference', NULL, 0);
CREATE TABLE ofMucServiceProp (serviceID BIGINT, name VARCHAR(100), propValue VARCHAR(4000) NOT NULL, PRIMARY KEY (serviceID, name));
CREATE TABLE ofMucRoom (
  roomID BIGINT PRIMARY KEY,
  serviceID BIGINT NOT NULL,
  name VARCHAR(1024) NOT NULL,
  naturalName VARCHAR(255) NOT NULL,
  description VARCHAR(255),
  subject VARCHAR(4000),
  roomPassword VARCHAR(50),
  creationDate VARCHAR(15) NOT NULL,
  modificationDate VARCHAR(15) NOT NULL,
  lockedDate VARCHAR(15) NOT NULL,
  emptyDate VARCHAR(15),
  maxUsers INTEGER NOT NULL,
  rolesToBroadcast INTEGER NOT NULL,
  allowpm INTEGER,
  canChangeSubject INTEGER NOT NULL,
  publicRoom INTEGER NOT NULL,
  moderated INTEGER NOT NULL,
  membersOnly INTEGER NOT NULL,
  canInvite INTEGER NOT NULL,
  canDiscoverJID INTEGER NOT NULL,
  logEnabled INTEGER NOT NULL,
  useReservedNick INTEGER NOT NULL,
  canChangeNick INTEGER NOT NULL,
  canRegister INTEGER NOT NULL,
  UNIQUE (serviceID, name)
);
CREATE TABLE ofMucRoomProp (roomID BIGINT, name VARCHAR(100), propValue VARCHAR(4000) NOT NULL, PRIMARY KEY (roomID, name));
CREATE TABLE ofMucAffiliation (roomID BIGINT, jid VARCHAR(1024), affiliation INTEGER NOT NULL, PRIMARY KEY (roomID, jid));
-- The last columns belong to a registration form that the server reads only while it repairs old databases.
CREATE TABLE ofMucMember (
  roomID BIGINT,
  jid VARCHAR(1024),
  nickname VARCHAR(255),
  firstName VARCHAR(100),
  lastName VARCHAR(100),
  url VARCHAR(100),
  email VARCHAR(100),
  faqentry VARCHAR(100),
  PRIMARY KEY (roomID, jid)
);
-- No key: the server takes the number of rows for the next message's number, and two writers may take the same.
CREATE TABLE ofMucConversationLog (
  roomID BIGINT NOT NULL,
  messageID BIGINT NOT NULL,
  sender VARCHAR(1024) NOT NULL,
  nickname VARCHAR(255),
  logTime VARCHAR(15) NOT NULL,
  subject VARCHAR(4000),
  body CLOB,
  stanza CLOB
);
CREATE INDEX ofMucConversationLog_in_room ON ofMucConversationLog (roomID, logTime);

-- Publish-subscribe. The empty node name is stored as one blank, hence no rule about content here.
CREATE TABLE ofPubsubNode (
  serviceID VARCHAR(100),
  nodeID VARCHAR(100),
  leaf INTEGER NOT NULL,
  parent VARCHAR(100),
  creator VARCHAR(1024) NOT NULL,
  name VARCHAR(50),
  description VARCHAR(255),
  language VARCHAR(255),
  creationDate VARCHAR(15) NOT NULL,
  modificationDate VARCHAR(15) NOT NULL,
  accessModel VARCHAR(10) NOT NULL,
  publisherModel VARCHAR(15) NOT NULL,
  associationPolicy VARCHAR(15),
  replyPolicy VARCHAR(15),
  payloadType VARCHAR(100),
  bodyXSLT VARCHAR(100),
  dataformXSLT VARCHAR(100),
  maxItems INTEGER NOT NULL,
  maxLeafNodes INTEGER,
  maxPayloadSize INTEGER NOT NULL,
  persistItems INTEGER NOT NULL,
  deliverPayloads INTEGER NOT NULL,
  notifyConfigChanges INTEGER NOT NULL,
  notifyDelete INTEGER NOT NULL,
  notifyRetract INTEGER NOT NULL,
  presenceBased INTEGER NOT NULL,
  sendItemSubscribe INTEGER NOT NULL,
  subscriptionEnabled INTEGER NOT NULL,
  configSubscription INTEGER NOT NULL,
  PRIMARY KEY (serviceID, nodeID)
);
CREATE TABLE ofPubsubDefaultConf (
  serviceID VARCHAR(100),
  leaf INTEGER,
  language VARCHAR(255) NOT NULL,
  accessModel VARCHAR(10) NOT NULL,
  publisherModel VARCHAR(15) NOT NULL,
  associationPolicy VARCHAR(15) NOT NULL,
  replyPolicy VARCHAR(15),
  maxItems INTEGER NOT NULL,
  maxLeafNodes INTEGER NOT NULL,
  maxPayloadSize INTEGER NOT NULL,
  persistItems INTEGER NOT NULL,
  deliverPayloads INTEGER NOT NULL,
  notifyConfigChanges INTEGER NOT NULL,
  notifyDelete INTEGER NOT NULL,
  notifyRetract INTEGER NOT NULL,
  presenceBased INTEGER NOT NULL,
  sendItemSubscribe INTEGER NOT NULL,
  subscriptionEnabled INTEGER NOT NULL,
  PRIMARY KEY (serviceID, leaf)
);
CREATE TABLE ofPubsubNodeJIDs (serviceID VARCHAR(100), nodeID VARCHAR(100), jid VARCHAR(1024), associationType VARCHAR(20) NOT NULL, PRIMARY KEY (serviceID, nodeID, jid));
CREATE TABLE ofPubsubNodeGroups (serviceID VARCHAR(100) NOT NULL, nodeID VARCHAR(100) NOT NULL, rosterGroup VARCHAR(100) NOT NULL);
CREATE TABLE ofPubsubAffiliation (serviceID VARCHAR(100), nodeID VARCHAR(100), jid VARCHAR(1024), affiliation VARCHAR(10) NOT NULL, PRIMARY KEY (serviceID, nodeID, jid));
CREATE TABLE ofPubsubItem (
  serviceID VARCHAR(100),
  nodeID VARCHAR(100),
  id VARCHAR(100),
  jid VARCHAR(1024) NOT NULL,
  creationDate VARCHAR(15) NOT NULL,
  payload CLOB,
  PRIMARY KEY (serviceID, nodeID, id)
);
CREATE TABLE ofPubsubSubscription (
  serviceID VARCHAR(100),
  nodeID VARCHAR(100),
  id VARCHAR(100),
  jid VARCHAR(1024) NOT NULL,
  owner VARCHAR(1024) NOT NULL,
  state VARCHAR(15) NOT NULL,
  deliver INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  digest_frequency INTEGER NOT NULL,
  expire VARCHAR(15),
  includeBody INTEGER NOT NULL,
  showValues VARCHAR(30) NOT NULL,
  subscriptionType VARCHAR(10) NOT NULL,
  subscriptionDepth INTEGER NOT NULL,
  keyword VARCHAR(200),
  PRIMARY KEY (serviceID, nodeID, id)
);

-- Last: a script that broke off before has no version, and the server says so.
INSERT INTO ofVersion (name, version) VALUES ('openfire', 26);
